import type { Actor } from '../../../processes/kernel/actor.ts';
import type { CaseState, DeadlineState, Entry, Notice } from '../../../processes/kernel/case.ts';
import { type Instant, parseIso } from '../../../processes/kernel/clock.ts';
import type { Decision, Outcome } from '../../../processes/kernel/decide.ts';
import type { Problem } from '../../../processes/kernel/problem.ts';
import { orgAtLevel, type RoleName, roles } from '../../../processes/organisation.ts';

/** A case that is led through real decisions, without an engine: what it is, and all that came of it. */
export interface Walk {
  state: CaseState;
  at: Instant;
  entries: Entry[];
  notices: Notice[];
}

/** An instant from Beijing wall time. */
export function beijing(text: string): Instant {
  const at = parseIso(`${text.includes('T') ? text : `${text}T10:00`}+08:00`);
  if (at === undefined) throw new Error(`not an instant: ${text}`);
  return at;
}

/** Persons who hold an office at the organisation of its level above a community, unless another is named. */
export function personsOf(community: string) {
  return (id: string, role?: RoleName, org?: string): Actor => ({
    id,
    name: id,
    holdings: role ? [{ role, org: org ?? orgAtLevel(community, roles[role].level) }] : [],
  });
}

/** What became of an act; throws if it was refused. */
export function accepted(decision: Decision): Outcome {
  if ('refused' in decision) throw new Error(`refused: ${JSON.stringify(decision.refused)}`);
  return decision;
}

/** The problem with which an act was refused; throws if it was accepted. */
export function refused(decision: Decision, what: string): Problem {
  if (!('refused' in decision)) throw new Error(`${what} was accepted`);
  return decision.refused;
}

/** The walk after an outcome. */
export function follow<W extends Walk>(walk: W, outcome: Outcome, at: Instant): W {
  return {
    ...walk,
    state: outcome.state,
    at,
    entries: [...walk.entries, ...outcome.entries],
    notices: [...walk.notices, ...outcome.notices],
  };
}

export function deadline(walk: Walk, key: string): DeadlineState {
  const found = walk.state.deadlines.findLast((one) => one.key === key);
  if (!found) throw new Error(`no deadline ${key}`);
  return found;
}
