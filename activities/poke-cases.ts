import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { takeMoves } from '../db/queries/clock.ts';
import type { RecordDependencies } from '../db/record/write.ts';
import { type Instant, SECOND_MS } from '../processes/kernel/clock.ts';
import { type CaseSender, createCaseSender } from '../workflows/case.client.ts';

/** A house of two cores does some 60 moves and commands a second in all, so people's commands come first. */
const PER_SECOND = 45;
/** What people feel is the number at once: with eight all is done sooner, and they wait longer (docs/decisions/0007). */
const AT_ONCE = 3;
/** Some five seconds of work, after which the clock looks again. */
const CASES_MAX = 250;
const ANSWER_WAIT_MS = 10 * SECOND_MS;

/**
 * Tells cases that a time of theirs is over. They decide themselves what comes of it, at the instant it stands for; who does
 * not answer is told again later (`next_try`).
 */
export async function pokeCases(
  dependencies: RecordDependencies & { client: Client },
  { now }: { now: Instant },
  cancelled: AbortSignal,
): Promise<{ told: number; failed: number }> {
  const { client, database } = dependencies;
  const sender = createCaseSender(dependencies, (call) => client.withDeadline(Date.now() + ANSWER_WAIT_MS, call));
  const caseIds = await takeMoves(database, { now, limit: CASES_MAX });
  const done = { told: 0, failed: 0 };
  const waiting = [...caseIds];
  let slot = performance.now();
  const hands = Array.from({ length: AT_ONCE }, async () => {
    for (let caseId = waiting.shift(); caseId !== undefined && !cancelled.aborted; caseId = waiting.shift()) {
      slot = Math.max(slot + SECOND_MS / PER_SECOND, performance.now());
      await wait(Math.max(0, slot - performance.now()));
      done[(await poke(sender, caseId)) ? 'told' : 'failed'] += 1;
    }
  });
  await Promise.all(hands);
  return done;
}

async function poke(sender: CaseSender, caseId: string): Promise<boolean> {
  return sender.tick(caseId).then(
    () => true,
    () => false,
  );
}
