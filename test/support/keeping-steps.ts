import type { Database } from '../../db/pool.ts';
import { writeCase } from '../../db/record/write.ts';
import type { CaseState } from '../../processes/kernel/case.ts';
import { type Decision, decide, type Outcome, open } from '../../processes/kernel/decide.ts';
import type { RegisterEntry } from '../../processes/kernel/register.ts';
import { keepingRules } from '../fixtures/keeping-process/rules.ts';
import { answerOf } from './tiny-steps.ts';

const officer = { id: 'luo-min', name: '罗敏', holdings: [{ role: 'districtOfficer', org: 'chaoyang' } as const] };

/** A line without its instant, which is that of the step. */
export type Line = Omit<RegisterEntry, 'at'>;

export interface Kept {
  state: CaseState;
  hash: string;
  number: string;
}

/** Midday in Beijing. */
export function noon(day: string): number {
  return Date.parse(`${day}T12:00:00+08:00`);
}

/** A case that puts lines on registers, recorded as its workflow would. */
export async function keep(
  database: Database,
  step: { id: string; org: string; on: string; lines: readonly Line[]; drill?: boolean },
): Promise<Kept> {
  const { id, org, lines } = step;
  const at = noon(step.on);
  const opening = {
    id,
    org: { id: org, kind: 'oldEstate' as const },
    drill: step.drill ?? false,
    settings: {},
    calendars: [],
  };
  const act = { command: 'keep.open', form: formOf(lines, at), actor: officer, at, commandId: `${id}:open` };
  return await record(database, taken(open(keepingRules, opening, act)));
}

/** The same case puts more there. */
export async function keepMore(
  database: Database,
  before: Kept,
  step: { on: string; lines: readonly Line[] },
): Promise<Kept> {
  const at = noon(step.on);
  const { state } = before;
  const commandId = `${state.id}:add:${at}:${JSON.stringify(step.lines)}`;
  const act = { command: 'keep.add', form: formOf(step.lines, at), actor: officer, at, commandId };
  return await record(database, taken(decide(keepingRules, state, act)));
}

async function record(database: Database, outcome: Outcome): Promise<Kept> {
  const rulesFor = () => keepingRules;
  const { hash, number } = await writeCase({ database, rulesFor }, answerOf(outcome, { rules: keepingRules }));
  return { state: { ...outcome.state, number }, hash, number };
}

function formOf(lines: readonly Line[], at: number): { entries: RegisterEntry[] } {
  return { entries: lines.map((line) => ({ ...line, at })) };
}

function taken(decision: Decision): Outcome {
  if ('refused' in decision) throw new Error(`refused: ${decision.refused.code}`);
  return decision;
}
