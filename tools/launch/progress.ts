import { type Report, reasonOf } from './launch-problem.ts';

const REMIND_EVERY_MS = 10_000;

/** Writes lines with the seconds since the command was given (by bootstrap, if that started us). */
export function createReport(write: (text: string) => void = (text) => process.stdout.write(text)): Report {
  const startedAt = Number(process.env['BIHUAN_STARTED_AT'] ?? Date.now());
  return (line) => write(`${((Date.now() - startedAt) / 1000).toFixed(1).padStart(5)} s  ${line}\n`);
}

/** Runs a long step, saying that it began, that it still goes on, and that it is done. */
export async function step<Result>(report: Report, label: string, work: () => Promise<Result>): Promise<Result> {
  const from = Date.now();
  const seconds = () => ((Date.now() - from) / 1000).toFixed(1);
  report(`… ${label}`);
  const reminder = setInterval(
    () => report(`… ${label}（${Math.round((Date.now() - from) / 1000)} s）`),
    REMIND_EVERY_MS,
  );
  try {
    const result = await work();
    report(`✓ ${label}（${seconds()} s）`);
    return result;
  } catch (error) {
    report(`✗ ${label}（${seconds()} s）：${reasonOf(error).split('\n')[0]}`);
    throw error;
  } finally {
    clearInterval(reminder);
  }
}
