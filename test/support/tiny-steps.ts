import type { Calendars } from '../../processes/kernel/calendar.ts';
import type { CaseState } from '../../processes/kernel/case.ts';
import { type Decision, decide, type Outcome, open } from '../../processes/kernel/decide.ts';
import type { AnyRules } from '../../processes/kernel/define-rules.ts';
import { rungsOf } from '../../processes/kernel/ladder.ts';
import type { Answer, Writer } from '../../workflows/case.messages.ts';
import { tinyRules } from '../fixtures/tiny-process/rules.ts';
import { ANZHENXILI } from './case.ts';
import { repairer, resident, worker } from './tiny-people.ts';

/** 2026-11-24 10:00 in Beijing. */
export const MORNING = Date.UTC(2026, 10, 24, 2);

/** The first step of a lamp, as a workflow would decide it. */
export function reported(
  id: string,
  options: { at?: number; drill?: boolean; commandId?: string; calendars?: Calendars } = {},
): Outcome {
  const opening = {
    id,
    org: { id: ANZHENXILI, kind: 'oldEstate' as const },
    drill: options.drill ?? false,
    settings: { assignWithinHours: 48 },
    calendars: options.calendars ?? [],
  };
  return taken(
    open(tinyRules, opening, {
      command: 'lamp.report',
      form: { place: '3号楼门前' },
      actor: resident,
      at: options.at ?? MORNING,
      commandId: options.commandId ?? `${id}:report`,
    }),
  );
}

/** A note on top of a state. */
export function noted(state: CaseState, text: string, options: { at?: number; commandId?: string } = {}): Outcome {
  return taken(
    decide(tinyRules, state, {
      command: 'lamp.note',
      form: { text },
      actor: worker,
      at: options.at ?? state.changedAt + 60_000,
      commandId: options.commandId ?? `${state.id}:note:${text}`,
    }),
  );
}

/** The lamp is given to somebody to repair. */
export function assigned(state: CaseState, at: number): Outcome {
  return taken(
    decide(tinyRules, state, {
      command: 'lamp.assign',
      form: { to: repairer.id },
      actor: worker,
      at,
      commandId: `${state.id}:assign`,
    }),
  );
}

/** What a case would answer to whoever brought the step about. */
export function answerOf(
  outcome: Outcome,
  more: { rules?: AnyRules; writer?: Partial<Writer>; at?: number } = {},
): Answer {
  const { calendars: _calendars, relays: _relays, ...state } = outcome.state;
  const { entries, notices } = outcome;
  const commandId = entries.at(-1)?.commandId;
  const command = commandId === undefined ? null : { commandId, requestHash: `request of ${commandId}` };
  const writer = { run: 1, runId: 'execution', history: state.seq * 6, at: state.changedAt, ...more.writer };
  return {
    steps: entries.length > 0 ? [{ entries, notices, command, writer }] : [],
    state,
    rungs: rungsOf(more.rules ?? tinyRules, outcome.state),
    at: more.at ?? state.changedAt,
  };
}

function taken(decision: Decision): Outcome {
  if ('refused' in decision) throw new Error(`refused: ${decision.refused.code}`);
  return decision;
}
