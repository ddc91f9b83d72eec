/**
 * What should have been sent, and when, told by a counter on the wall that knows nothing of limits, thresholds or keys: it
 * is looked at twice a day and counts days.
 */
import { worked, workedAfter, workedBetween } from './wall-calendar.ts';

export interface Wall {
  /** Where the count began or went on. */
  from: string;
  fromMidnight: boolean;
  due: string;
  /** Working days still to go when the clock was stopped, extensions included; null while it runs. */
  stopped: number | null;
  byPerson: boolean;
  byState: boolean;
  returnsOn: string | null;
  /** Nobody is expected to act: nobody is reminded, though the leader still hears of what is late. */
  idle: boolean;
  /** A matter that is closed has no clock. */
  closed: boolean;
  sent: Set<string>;
}

export function hang(from: string, limit: number): Wall {
  return {
    from,
    fromMidnight: false,
    due: workedAfter(from, limit),
    stopped: null,
    byPerson: false,
    byState: false,
    returnsOn: null,
    idle: false,
    closed: false,
    sent: new Set(),
  };
}

/** What is to be sent at this look, the oldest first. */
export function lookAt(wall: Wall, today: string): string[] {
  if (wall.closed || wall.stopped !== null) return [];
  const news: string[] = [];
  const say = (rung: string) => {
    if (wall.sent.has(`${rung}@${wall.due}`)) return;
    wall.sent.add(`${rung}@${wall.due}`);
    news.push(rung);
  };
  const left = workedBetween(today, wall.due);
  const late = workedBetween(wall.due, today);
  const span = workedBetween(wall.from, wall.due);
  // Whoever begins inside the lead has just been told; a clock that goes on at midnight has its first morning before it.
  const isToldLater = span > 3 || (span === 3 && wall.fromMidnight && worked.has(wall.from));
  if (!wall.idle && isToldLater && (today >= wall.due || left <= 3)) say('remindBefore');
  if (!wall.idle && today >= wall.due) say('remindOnDay');
  if (late >= 1) say('urge');
  if (late >= 6) say('order');
  return news;
}

export const isOverdue = (wall: Wall, today: string): boolean =>
  !wall.closed && wall.stopped === null && today > wall.due;

export function stop(wall: Wall, today: string): void {
  wall.stopped ??= Math.max(1, workedBetween(today, wall.due));
}

export function goOn(wall: Wall, today: string, fromMidnight = false): void {
  if (wall.stopped === null || wall.byPerson || wall.byState) return;
  wall.due = workedAfter(today, wall.stopped);
  wall.from = today;
  wall.fromMidnight = fromMidnight;
  wall.stopped = null;
}
