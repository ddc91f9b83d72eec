import { type Report, reasonOf } from './launch-problem.ts';
import { onParentGone } from './parent-watch.ts';

type Stop = { name: string; stop: () => Promise<void> | void };

export type Shutdown = {
  /** What was begun later is stopped earlier; what has the same rank is stopped together. */
  add: (rank: number, stop: Stop) => void;
  /** Stops everything and ends this process. */
  exit: (code: number) => Promise<never>;
  isStopping: () => boolean;
};

// A terminal sends Ctrl-C to the whole foreground group and npm and bootstrap pass it on: what comes within this time is
// the same key; a later one means "at once".
const SAME_KEY_MS = 1_000;

/** Takes over the signals: the first stops in order, another one later kills what is left. */
export function createShutdown(report: Report, exitCode: () => number): Shutdown {
  const stops = new Map<number, Stop[]>();
  let stoppingSince: number | undefined;

  const exit = async (code: number): Promise<never> => {
    stoppingSince ??= Date.now();
    for (const rank of [...stops.keys()].sort((left, right) => right - left)) {
      await Promise.all(
        (stops.get(rank) ?? []).map(async ({ name, stop }) => {
          try {
            await stop();
          } catch (error) {
            report(`${name}: ${reasonOf(error)}`);
          }
        }),
      );
    }
    process.exit(code);
  };

  const begin = (): void => {
    report('正在停止 / stopping …');
    void exit(exitCode());
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stoppingSince === undefined) {
        begin();
      } else if (Date.now() - stoppingSince > SAME_KEY_MS) {
        process.exit(130);
      }
    });
  }
  // Nobody reads what we say then, and a closed pipe must not end us halfway.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
  if (process.env['BIHUAN_STARTED_AT'] !== undefined) {
    onParentGone(() => stoppingSince === undefined && begin());
  }
  return {
    add: (rank, stop) => stops.set(rank, [...(stops.get(rank) ?? []), stop]),
    exit,
    isStopping: () => stoppingSince !== undefined,
  };
}
