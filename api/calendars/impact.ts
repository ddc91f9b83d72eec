import { listRestingCases } from '../../db/queries/calendar-impact.ts';
import type { Db } from '../../db/queries/query.ts';
import { type Calendars, type CalendarYear, withTables } from '../../processes/kernel/calendar.ts';
import type { CaseState } from '../../processes/kernel/case.ts';
import type { Instant } from '../../processes/kernel/clock.ts';
import { type CalendarMove, recalculate } from '../../processes/kernel/recalculate.ts';
import type { CaseRecord } from '../../workflows/case.messages.ts';
import { processFor } from '../cases/case-reader.ts';

/** What a table would move if it were in force now. Drills are told too, but counted nowhere. */
export interface Impact {
  /** Open cases with a clock that rests on the year. */
  touchedCases: number;
  movedCases: number;
  movedDeadlines: number;
  /** Deadlines that keep their day, which is certain by this table and was not before. */
  firmedDeadlines: number;
  examples: ImpactExample[];
  /** False if there are more cases than could be counted in time: every figure is then a lower bound. */
  complete: boolean;
  at: Instant;
}

export interface ImpactExample {
  caseId: string;
  number: string;
  process: string;
  version: number;
  deadline: string;
  fromDueDate: string | null;
  toDueDate: string | null;
  fromProvisional: boolean;
  toProvisional: boolean;
}

const EXAMPLES_MAX = 10;
const PAGE = 100;
/** Somebody waits for the answer. */
const BUDGET_MS = 8_000;

/** Counts every open case again as the roll-out would, on what stands in the database. */
export async function impactOf(
  db: Db,
  input: { table: CalendarYear; before: Calendars; at: Instant; budgetMs?: number },
): Promise<Impact> {
  const { table, before, at } = input;
  const after = withTables(before, [table]);
  const until = Date.now() + (input.budgetMs ?? BUDGET_MS);
  const impact: Impact = {
    touchedCases: 0,
    movedCases: 0,
    movedDeadlines: 0,
    firmedDeadlines: 0,
    examples: [],
    complete: true,
    at,
  };
  for (let last = 0; ; ) {
    const page = await listRestingCases(db, { year: table.year, after: last, limit: PAGE });
    for (const { record } of page) add(impact, record, movesOf(record, before, after, at));
    last = page.at(-1)?.ordinal ?? last;
    if (page.length < PAGE) return impact;
    if (Date.now() >= until) return { ...impact, complete: false };
  }
}

function movesOf(record: CaseRecord, before: Calendars, after: Calendars, at: Instant): CalendarMove[] {
  const { rules } = processFor(record);
  const state: CaseState = { ...record, relays: [], calendars: before };
  const { entries } = recalculate(rules, state, after, at);
  const applied = entries.find(({ type }) => type === 'calendar.applied');
  return (applied?.form as { moves: CalendarMove[] } | undefined)?.moves ?? [];
}

function add(impact: Impact, { id, number, process, version }: CaseRecord, moves: readonly CalendarMove[]): void {
  const moved = moves.filter(({ fromDueDate, toDueDate }) => fromDueDate !== toDueDate);
  impact.touchedCases += 1;
  if (moved.length > 0) impact.movedCases += 1;
  impact.movedDeadlines += moved.length;
  impact.firmedDeadlines += moves.filter((move) => isFirmed(move)).length;
  for (const { reason: _reason, ...move } of moved.slice(0, EXAMPLES_MAX - impact.examples.length)) {
    impact.examples.push({ caseId: id, number, process, version, ...move });
  }
}

function isFirmed({ fromDueDate, toDueDate, fromProvisional, toProvisional }: CalendarMove): boolean {
  return fromDueDate === toDueDate && fromProvisional && !toProvisional;
}
