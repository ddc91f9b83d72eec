import { Injectable } from '@nestjs/common';
import {
  type CalendarVersion,
  confirmDraft,
  insertDraft,
  listCalendarVersions,
  readCalendarCommand,
} from '../../db/queries/calendars.ts';
import { listFailedCases, readRollOuts } from '../../db/queries/roll-outs.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Calendars, CalendarYear } from '../../processes/kernel/calendar.ts';
import { dateOf, yearOf } from '../../processes/kernel/clock.ts';
import { hashOf } from '../../processes/kernel/hash.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { isStaffRole } from '../../processes/organisation.ts';
import { InFlight } from '../cases/in-flight.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { Store } from '../store.ts';
import type { CalendarContent } from './bodies.ts';
import { CalendarTables } from './calendar-tables.ts';
import { type CalendarDetail, type CalendarItem, impactView, itemOf, rollOutView } from './calendar-view.ts';
import { faultsOfTable } from './faults.ts';
import { type Impact, impactOf } from './impact.ts';
import { RollOuts } from './roll-outs.ts';

/** The first year with a notice that names every day (processes/law/calendars). */
const YEAR_MIN = 2004;
/** No arrangement was ever published for the year after next. */
const YEARS_AHEAD = 2;
const FAILED_SHOWN = 50;

/** Who asks, under which key, in which language. */
interface Asking {
  actor: Actor;
  locale: Locale;
  commandId: string;
}

/** Holiday tables: read by everybody, entered by one officer and confirmed by another. */
@Injectable()
export class CalendarYears {
  private readonly inFlight = new InFlight();

  constructor(
    private readonly store: Store,
    private readonly tables: CalendarTables,
    private readonly rollOuts: RollOuts,
  ) {}

  /** Every year with a version, and the next one, whether it is loaded or not. */
  async list(reader: Actor | null): Promise<CalendarItem[]> {
    const versions = await listCalendarVersions(this.store.db);
    const years = new Set([...versions.map(({ year }) => year), thisYear() + 1]);
    return [...years].sort((a, b) => a - b).map((year) => itemOf(year, ofYear(versions, year), isStaff(reader)));
  }

  /** Invented tables that drills count by, of years without a real one. */
  async listForDrills(): Promise<Calendars> {
    const tables = await this.tables.current({ drill: true });
    return tables.filter(({ drill }) => drill);
  }

  async read(year: number, reader: Actor | null, locale: Locale): Promise<CalendarDetail> {
    assertYear(year);
    const { db } = this.store;
    const [versions, rollOuts] = await Promise.all([listCalendarVersions(db, year), readRollOuts(db, { year })]);
    const draft = versions.find(({ status }) => status === 'draft');
    const rollOut = rollOuts.at(-1);
    const failed = rollOut && rollOut.failed > 0 ? await listFailedCases(db, { ...rollOut, limit: FAILED_SHOWN }) : [];
    const mayKnow = isStaff(reader);
    return {
      ...itemOf(year, versions, mayKnow),
      draft: draft
        ? {
            ...draft.data,
            preview: mayKnow ? impactView(draft.preview as Impact, locale) : null,
            mayConfirm: mayChangeCalendars(reader) && draft.enteredBy?.id !== reader?.id,
          }
        : null,
      rollOut: rollOut ? rollOutView(rollOut, mayKnow ? failed : []) : null,
    };
  }

  /** Takes a table as a draft and says what it would move. */
  async enter(asking: Asking, year: number, content: CalendarContent & { year?: number | undefined }): Promise<void> {
    const { year: said, ...body } = content;
    this.assertOfficer(asking.actor);
    assertYear(year);
    await this.once(asking, hashOf({ calendar: year, content }), async (key) => {
      const now = Date.now();
      const versions = await listCalendarVersions(this.store.db, year);
      const inForce = versions.findLast(({ status }) => status === 'confirmed');
      const table: CalendarYear = { year, version: (inForce?.version ?? 0) + 1, ...body };
      const faults = faultsOfTable(table, dateOf(now));
      if (said !== undefined && said !== year) {
        faults.unshift({ pointer: '/year', detail: { zh: `应为${year}`, en: `Must be ${year}` } });
      }
      if (faults.length > 0) throw apiProblem('calendar.invalid', { count: faults.length }, { faults });
      if (inForce && isSame(inForce.data, table)) throw apiProblem('calendar.unchanged', { version: inForce.version });
      const draft = versions.find(({ status }) => status === 'draft');
      // Sent again without a key, the same draft by the same person is no newer one.
      if (draft?.enteredBy?.id === asking.actor.id && isSame(draft.data, table)) return;
      const before = await this.tables.current();
      const preview = await impactOf(this.store.db, { table, before, at: now });
      await insertDraft(this.store.db, { ...key, data: { year, ...body }, enteredBy: asking.actor.id, preview });
    });
  }

  /** Puts a draft in force that somebody else has entered, and sends it on its way to the open cases. */
  async confirm(asking: Asking, year: number, version: number): Promise<void> {
    const { actor } = asking;
    this.assertOfficer(actor);
    assertYear(year);
    await this.once(asking, hashOf({ calendar: year, confirm: version }), async (key) => {
      const isDone = async () => {
        const found = await this.versionFound(year, version);
        if (found.status === 'confirmed' && found.confirmedBy?.id === actor.id) return true;
        assertConfirmable(found, actor);
        return false;
      };
      if (await isDone()) return;
      const isPut = await confirmDraft(this.store.db, { ...key, year, version, confirmedBy: actor.id });
      // Something was faster: a newer draft, somebody else, or the same act sent twice.
      if (!isPut) await isDone();
    });
    this.tables.forget();
    await this.rollOuts.start({ year, version });
  }

  private async versionFound(year: number, version: number): Promise<CalendarVersion> {
    const found = (await listCalendarVersions(this.store.db, year)).find((one) => one.version === version);
    if (!found) throw apiProblem('calendar.versionUnknown', { year, version });
    return found;
  }

  /** The same key and content is done once, here and in every other server; with other content the key is refused. */
  private async once(
    { commandId }: Asking,
    requestHash: string,
    act: (key: { commandId: string; requestHash: string }) => Promise<void>,
  ): Promise<void> {
    const isDone = async () => {
      const before = await readCalendarCommand(this.store.db, commandId);
      if (before && before.requestHash !== requestHash) throw apiProblem('idempotency.reused');
      return before !== undefined;
    };
    await this.inFlight.claim(commandId, requestHash, async () => {
      if (await isDone()) return;
      try {
        await act({ commandId, requestHash });
      } catch (error) {
        if (!isDouble(error) || !(await isDone())) throw error;
      }
    });
  }

  private assertOfficer(actor: Actor): void {
    if (!mayChangeCalendars(actor)) throw apiProblem('calendar.denied');
  }
}

/** Roles that enter and confirm tables. */
export function mayChangeCalendars(actor: Actor | null): boolean {
  return actor?.holdings.some(({ role }) => role === 'districtOfficer' || role === 'operator') ?? false;
}

function assertConfirmable({ status, version, enteredBy }: CalendarVersion, actor: Actor): void {
  if (status === 'replaced') throw apiProblem('calendar.replaced', { version });
  if (status === 'confirmed') throw apiProblem('calendar.confirmedBefore', { version });
  if (enteredBy?.id === actor.id) throw apiProblem('calendar.samePerson');
}

function assertYear(year: number): void {
  const [from, to] = [YEAR_MIN, thisYear() + YEARS_AHEAD];
  if (!Number.isInteger(year) || year < from || year > to) {
    throw apiProblem('calendar.yearUnknown', { year: String(year).slice(0, 20), from, to });
  }
}

function thisYear(): number {
  return yearOf(dateOf(Date.now()));
}

function isStaff(reader: Actor | null): boolean {
  return reader?.holdings.some(({ role }) => isStaffRole(role)) ?? false;
}

function ofYear(versions: readonly CalendarVersion[], year: number): CalendarVersion[] {
  return versions.filter((one) => one.year === year);
}

function isSame(one: CalendarYear, other: CalendarYear): boolean {
  const content = ({ notice, holidays, makeUpWorkdays }: CalendarYear) => hashOf({ notice, holidays, makeUpWorkdays });
  return content(one) === content(other);
}

const UNIQUE_VIOLATION = '23505';

function isDouble(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION;
}
