import type { Instant } from '../processes/kernel/clock.ts';

/** The contract of the clock of all real cases: between worker, workflow and activities. */

/** Workflow type and id: one for each instance of the application, whoever starts it and how often. */
export const CLOCK_WORKFLOW = 'clock';
export const CLOCK_ID = 'clock';

export interface ClockInput {
  /** Go on in a new run after this many ticks, where the usual number takes too long (tests). */
  ticksMax?: number;
}

/** What one look at the clock brought. */
export interface ClockTick {
  /** Cases for which something was claimed. */
  claimed: number;
  /** There is more to claim at once. */
  more: boolean;
  /** Cases wait to be told that a time is over. */
  movesDue: boolean;
  /** Supervision orders wait to be opened. */
  openingsDue: boolean;
  /** When the next thing will be due; null: nothing is armed. */
  nextAt: Instant | null;
}

export interface ClockActivities {
  /** Claims everything that is due, set-wise, and leaves a sign of life. */
  claimRungs(args: { now: Instant }): Promise<ClockTick>;
  /** Tells cases whose time is over to look at the clock, paced; answers how many were told and how many did not answer. */
  pokeCases(args: { now: Instant }): Promise<{ told: number; failed: number }>;
  /** Opens the supervision orders that are waiting. */
  openOrders(args: { now: Instant }): Promise<{ opened: number; failed: number }>;
}
