import { Injectable } from '@nestjs/common';
import { readCalendars } from '../../db/queries/calendars.ts';
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
  private kept: { until: number; tables: Promise<Calendars> } | undefined;

  constructor(private readonly store: Store) {}

  /** All tables in force, by year. */
  async current(): Promise<Calendars> {
    if (this.kept === undefined || this.kept.until < Date.now()) {
      const tables = readCalendars(this.store.db);
      this.kept = { until: Date.now() + FRESH_MS, tables };
      // A failure is told to whoever asked, and asked again by the next one.
      tables.catch(() => this.forget());
    }
    return await this.kept.tables;
  }

  /** What a case opened in a year carries. */
  async forOpening(year: number): Promise<Calendars> {
    return calendarsFor(year, await this.current());
  }

  /** A table was put in force here: nobody of this server sees the one before any longer. */
  forget(): void {
    this.kept = undefined;
  }
}
