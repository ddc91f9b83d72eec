/** Something a person can remedy; shown in Chinese and English without a stack. */
export class LaunchProblem extends Error {
  constructor(zh: string, en: string) {
    super(`${zh}\n${en}`);
    this.name = 'LaunchProblem';
  }
}

/** Takes one line of progress for the person at the terminal. */
export type Report = (line: string) => void;

/** The words of any error, without its stack. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) {
    return error.errors.map(reasonOf).join('; ');
  }
  if (!(error instanceof Error)) {
    return String(error);
  }
  const cause = error.cause === undefined ? '' : `: ${reasonOf(error.cause)}`;
  return `${error.message}${cause}`;
}
