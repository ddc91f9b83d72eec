import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import { dropIntent, noteTrouble, takeIntents, type WaitingIntent } from '../db/record/intents.ts';
import type { RecordDependencies } from '../db/record/write.ts';
import { type CaseSender, CLOSED, CommandRefused, createCaseSender } from '../workflows/case.client.ts';

/**
 * Finishes what a sender left behind who died between the acceptance of a command and its write: his intent says which case
 * has to be asked, and the case answers whatever is not written yet (docs/decisions/0004).
 */
export interface Healer {
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 5_000;
/** One case costs an update, so they are paced: people's commands come first. */
const CASES_PER_LOOK = 50;
const ANSWER_WAIT_MS = 10_000;

export function startHealer(dependencies: RecordDependencies & { client: Client; log: Logger }): Healer {
  const { client, log } = dependencies;
  const sender = createCaseSender(dependencies, (call) => client.withDeadline(Date.now() + ANSWER_WAIT_MS, call));
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      const healed = await heal({ ...dependencies, sender }, stopping.signal).catch((error: unknown) => {
        log.warn({ reason: String(error) }, 'commands left behind could not be looked for; trying again');
        return 0;
      });
      if (healed === CASES_PER_LOOK) continue;
      await wait(LOOK_EVERY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

/** Looks once; answers how many intents were due. */
export async function heal(
  dependencies: RecordDependencies & { sender: CaseSender; log: Logger },
  signal?: AbortSignal,
): Promise<number> {
  const { database, log } = dependencies;
  const intents = await takeIntents(database, { limit: CASES_PER_LOOK });
  for (const intent of intents) {
    if (signal?.aborted) break;
    try {
      await healOne(dependencies, intent);
    } catch (error) {
      // One case that does not answer must not hide the others; it is asked again, each time later.
      const trouble = error instanceof CommandRefused ? error.refusal.problem.code : String(error);
      await noteTrouble(database, { ...intent, trouble });
      log.warn({ caseId: intent.caseId, attempts: intent.attempts, trouble }, 'a command left behind waits on');
    }
  }
  return intents.length;
}

async function healOne(
  { database, sender, log }: RecordDependencies & { sender: CaseSender; log: Logger },
  { commandId, caseId, isWritten }: WaitingIntent,
): Promise<void> {
  const told = await sender.tick(caseId, { commandId });
  // It has ended, and ended only with everything written; or it never was: the command did not come to it.
  if (told === CLOSED) await dropIntent(database, commandId);
  else if (!isWritten) log.info({ caseId }, 'a command whose sender had gone is settled');
}
