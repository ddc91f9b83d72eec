import type { Process } from './define-process.ts';
import type { ProblemValues } from './problem.ts';
import { fill, type Locale, say, type Words } from './text.ts';

/** Notices that belong to no process; those of one process live in its texts. */
const commonNotices: Readonly<Record<string, Words>> = {};

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
  const own: string | undefined = process?.texts[locale].notices[notice];
  return fill(own ?? say(commonNotices[notice] ?? unknownNotice, locale), values);
}
