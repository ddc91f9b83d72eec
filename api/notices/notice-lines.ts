import type { NoticeLine } from '../../db/queries/notices.ts';
import type { DeadLetter } from '../../db/queries/notices-dead.ts';
import { processOf } from '../../processes/index.ts';
import { isoOf } from '../../processes/kernel/clock.ts';
import { noticeWords } from '../../processes/kernel/notice-words.ts';
import { numberInRound } from '../../processes/kernel/present.ts';
import { type Locale, say } from '../../processes/kernel/text.ts';
import { channelWords, stateWords, troubleWords } from './words.ts';

export type NoticeItem = ReturnType<typeof presentNotice>;
export type DeadItem = ReturnType<typeof presentDeadLetter>;

/** A notice in words, with when it was shown, sent and read. */
export function presentNotice(line: NoticeLine, locale: Locale) {
  const process = line.process === null ? undefined : processOf(line.process, line.version ?? undefined);
  return {
    id: line.id,
    notice: line.notice,
    text: noticeWords(process, line, locale),
    case:
      line.number === null
        ? null
        : { id: line.caseId, number: numberInRound(line.number, line.round ?? 1), title: line.title ?? '' },
    drill: line.drill,
    automatic: line.automatic,
    createdAt: isoOf(line.createdMs),
    sentAt: isoOf(line.sentMs),
    readAt: line.readMs === null ? null : isoOf(line.readMs),
    deliveries: line.deliveries.map(({ channel, state, sentMs, digest }) => ({
      channel,
      channelText: say(channelWords[channel], locale),
      state,
      stateText: say(stateWords[state] ?? { zh: state, en: state }, locale),
      digest,
      sentAt: sentMs === null ? null : isoOf(Number(sentMs)),
    })),
  };
}

/** A message that nobody will try again by himself, for operators: what happened, no words of the case. */
export function presentDeadLetter(letter: DeadLetter, locale: Locale) {
  const { id, key, state, channel, person, personName, target, attempts, trouble, detail, digest, number } = letter;
  return {
    id,
    key,
    state,
    stateText: say(stateWords[state] ?? { zh: state, en: state }, locale),
    channel,
    channelText: say(channelWords[channel], locale),
    person: { id: person, name: personName },
    target: target === null ? null : masked(target),
    attempts,
    trouble,
    troubleText: say(troubleWords(trouble), locale),
    detail,
    digest,
    notice: letter.notice,
    number,
    createdAt: isoOf(letter.createdMs),
    attemptedAt: letter.attemptedMs === null ? null : isoOf(letter.attemptedMs),
  };
}

/** An operator sees where a message could not go, but not the whole mailbox of a person (个人信息保护法 art. 6). */
function masked(target: string): string {
  return target.replace(/^([^@\s])[^@\s]*@/, '$1***@');
}
