import { Context } from '@temporalio/activity';

const HEARTBEAT_MS = 2_000;

/**
 * Does the work of an activity while it tells that it is alive, by itself and not with each case: a few that do not answer for
 * their ten seconds must not look like a dead worker, whose work another one would begin beside it.
 */
export async function beating<Result>(work: (cancelled: AbortSignal) => Promise<Result>): Promise<Result> {
  const context = Context.current();
  const beat = setInterval(() => context.heartbeat(), HEARTBEAT_MS);
  try {
    return await work(context.cancellationSignal);
  } finally {
    clearInterval(beat);
  }
}
