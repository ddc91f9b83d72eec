import { sql } from 'kysely';
import type { Entry } from '../../processes/kernel/case.ts';
import type { AnyRules } from '../../processes/kernel/define-rules.ts';
import { assert } from '../../processes/kernel/problem.ts';
import { pathOf } from '../../processes/organisation.ts';
import type { Answer, CaseRecord, RecordedState } from '../../workflows/case.messages.ts';
import { contentHashOf } from '../chain.ts';
import type { Database } from '../pool.ts';
import { seriesOf } from './case-number.ts';
import { caseViewOf, tasksOf } from './case-view.ts';

export interface RecordDependencies {
  database: Database;
  rulesFor(process: string, version: number): AnyRules | undefined;
}

/** Other content stands at the place of an accepted step: Temporal was restored from an older backup, or a row was changed. */
export class RecordDiffers extends Error {}

/**
 * Writes what a case has answered, each step once however often and by whom it is told, and answers the case as the record
 * now has it. The intent of the command that was sent goes in the same statement.
 */
export async function writeCase(
  { database, rulesFor }: RecordDependencies,
  { steps, state, rungs, at }: Answer,
  commandId?: string,
): Promise<CaseRecord> {
  const rules = rulesFor(state.process, state.version);
  assert(rules, `this process knows ${state.process}@${state.version}`);
  const input = {
    caseId: state.id,
    commandId: commandId ?? null,
    number: state.number,
    series: state.number ?? (await seriesFor(database, state)),
    steps: steps.map((step) => ({ ...step, entries: step.entries.map(ledgerEntry) })),
    view: caseViewOf(rules, state),
    record: state,
    tasks: tasksOf(rules, state),
    rungs,
    lines: rules.registers?.(state.data, { caseId: state.id, org: state.org.id }) ?? null,
    at,
    writer: steps.at(-1)?.writer ?? { run: 0, runId: 'record', history: 0, at },
  };
  const { rows } = await refusingOtherContent(
    sql<{
      written: { number: string; hash: string };
    }>`select write_case(${JSON.stringify(input)}::jsonb) as written`.execute(database),
  );
  const [row] = rows;
  assert(row, 'write_case answers');
  return { ...state, ...row.written };
}

async function refusingOtherContent<Result>(statement: Promise<Result>): Promise<Result> {
  try {
    return await statement;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'BH004') throw new RecordDiffers(error.message);
    throw error;
  }
}

async function seriesFor(database: Database, state: RecordedState): Promise<string> {
  const orgs = await database
    .selectFrom('org')
    .select(['id', 'short_name'])
    .where('id', 'in', pathOf(state.org.id))
    .execute();
  const shortNames = orgs.sort((a, b) => a.id.length - b.id.length).map((org) => org.short_name);
  return seriesOf({ shortNames, drill: state.drill, openedAt: state.openedAt });
}

function ledgerEntry(entry: Entry) {
  const content = { ...entry, automatic: entry.actor === null };
  return { ...content, contentHash: contentHashOf(content) };
}
