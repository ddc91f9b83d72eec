const LOOK_EVERY_MS = 1_000;

/**
 * Calls back when the process that started us is gone. npm passes a signal to its shell only, and kill -9 is passed to
 * nobody: without this a command would go on alone, holding data folder and ports.
 */
export function onParentGone(callback: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) {
      clearInterval(timer);
      callback();
    }
  }, LOOK_EVERY_MS);
  timer.unref();
}
