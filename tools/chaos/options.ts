import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { LaunchProblem, reasonOf } from '../launch/launch-problem.ts';

export interface ChaosOptions {
  /** How many cases are played; in each of them every part is killed once. */
  rounds: number;
  /** Makes the moments of the kills the same again. */
  seed: number;
}

export const chaosHelp = `npm run chaos -- [--rounds N] [--seed S]
  --rounds N   办理几件案件，每件都把四个部分各 kill -9 一次（默认 1）
               how many cases are played, with one kill -9 of each of the four parts in each of them (1)
  --seed S     kill 时刻的随机种子，用于重现 / seed of the moments, to play a run again
`;

export function readChaosOptions(args: readonly string[]): ChaosOptions | 'help' {
  const values = parse(args);
  if (values.help) {
    return 'help';
  }
  return {
    rounds: integer('--rounds', values.rounds ?? '1', { min: 1, max: 100 }),
    seed: integer('--seed', values.seed ?? String(randomInt(2 ** 31)), { min: 0, max: 2 ** 31 }),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { rounds: { type: 'string' }, seed: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    }).values;
  } catch (error) {
    throw new LaunchProblem(`参数有误。\n${chaosHelp}`, reasonOf(error));
  }
}

function integer(name: string, text: string, { min, max }: { min: number; max: number }): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= min && value <= max) {
    return value;
  }
  throw new LaunchProblem(
    `${name} 应为 ${min} 到 ${max} 的整数。`,
    `${name} takes an integer from ${min} to ${max}, not ${text}.`,
  );
}
