import { Injectable } from '@nestjs/common';
import { readCase, readCaseByNumber } from '../../db/queries/cases.ts';
import { processOf } from '../../processes/index.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Calendars } from '../../processes/kernel/calendar.ts';
import type { Instant } from '../../processes/kernel/clock.ts';
import type { Process } from '../../processes/kernel/define-process.ts';
import { type CaseView, maySee, presentCase } from '../../processes/kernel/present.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import type { CaseRecord } from '../../workflows/case.messages.ts';
import { CalendarTables } from '../calendars/calendar-tables.ts';
import { Orgs } from '../orgs/orgs.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { Store } from '../store.ts';

/** A case with its rules and the present instant of its own clock. */
export interface FoundCase {
  record: CaseRecord;
  process: Process;
  /** The case's own time now; a drill's may run ahead. */
  at: Instant;
  clockOffsetMs: number;
  /** The tables that the case counts by, for what is left of a limit. */
  calendars: Calendars;
  orgNames: ReadonlyMap<string, string>;
}

/** Finds cases for people. A case that is not theirs to see is told exactly like one that does not exist. */
@Injectable()
export class CaseReader {
  constructor(
    private readonly store: Store,
    private readonly tables: CalendarTables,
    private readonly orgs: Orgs,
  ) {}

  async find(id: string, actor: Actor): Promise<FoundCase> {
    const found = await this.findAny(id);
    if (!found || !maySee(found.process.rules, found.record, actor)) throw apiProblem('case.notFound');
    return found;
  }

  /** A case by its number, with or without the round: `…-2026-0001` and `…-2026-0001-R2` are the same case. */
  async findByNumber(number: string, actor: Actor): Promise<FoundCase> {
    const id = await readCaseByNumber(this.store.db, baseNumber(number));
    if (id === undefined) throw apiProblem('case.notFound');
    return await this.find(id, actor);
  }

  /** A case whoever asks; only for questions that answer nothing about it. */
  async findAny(id: string): Promise<FoundCase | undefined> {
    const [row, orgNames] = await Promise.all([readCase(this.store.db, id), this.orgs.names()]);
    if (!row) return undefined;
    const calendars = await this.tables.current(row.record);
    const at = Date.now() + row.clockOffsetMs;
    const { record, clockOffsetMs } = row;
    return { record, process: processFor(record), at, clockOffsetMs, calendars, orgNames };
  }
}

/** The rules and words under which a case was opened. */
export function processFor(record: { process: string; version: number }): Process {
  const process = processOf(record.process, record.version);
  if (!process) throw new Error(`Broken invariant: the register holds ${record.process} version ${record.version}`);
  return process;
}

/** A number without its round, signs of full width taken like any others. */
export function baseNumber(number: string): string {
  return number
    .normalize('NFKC')
    .trim()
    .replace(/(\d)-r\d+$/i, '$1');
}

/** The case as one person may see it. */
export function viewOf(
  found: Pick<FoundCase, 'record' | 'process' | 'at' | 'calendars' | 'orgNames'>,
  actor: Actor,
  locale: Locale,
): CaseView {
  return presentCase({ ...found, actor, locale });
}
