import type { Calendars } from '../../kernel/calendar.ts';
import { calendar2026 } from './2026.ts';

/** The years known to this release, oldest first. */
export const calendars: Calendars = [calendar2026];
