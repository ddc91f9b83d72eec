import type { HeldDelivery, NoticeContent } from '../../db/queries/notices-delivery.ts';
import { processOf } from '../../processes/index.ts';
import type { Calendars } from '../../processes/kernel/calendar.ts';
import type { DeadlineState } from '../../processes/kernel/case.ts';
import { type Instant, isoOf } from '../../processes/kernel/clock.ts';
import { openDeadlines } from '../../processes/kernel/deadline.ts';
import type { Process } from '../../processes/kernel/define-process.ts';
import { noticeWords } from '../../processes/kernel/notice-words.ts';
import { numberInRound } from '../../processes/kernel/present.ts';
import { presentDeadline } from '../../processes/kernel/present-deadline.ts';
import type { Locale } from '../../processes/kernel/text.ts';

/** One message to one person, in his language, before any channel gives it its form. */
export interface Letter {
  key: string;
  kind: 'notice' | 'digest';
  person: { id: string; name: string };
  locale: Locale;
  items: LetterItem[];
  /** Notices of a digest that no longer fit in. */
  omitted: number;
  /** Where the person reads all notices and changes how he is told. */
  settingsLink: string;
}

export interface LetterItem {
  notice: string;
  text: string;
  /** ISO 8601: when it arose. */
  at: string;
  automatic: boolean;
  case: { id: string; number: string; title: string; link: string } | null;
  /** The clock that the notice is about, else the most pressing one, as it stands when the message is written. */
  due: { title: string; date: string | null; at: string; provisional: boolean; explanation: string } | null;
}

/** Writes a message. */
export function writeLetter(
  delivery: HeldDelivery,
  contents: readonly (NoticeContent & { total: number })[],
  context: { baseUrl: string; calendars: Calendars; at: Instant },
): Letter {
  const locale = delivery.language ?? 'zh-CN';
  return {
    key: delivery.key,
    kind: delivery.digestId === null ? 'notice' : 'digest',
    person: { id: delivery.person, name: delivery.personName },
    locale,
    items: contents.map((content) => itemOf(content, locale, context)),
    omitted: (contents[0]?.total ?? 0) - contents.length,
    settingsLink: `${context.baseUrl}/notices`,
  };
}

function itemOf(
  content: NoticeContent,
  locale: Locale,
  { baseUrl, calendars, at }: { baseUrl: string; calendars: Calendars; at: Instant },
): LetterItem {
  const { caseId, number, round, title } = content;
  const process = content.process === null ? undefined : processOf(content.process, content.version ?? undefined);
  return {
    notice: content.notice,
    text: oneLine(noticeWords(process, content, locale)),
    at: isoOf(content.createdMs),
    automatic: content.automatic,
    case:
      number === null
        ? null
        : {
            id: caseId,
            number: numberInRound(number, round ?? 1),
            title: oneLine(title ?? ''),
            link: `${baseUrl}/cases/${encodeURIComponent(caseId)}`,
          },
    due: process === undefined ? null : dueOf(process, content, { at: at + content.clockOffsetMs, locale, calendars }),
  };
}

function dueOf(
  process: Process,
  { deadlines, values }: NoticeContent,
  reading: { at: Instant; locale: Locale; calendars: Calendars },
): LetterItem['due'] {
  const open = openDeadlines((deadlines ?? []) as DeadlineState[]);
  const told = open.find(({ key }) => key === values['deadline']) ?? open[0];
  if (told === undefined) return null;
  const { title, dueDate, dueAt, provisional, explanation } = presentDeadline(process, told, reading);
  return { title, date: dueDate, at: dueAt, provisional, explanation };
}

/** Titles come from people: a line break in one must not begin a new line, or header, of a message. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
