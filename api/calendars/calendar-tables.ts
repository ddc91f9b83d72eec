import { Injectable } from '@nestjs/common';
import { readCalendars, readDrillCalendars } from '../../db/queries/calendars.ts';
import type { Calendars } from '../../processes/kernel/calendar.ts';
import { calendarsFor } from '../../processes/law/calendars/index.ts';
import { Store } from '../store.ts';

/**
 * How long another server may go on with the tables before. A case opened by them meanwhile is told by the roll-out, which
 * looks for such cases last (workflows/calendar-roll-out.workflow.ts).
 */
const FRESH_MS = 3_000;

/** The holiday tables in force, read from PostgreSQL and kept for a few seconds. */
@Injectable()
export class CalendarTables {
  private readonly kept = new Map<'real' | 'drill', { until: number; tables: Promise<Calendars> }>();

  constructor(private readonly store: Store) {}

  /** All tables in force, by year; for drills with an invented one where the notice of a year is not out yet. */
  async current({ drill }: { drill: boolean } = { drill: false }): Promise<Calendars> {
    const kind = drill ? 'drill' : 'real';
    const kept = this.kept.get(kind);
    if (kept !== undefined && kept.until >= Date.now()) return await kept.tables;
    const tables = drill ? readDrillCalendars(this.store.db) : readCalendars(this.store.db);
    this.kept.set(kind, { until: Date.now() + FRESH_MS, tables });
    // A failure is told to whoever asked, and asked again by the next one.
    tables.catch(() => this.forget());
    return await tables;
  }

  /** For a list in which real cases and drills stand side by side: the tables by which each of them counts. */
  async ofEach(): Promise<(one: { drill: boolean }) => Calendars> {
    const [real, drills] = await Promise.all([this.current(), this.current({ drill: true })]);
    return ({ drill }) => (drill ? drills : real);
  }

  /** What a case opened in a year carries. */
  async forOpening(year: number, opened: { drill: boolean }): Promise<Calendars> {
    return calendarsFor(year, await this.current(opened));
  }

  /** A table was put in force here: nobody of this server sees the one before any longer. */
  forget(): void {
    this.kept.clear();
  }
}
