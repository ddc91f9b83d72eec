import { parseArgs } from 'node:util';
import { LaunchProblem, reasonOf } from '../tools/launch/launch-problem.ts';

export const timeParts = ['claims', 'moves', 'calendar', 'idle'] as const;
export type TimePart = (typeof timeParts)[number];

export interface TimeOptions {
  parts: readonly TimePart[];
  cases: number;
  openCases: number;
}

export const timeHelp = `npm run bench:time -- [--quick] [--only ${timeParts.join(',')}]
  --quick      一千件的短测,几分钟 / a thousand cases instead of ten, a few minutes
  --only PART  只测其中一部分,可用逗号并列 / one part or several, with commas
`;

export function readTimeOptions(args: readonly string[]): TimeOptions | 'help' {
  const values = parse(args);
  if (values.help) return 'help';
  const parts = values.only === undefined ? timeParts : values.only.split(',').map(partOf);
  return { parts, cases: values.quick ? 1_000 : 10_000, openCases: values.quick ? 10_000 : 100_000 };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { quick: { type: 'boolean' }, only: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    }).values;
  } catch (error) {
    throw new LaunchProblem(`参数有误。\n${timeHelp}`, reasonOf(error));
  }
}

function partOf(text: string): TimePart {
  const part = timeParts.find((name) => name === text);
  if (part !== undefined) return part;
  throw new LaunchProblem(
    `没有 ${text} 这一部分,可选:${timeParts.join('、')}。`,
    `There is no part ${text}; there are ${timeParts.join(', ')}.`,
  );
}
