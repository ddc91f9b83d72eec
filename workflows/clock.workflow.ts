import {
  CancellationScope,
  condition,
  makeContinueAsNewFunc,
  proxyActivities,
  proxyLocalActivities,
  setCurrentDetails,
  sleep,
} from '@temporalio/workflow';
import { type Instant, isoOf, SECOND_MS } from '../processes/kernel/clock.ts';
import type { ClockActivities, ClockInput, ClockTick } from './clock.messages.ts';

/** The longest time between two looks: so late may something be that was armed meanwhile. */
const LOOK_EVERY_MS = 5 * SECOND_MS;
/** PostgreSQL is away: nothing is lost by waiting, what is due stays due. */
const TROUBLE_WAIT_MS = 2 * SECOND_MS;
/** About six events each, so a run stays far below the limits of a history. */
const TICKS_MAX = 400;

const { claimRungs } = proxyLocalActivities<ClockActivities>({
  // Longer than PostgreSQL gives one statement, so that its answer arrives.
  startToCloseTimeout: '15 seconds',
  scheduleToCloseTimeout: '16 seconds',
  retry: { initialInterval: '100 milliseconds', maximumAttempts: 2 },
});

// Level-triggered: a try that is lost is not repeated here, the next look finds the same rows.
const { pokeCases, openOrders } = proxyActivities<ClockActivities>({
  startToCloseTimeout: '1 minute',
  heartbeatTimeout: '10 seconds',
  retry: { maximumAttempts: 1 },
});

/**
 * The clock of all real cases. It holds nothing: what is due stands in PostgreSQL, armed by the same statements that record
 * the cases, so it may be killed, doubled or started anew at any moment.
 */
export async function clock(input: ClockInput = {}): Promise<void> {
  const underWay = new Set<string>();
  const ticksMax = input.ticksMax ?? TICKS_MAX;
  for (let tick = 0; tick < ticksMax; tick += 1) {
    const now = Date.now();
    const looked = await look(now);
    setCurrentDetails(details(now, looked));
    if (looked === null) {
      await sleep(TROUBLE_WAIT_MS);
      continue;
    }
    if (looked.movesDue) follow('moves', () => pokeCases({ now }));
    if (looked.openingsDue) follow('openings', () => openOrders({ now }));
    if (!looked.more) await sleep(waitAfter(looked));
  }
  await condition(() => underWay.size === 0);
  await makeContinueAsNewFunc<typeof clock>()(input);

  /** Looking goes on while cases are being told: what is due for others must not wait for them. */
  function follow(name: string, work: () => Promise<unknown>): void {
    if (underWay.has(name)) return;
    underWay.add(name);
    CancellationScope.nonCancellable(work)
      .catch(() => undefined)
      .finally(() => underWay.delete(name));
  }
}

async function look(now: Instant): Promise<ClockTick | null> {
  try {
    return await claimRungs({ now });
  } catch {
    return null;
  }
}

function waitAfter({ nextAt, movesDue, openingsDue }: ClockTick): number {
  if (movesDue || openingsDue) return SECOND_MS;
  const untilNext = nextAt === null ? LOOK_EVERY_MS : nextAt - Date.now();
  return Math.min(Math.max(untilNext, 1), LOOK_EVERY_MS);
}

/** Markdown for Temporal's own pages. */
function details(now: Instant, looked: ClockTick | null): string {
  if (looked === null) return `- 数据库没有应答 PostgreSQL does not answer (${isoOf(now)})`;
  const next = looked.nextAt === null ? '—' : isoOf(looked.nextAt);
  return `- 最近一次 last look: ${isoOf(now)}, ${looked.claimed}\n- 下一项 next: ${next}`;
}
