import { parseArgs } from 'node:util';
import { LaunchProblem, reasonOf } from '../tools/launch/launch-problem.ts';

export const parts = ['commands', 'memory', 'inbox'] as const;
export type Part = (typeof parts)[number];

/** How much is measured; everything is bounded by a count. */
export interface BenchOptions {
  parts: readonly Part[];
  rounds: number;
  /** Operations of one block, by number of clients. */
  operations: Record<1 | 16, number>;
  cases: number;
  cachedCases: number;
  openCases: readonly number[];
  pages: number;
}

/** A run of three to five minutes. */
export const fullRun: BenchOptions = {
  parts,
  rounds: 5,
  operations: { 1: 100, 16: 480 },
  cases: 64,
  cachedCases: 500,
  openCases: [10_000, 100_000],
  pages: 2_000,
};

/** Less than a minute: shows that everything works, not what it costs. */
export const quickRun: BenchOptions = {
  parts,
  rounds: 1,
  operations: { 1: 40, 16: 160 },
  cases: 32,
  cachedCases: 100,
  openCases: [10_000],
  pages: 400,
};

export const benchHelp = `npm run bench -- [--quick] [--rounds N] [--only ${parts.join(',')}]
  --quick        一分钟以内的短测 / a short run of less than a minute
  --rounds N     交替测量的轮数 / how often the ways are measured in turn
  --only PART    只测其中一部分，可用逗号并列 / one part or several, with commas
`;

export function readOptions(args: readonly string[]): BenchOptions | 'help' {
  const values = parse(args);
  if (values.help) {
    return 'help';
  }
  const run = values.quick ? quickRun : fullRun;
  return {
    ...run,
    rounds: values.rounds === undefined ? run.rounds : countOf(values.rounds),
    parts: values.only === undefined ? run.parts : values.only.split(',').map(partOf),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        quick: { type: 'boolean' },
        rounds: { type: 'string' },
        only: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new LaunchProblem(`参数有误。\n${benchHelp}`, reasonOf(error));
  }
}

function countOf(text: string): number {
  const rounds = Number(text);
  if (Number.isInteger(rounds) && rounds >= 1 && rounds <= 50) {
    return rounds;
  }
  throw new LaunchProblem(`--rounds 应为 1 到 50 的整数。`, `--rounds takes an integer from 1 to 50, not ${text}.`);
}

function partOf(text: string): Part {
  const part = parts.find((name) => name === text);
  if (part !== undefined) {
    return part;
  }
  throw new LaunchProblem(
    `没有 ${text} 这一部分，可选：${parts.join('、')}。`,
    `There is no part ${text}; there are ${parts.join(', ')}.`,
  );
}
