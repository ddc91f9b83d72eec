import { namedValues } from './common/values.ts';
import type { Process } from './define-process.ts';
import type { ProblemValues } from './problem.ts';
import { fill, type Locale, say, type Words } from './text.ts';

/** Notices that belong to no process; those of one process live in its texts. */
const commonNotices: Readonly<Record<string, Words>> = {
  'calendar.applied': {
    zh: '{year}年放假安排已更新,与您有关的{cases}件事项共{deadlines}项期限已重新计算,原因和前后日期见各事项办理记录。',
    en: 'The holiday table of {year} is new: {deadlines} deadlines of {cases} cases of yours were counted again. Reason and dates stand in the ledger of each case.',
  },
};

/** Told where a release no longer knows a notice that an older one wrote: better than nothing, and never the bare key. */
const unknownNotice: Words = {
  zh: '您关注的事项有新的进展,请查看。',
  en: 'There is something new in a case of yours; please look.',
};

/** What a notice says to its person. */
export function noticeWords(
  process: Process | undefined,
  { notice, values }: { notice: string; values: ProblemValues },
  locale: Locale,
): string {
  const texts = process?.texts[locale] ?? null;
  const own: string | undefined = texts?.notices[notice];
  const named = { ...values, ...namedValues(values, locale, texts) };
  return fill(own ?? say(commonNotices[notice] ?? unknownNotice, locale), named);
}
