import type { CalendarVersion } from '../../db/queries/calendars.ts';
import type { RollOutState } from '../../db/queries/roll-outs.ts';
import type { CalendarYear } from '../../processes/kernel/calendar.ts';
import { isoOf } from '../../processes/kernel/clock.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { processFor } from '../cases/case-reader.ts';
import type { Impact } from './impact.ts';

/** `missing`: no table is in force, and dates that need the year are provisional. */
export type YearStatus = 'confirmed' | 'missing';

/** One year in the list: the table in force, and whether another waits for its confirmation. */
export interface CalendarItem extends Omit<CalendarYear, 'version'> {
  /** 0 while no table is in force. */
  version: number;
  status: YearStatus;
  /** True while dates of this year can only be estimated. */
  provisional: boolean;
  versions: VersionLine[];
}

export interface VersionLine {
  version: number;
  status: CalendarVersion['status'];
  noticeNumber: string | null;
  origin: CalendarVersion['origin'];
  enteredAt: string;
  confirmedAt: string | null;
  /** Names are for staff. */
  enteredBy?: string | null;
  confirmedBy?: string | null;
}

export interface CalendarDetail extends CalendarItem {
  /** `mayConfirm`: the reader may put it in force, being another officer than who entered it. */
  draft: (CalendarYear & { preview: ImpactView | null; mayConfirm: boolean }) | null;
  /** The way of the newest table to the open cases. */
  rollOut: RollOutView | null;
}

export interface ImpactView extends Omit<Impact, 'at' | 'examples'> {
  at: string;
  examples: (Omit<Impact['examples'][number], 'process' | 'version'> & { deadlineText: string })[];
}

export interface RollOutView {
  version: number;
  state: 'ordered' | 'running' | 'done';
  /** Cases with a clock that rests on the year. */
  total: number;
  done: number;
  /** All open cases; the others follow, so that clocks that start later count by the new table too. */
  allTotal: number;
  allDone: number;
  movedCases: number;
  movedDeadlines: number;
  firmedDeadlines: number;
  closed: number;
  /** People who were sent their one notice. */
  peopleTold: number;
  failed: number;
  failedCases: { caseId: string; number: string | null; trouble?: string | null }[];
  orderedAt: string;
  startedAt: string | null;
  toldAt: string | null;
  finishedAt: string | null;
}

/** A year as the list shows it. */
export function itemOf(year: number, versions: readonly CalendarVersion[], staff: boolean): CalendarItem {
  const inForce = versions.findLast(({ status }) => status === 'confirmed')?.data;
  const table = inForce ?? { year, version: 0, notice: null, holidays: [], makeUpWorkdays: [] };
  const status = inForce ? 'confirmed' : 'missing';
  return { ...table, status, provisional: !inForce, versions: versions.map((one) => lineOf(one, staff)) };
}

function lineOf(one: CalendarVersion, staff: boolean): VersionLine {
  return {
    version: one.version,
    status: one.status,
    noticeNumber: one.data.notice?.number ?? null,
    origin: one.origin,
    enteredAt: isoOf(one.enteredAtMs),
    confirmedAt: isoOrNull(one.confirmedAtMs),
    ...(staff ? { enteredBy: one.enteredBy?.name ?? null, confirmedBy: one.confirmedBy?.name ?? null } : {}),
  };
}

export function impactView({ at, examples, ...figures }: Impact, locale: Locale): ImpactView {
  return {
    ...figures,
    at: isoOf(at),
    examples: examples.map(({ process, version, ...move }) => ({
      ...move,
      deadlineText: processFor({ process, version }).texts[locale].deadlines[move.deadline] ?? move.deadline,
    })),
  };
}

export function rollOutView(state: RollOutState, failedCases: RollOutView['failedCases']): RollOutView {
  return {
    version: state.version,
    state: state.finishedAtMs !== null ? 'done' : state.startedAtMs === null ? 'ordered' : 'running',
    total: state.touched,
    done: state.touchedDone,
    allTotal: state.total,
    allDone: state.done,
    movedCases: state.movedCases,
    movedDeadlines: state.movedDeadlines,
    firmedDeadlines: state.firmedDeadlines,
    closed: state.closed,
    peopleTold: state.told,
    failed: state.failed,
    failedCases,
    orderedAt: isoOf(state.orderedAtMs),
    startedAt: isoOrNull(state.startedAtMs),
    toldAt: isoOrNull(state.toldAtMs),
    finishedAt: isoOrNull(state.finishedAtMs),
  };
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : isoOf(at);
}
