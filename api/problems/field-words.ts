import type { z } from 'zod';
import { fill, type Words } from '../../processes/kernel/text.ts';
import type { FieldFault } from './api-problem.ts';

type Issue = z.core.$ZodIssue;

/** No form has more fields; a longer list of faults helps nobody. */
const FAULTS_MAX = 50;

/** What is wrong with each field, in our words: Zod's own Chinese is mixed with English. */
export function faultsOf(issues: readonly Issue[], prefix = ''): FieldFault[] {
  return issues
    .slice(0, FAULTS_MAX)
    .flatMap((issue) => faultsOfIssue(issue, prefix))
    .slice(0, FAULTS_MAX);
}

/** A JSON pointer (RFC 6901) to a path. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function faultsOfIssue(issue: Issue, prefix: string): FieldFault[] {
  const pointer = prefix + pointerOf(issue.path);
  if (issue.code === 'invalid_union') return faultsOfUnion(issue, pointer);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ pointer: pointer + pointerOf([key]), detail: words.unknown }));
  }
  return [{ pointer, detail: wordsOf(issue), next: remedyOf(issue) }];
}

/** Of alternatives the one that was meant tells its faults: that which knows all fields that were given. */
function faultsOfUnion(issue: z.core.$ZodIssueInvalidUnion, pointer: string): FieldFault[] {
  const { input, discriminator } = issue as { input?: unknown; discriminator?: string };
  const given = discriminator === undefined ? input : (input as Record<string, unknown> | undefined)?.[discriminator];
  if (given === undefined) return [{ pointer, detail: words.missing }];
  const isNothing = typeof given === 'object' && given !== null && Object.keys(given).length === 0;
  if (isNothing) return [{ pointer, detail: words.missing }];
  const meant = issue.errors.find(
    (faults) => faults.length > 0 && faults.every(({ code, path }) => code !== 'unrecognized_keys' && path.length > 0),
  );
  return meant ? meant.flatMap((fault) => faultsOfIssue(fault, pointer)) : [{ pointer, detail: words.noVariant }];
}

function wordsOf(issue: Issue): Words {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return words.missing;
      return types[issue.expected] ?? words.wrong;
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? filled(issue.origin === 'string' ? words.tooLong : words.tooMany, { limit: String(issue.maximum) })
        : filled(words.tooBig, { limit: String(issue.maximum) });
    case 'too_small':
      if (issue.origin === 'string') {
        return Number(issue.minimum) <= 1 ? words.empty : filled(words.tooShort, { limit: String(issue.minimum) });
      }
      return filled(issue.origin === 'array' ? words.tooFew : words.tooLittle, { limit: String(issue.minimum) });
    case 'invalid_value':
      if (issue.input === undefined) return words.missing;
      return filled(words.notOneOf, { values: issue.values.slice(0, 30).map(String).join(', ') });
    case 'invalid_format':
      return formats[issue.format] ?? words.badFormat;
    case 'not_multiple_of':
      return filled(words.notMultiple, { step: String(issue.divisor) });
    default:
      return words.wrong;
  }
}

/** What to write instead, for whoever mends one cell of a table and does not see the form. */
function remedyOf(issue: Issue): Words | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return remedies[issue.expected];
    case 'too_big':
      if (issue.origin === 'string') return filled(remedies.shorten, { limit: String(issue.maximum) });
      return issue.origin === 'array'
        ? filled(remedies.fewer, { limit: String(issue.maximum) })
        : filled(remedies.atMost, { limit: String(issue.maximum) });
    case 'too_small':
      if (issue.origin === 'string') return filled(remedies.lengthen, { limit: String(issue.minimum) });
      return issue.origin === 'array'
        ? filled(remedies.more, { limit: String(issue.minimum) })
        : filled(remedies.atLeast, { limit: String(issue.minimum) });
    case 'invalid_format':
      return remedies[issue.format];
    case 'not_multiple_of':
      return filled(remedies.round, { step: String(issue.divisor) });
    default:
      return undefined;
  }
}

const digits = {
  zh: '只写数字,例如 4 或 2.5,不带单位和文字',
  en: 'Write digits only, such as 4 or 2.5, without a unit',
};
const remedies: Record<string, Words> &
  Record<'shorten' | 'lengthen' | 'fewer' | 'more' | 'atMost' | 'atLeast' | 'round', Words> = {
  number: digits,
  int: { zh: '写一个整数,例如 4', en: 'Write a whole number, such as 4' },
  date: { zh: '改写为 2026-10-16 这样的日期', en: 'Write it as a date like 2026-10-16' },
  email: { zh: '改写为 li@example.cn 这样的地址', en: 'Write it as an address like li@example.cn' },
  storable_text: { zh: '删去这一格,重新键入文字', en: 'Clear the cell and type the text anew' },
  shorten: { zh: '缩短到{limit}个字以内', en: 'Shorten it to {limit} characters' },
  lengthen: { zh: '写完整,至少{limit}个字', en: 'Write it out, with at least {limit} characters' },
  fewer: { zh: '只保留{limit}项', en: 'Keep {limit} of them' },
  more: { zh: '写足{limit}项,用顿号隔开', en: 'Write at least {limit}, parted by 、' },
  atMost: { zh: '改为不大于{limit}的数', en: 'Write a number of at most {limit}' },
  atLeast: { zh: '改为不小于{limit}的数', en: 'Write a number of at least {limit}' },
  round: { zh: '四舍五入到{step}的整数倍', en: 'Round it to a multiple of {step}' },
};

function filled(template: Words, values: Record<string, string>): Words {
  return { zh: fill(template.zh, values), en: fill(template.en, values) };
}

const words = {
  missing: { zh: '必填', en: 'Required' },
  unknown: { zh: '没有这一项,请删去', en: 'There is no such field; leave it out' },
  wrong: { zh: '内容不符合要求', en: 'Not what is expected here' },
  empty: { zh: '不能为空', en: 'Must not be empty' },
  tooLong: { zh: '最多{limit}个字', en: 'At most {limit} characters' },
  tooShort: { zh: '至少{limit}个字', en: 'At least {limit} characters' },
  tooMany: { zh: '最多{limit}项', en: 'At most {limit} items' },
  tooFew: { zh: '至少{limit}项', en: 'At least {limit} items' },
  tooBig: { zh: '不能大于{limit}', en: 'Must not be more than {limit}' },
  tooLittle: { zh: '不能小于{limit}', en: 'Must not be less than {limit}' },
  notOneOf: { zh: '须为下列之一:{values}', en: 'Must be one of: {values}' },
  notMultiple: { zh: '须为{step}的整数倍', en: 'Must be a multiple of {step}' },
  badFormat: { zh: '格式不对', en: 'The format is not right' },
  noVariant: { zh: '与任何一种填法都不符', en: 'Fits none of the possible forms' },
} satisfies Record<string, Words>;

const types: Readonly<Record<string, Words>> = {
  string: { zh: '须为文字', en: 'Must be text' },
  number: { zh: '须为数字', en: 'Must be a number' },
  int: { zh: '须为整数', en: 'Must be a whole number' },
  boolean: { zh: '须为“是”或“否”(true/false)', en: 'Must be true or false' },
  array: { zh: '须为列表', en: 'Must be a list' },
  object: { zh: '须为一组字段', en: 'Must be an object' },
  record: { zh: '须为一组字段', en: 'Must be an object' },
};

const formats: Readonly<Record<string, Words>> = {
  date: { zh: '须为存在的日期,例如 2026-10-16', en: 'Must be a date that exists, such as 2026-10-16' },
  datetime: {
    zh: '须为带时区的时间,例如 2026-10-16T09:00:00+08:00',
    en: 'Must be a time with its zone, such as 2026-10-16T09:00:00+08:00',
  },
  email: { zh: '须为邮件地址,例如 li@example.cn', en: 'Must be an e-mail address, such as li@example.cn' },
  storable_text: { zh: '含有不能保存的控制字符', en: 'Holds control characters that cannot be stored' },
};
