import { officeKey } from '../../processes/kernel/actor.ts';
import { addresseesOf, expectationsOf } from '../../processes/kernel/addressees.ts';
import type { Instant } from '../../processes/kernel/clock.ts';
import { openDeadlines } from '../../processes/kernel/deadline.ts';
import type { AnyRules } from '../../processes/kernel/define-rules.ts';
import { relatedOffices } from '../../processes/kernel/permission.ts';
import { pathOf, type RoleName } from '../../processes/organisation.ts';
import type { RecordedState } from '../../workflows/case.messages.ts';

/** The case as lists need it, computed from its state and rules. */
export interface CaseViewRow {
  process: string;
  version: number;
  org: string;
  drill: boolean;
  state: string;
  kind: 'open' | 'closed' | 'final';
  visibleTo: 'community' | 'related';
  seq: number;
  round: number;
  title: string;
  /** Where the matter is, in words; null where the process has no place. */
  place: string | null;
  /** Ids of persons, and offices as `officeKey` writes them. */
  related: string[];
  dueAt: Instant | null;
  warnAt: Instant | null;
  openedAt: Instant;
  changedAt: Instant;
}

export interface TaskRow {
  command: string;
  role: RoleName | null;
  org: string | null;
  person: string | null;
}

export function caseViewOf(rules: AnyRules, state: RecordedState): CaseViewRow {
  const rule = rules.states[state.state];
  if (rule === undefined) throw new Error(`${rules.id} has no state ${state.state}`);
  const running = openDeadlines(state.deadlines).filter((deadline) => deadline.pausedSince === null);
  return {
    process: state.process,
    version: state.version,
    org: state.org.id,
    drill: state.drill,
    state: state.state,
    kind: rule.kind,
    visibleTo: rule.visibleTo,
    seq: state.seq,
    round: state.data.round,
    title: rules.titleOf(state.data),
    place: rules.placeOf?.(state.data) ?? null,
    related: relatedTo(rules, state),
    dueAt: earliest(running.map(({ dueAt }) => dueAt)),
    warnAt: earliest(running.map(({ warnAt }) => warnAt)),
    openedAt: state.openedAt,
    changedAt: state.changedAt,
  };
}

/** The worst of the lights must be seen in lists, whichever clock it belongs to. */
function earliest(instants: readonly Instant[]): Instant | null {
  return instants.length > 0 ? Math.min(...instants) : null;
}

/** Who is expected to do what next: an office at the organisation of its level, or each person and office in a relation. */
export function tasksOf(rules: AnyRules, state: RecordedState): TaskRow[] {
  const now = { at: state.changedAt, calendars: [] };
  return expectationsOf(rules, state, now).flatMap(({ command, grant }): TaskRow[] => {
    const { roles, persons } = addresseesOf(rules, state, [grant]);
    return [
      ...persons.map((person) => ({ command, role: null, org: null, person })),
      ...roles.map(({ role, org }) => ({ command, role, org, person: null })),
    ];
  });
}

/** Persons in a relation to the case, and offices that are, so that lists find what each may see. */
function relatedTo(rules: AnyRules, state: RecordedState): string[] {
  const persons = Object.keys(rules.relations).flatMap((relation) => personsOf(rules, relation, state));
  // Whoever holds the office above stands in it as well.
  const offices = relatedOffices(rules, state.data).flatMap(({ role, org }) =>
    pathOf(org).map((above) => officeKey({ role, org: above })),
  );
  return [...new Set([...persons, ...offices])];
}

function personsOf(rules: AnyRules, relation: string, state: RecordedState): readonly string[] {
  return rules.relations[relation]?.(state.data) ?? [];
}
