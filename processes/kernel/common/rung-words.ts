/** What a rung is called, in entries and notices. */
import { type Locale, say, type Words } from '../text.ts';

/** By the name of the rung as ladders know it (law/ladders.ts); `review` stands for every review of a pause. */
const rungNames: Readonly<Record<string, Words>> = {
  remindBefore: { zh: '到期前提醒', en: 'reminder before the end' },
  remindOnDay: { zh: '到期当日提醒', en: 'reminder on the last day' },
  urge: { zh: '催办', en: 'urging' },
  order: { zh: '督办', en: 'supervision order' },
  review: { zh: '复核提醒', en: 'reminder of the review' },
};

const unnamed: Words = { zh: '提醒', en: 'reminder' };

/** True if a rung has a name of its own. */
export function isNamedRung(rung: string): boolean {
  return Object.hasOwn(rungNames, nameOf(rung));
}

export function rungWords(rung: string, locale: Locale): string {
  return say(rungNames[nameOf(rung)] ?? unnamed, locale);
}

/** Rungs that should have gone out before, during an outage: one notice tells them with the one that came last. */
export function missedWords(rungs: readonly string[], locale: Locale): string {
  if (rungs.length === 0) return '';
  const names = rungs.map((rung) => rungWords(rung, locale));
  return locale === 'en'
    ? ` (told together with what did not go out in time: ${names.join(', ')})`
    : `(${names.join('、')}此前未能按时发出,在此一并告知)`;
}

/** `review@1790000000000`: a pause that was given again is reviewed again. */
function nameOf(rung: string): string {
  return rung.split('@')[0] ?? rung;
}
