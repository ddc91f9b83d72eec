import { type Child, logTail } from './child.ts';
import { type Report, reasonOf } from './launch-problem.ts';

export type Service = {
  name: string;
  /** Starts the process and resolves when it is of use. */
  start: () => Promise<Child>;
  stop: (child: Child) => Promise<void>;
};

export type Supervised = { name: string; pid: () => number; stop: () => Promise<void> };

export type SupervisorOptions = {
  report: Report;
  /** Called after each start, so that pids can be written down. */
  onStarted: () => void;
  onGiveUp: (reason: string) => void;
};

const QUICK_DEATH_MS = 10_000;
const MOST_QUICK_DEATHS = 5;
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;

/** Starts a process and starts it again whenever it dies, until it is stopped or dies too quickly too often. */
export async function supervise(service: Service, options: SupervisorOptions): Promise<Supervised> {
  let child = await service.start();
  let stopping = false;
  let restart: Promise<void> | undefined;
  options.onStarted();

  const watch = (current: Child, startedAt: number, quickDeaths: number): void => {
    void current.exited.then(({ code, signal }) => {
      if (stopping) {
        return;
      }
      const isQuick = Date.now() - startedAt < QUICK_DEATH_MS;
      options.report(
        `${service.name}: 意外结束，重新启动 / ended (${signal ?? code}), starting again; ${current.logFile}`,
      );
      restart = again(isQuick ? quickDeaths + 1 : 1, current.logFile);
    });
  };

  const again = async (deaths: number, logFile: string): Promise<void> => {
    let quickDeaths = deaths;
    while (!stopping) {
      if (quickDeaths >= MOST_QUICK_DEATHS) {
        options.onGiveUp(
          `${service.name}: 连续 ${quickDeaths} 次启动后即结束，放弃 / died ${quickDeaths} times in a row, giving up; ${logFile}\n${logTail(logFile)}`,
        );
        return;
      }
      await new Promise((resolve) =>
        setTimeout(resolve, Math.min(FIRST_WAIT_MS * 4 ** (quickDeaths - 1), LONGEST_WAIT_MS)),
      );
      if (stopping) {
        return;
      }
      try {
        const startedAt = Date.now();
        const started = await service.start();
        if (stopping) {
          await service.stop(started);
          return;
        }
        child = started;
        watch(child, startedAt, quickDeaths);
        options.onStarted();
        options.report(`${service.name}: 已恢复 / is back (pid ${child.pid})`);
        return;
      } catch (error) {
        quickDeaths += 1;
        options.report(`${service.name}: ${reasonOf(error).split('\n')[0]}`);
      }
    }
  };

  watch(child, Date.now(), 0);
  return {
    name: service.name,
    pid: () => child.pid,
    stop: async () => {
      stopping = true;
      await service.stop(child);
      await restart;
    },
  };
}
