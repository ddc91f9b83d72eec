import type { Calendars } from './calendar.ts';
import type { DeadlineMove, DeadlineState, DueDay, Extension, Pause } from './case.ts';
import { dateOf, daysBetween, type Instant, isoOf } from './clock.ts';
import { reasonWords } from './common/texts.ts';
import { type Light, lightOf, lightWords } from './deadline.ts';
import type { Process } from './define-process.ts';
import type { DeadlineRule, Source, Viewer } from './define-rules.ts';
import { workingDaysLeft } from './limit.ts';
import { amountWords, plural } from './limit-words.ts';
import { type Locale, say, type Words } from './text.ts';

export interface DeadlineView {
  key: string;
  title: string;
  startedAt: string;
  dueDate: string | null;
  dueAt: string;
  provisional: boolean;
  light: Light;
  lightText: string;
  remaining: string;
  explanation: string;
  pausedSince?: string;
  /** Why the clock stands still and when it goes on, where a person stopped it. */
  pause?: PauseView;
  /** More time was asked when there was none left. */
  askedLate: boolean;
  extensions: ExtensionView[];
  /** What moved the last day, in order. */
  moves: MoveView[];
  source: { title: string; at?: string; standing: Source['standing'] };
}

/** A limit that is over: when it would have ended, when it did, and whether that was in time. */
export interface PastDeadlineView {
  title: string;
  dueDate: string | null;
  dueAt: string;
  endedAt: string;
  late: boolean;
}

export interface PauseView {
  reason: string;
  reasonText: string;
  until: string | null;
  reviewOn: string | null;
  note?: string;
  by?: string;
}

export interface ExtensionView {
  by: string;
  askedAt: string;
  verdict: 'pending' | 'granted' | 'refused';
  verdictText: string;
  decidedAt: string | null;
  /** Names and free texts are left out for the public. */
  askedBy?: string;
  reason?: string;
  decidedBy?: string;
  decisionReason?: string;
}

export interface MoveView {
  at: string;
  because: DeadlineMove['because'];
  becauseText: string;
  from: DueView;
  to: DueView;
  automatic: boolean;
  reason?: string;
  by?: string;
}

export interface DueView {
  dueDate: string | null;
  dueAt: string;
  provisional: boolean;
}

export interface Reading {
  at: Instant;
  locale: Locale;
  calendars: Calendars;
  /** Who reads; without it the reader is taken for the public. */
  viewer?: Viewer['kind'];
}

/** One clock in words. */
export function presentDeadline(process: Process, deadline: DeadlineState, reading: Reading): DeadlineView {
  const { at, locale, calendars, viewer = 'public' } = reading;
  const rule: DeadlineRule<string, string> | undefined = process.rules.deadlines[deadline.key];
  if (!rule) throw new Error(`Broken invariant: ${process.rules.id} knows the deadline ${deadline.key}`);
  const light = lightOf(deadline, at);
  const isOpen = viewer !== 'public';
  const pause = deadline.pauses.at(-1);
  return {
    key: deadline.key,
    title: process.texts[locale].deadlines[deadline.key] ?? deadline.key,
    startedAt: isoOf(deadline.startedAt),
    ...dueView(deadline),
    light,
    lightText: say(lightWords[light], locale),
    remaining: remainingWords(deadline, at, locale, calendars),
    explanation: say(deadline.explanation, locale),
    ...(deadline.pausedSince === null ? {} : { pausedSince: isoOf(deadline.pausedSince) }),
    ...(deadline.pausedSince === null || !pause || pause.because === 'state'
      ? {}
      : { pause: pauseView(pause, locale, isOpen) }),
    askedLate: deadline.askedLate,
    extensions: deadline.extensions.map((extension) => extensionView(extension, locale, isOpen)),
    moves: deadline.moves.map((move) => moveView(move, locale, isOpen)),
    source: presentSource(rule.source, locale),
  };
}

/** A source in words. */
export function presentSource(source: Source, locale: Locale): DeadlineView['source'] {
  return { title: say(source.title, locale), ...(source.at ? { at: source.at } : {}), standing: source.standing };
}

const verdictWords: Record<ExtensionView['verdict'], Words> = {
  pending: { zh: '待审批', en: 'to be decided' },
  granted: { zh: '已同意', en: 'granted' },
  refused: { zh: '未同意', en: 'refused' },
};

const moveWords: Record<DeadlineMove['because'], Words> = {
  extension: { zh: '延期', en: 'extension' },
  resumption: { zh: '暂停后恢复计时', en: 'resumed after a standstill' },
  calendar: { zh: '放假安排录入或更正', en: 'holiday table loaded or corrected' },
};

function pauseView({ because, note, by, until, reviewOn }: Pause, locale: Locale, isOpen: boolean): PauseView {
  const told = isOpen ? { note, ...(by ? { by: by.name } : {}) } : {};
  return { reason: because, reasonText: reasonWords(because, locale), until, reviewOn, ...told };
}

function extensionView(extension: Extension, locale: Locale, isOpen: boolean): ExtensionView {
  const { by, reason, askedBy, askedAt, decision } = extension;
  const verdict = decision?.verdict ?? 'pending';
  return {
    by: say(amountWords(by), locale),
    askedAt: isoOf(askedAt),
    verdict,
    verdictText: say(verdictWords[verdict], locale),
    decidedAt: decision ? isoOf(decision.at) : null,
    ...(isOpen ? { askedBy: askedBy.name, reason } : {}),
    ...(isOpen && decision ? { decidedBy: decision.by.name, decisionReason: decision.reason } : {}),
  };
}

function moveView({ at, because, by, reason, from, to }: DeadlineMove, locale: Locale, isOpen: boolean): MoveView {
  // The tables and the lawful reasons are public; what a person wrote is for those concerned.
  const text = because === 'extension' ? reason : because === 'calendar' ? reason : reasonOfPause(reason, locale);
  const isTold = isOpen || because !== 'extension';
  return {
    at: isoOf(at),
    because,
    becauseText: say(moveWords[because], locale),
    from: dueView(from),
    to: dueView(to),
    automatic: by === null,
    ...(isTold ? { reason: text } : {}),
    ...(isOpen && by ? { by: by.name } : {}),
  };
}

function reasonOfPause(reason: string, locale: Locale): string {
  if (reason !== 'state') return reasonWords(reason, locale);
  return locale === 'en' ? 'the state of the case' : '事项所处环节';
}

function dueView({ dueDate, dueAt, provisional }: DueDay): DueView {
  return { dueDate, dueAt: isoOf(dueAt), provisional };
}

function remainingWords(deadline: DeadlineState, at: Instant, locale: Locale, calendars: Calendars): string {
  const zh = locale === 'zh-CN';
  if (deadline.pausedSince !== null) return zh ? '计时已暂停' : 'the clock stands still';
  if (deadline.dueDate === null) {
    const minutes = Math.floor(Math.abs(deadline.dueAt - at) / 60_000);
    const span = zh
      ? `${Math.floor(minutes / 60)}小时${minutes % 60}分`
      : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
    if (at >= deadline.dueAt) return zh ? `已超期${span}` : `${span} overdue`;
    return zh ? `还剩${span}` : `${span} left`;
  }
  if ('workingDays' in deadline.limit) {
    const { workingDays: days } = workingDaysLeft({ at, dueDate: deadline.dueDate, calendars });
    if (at >= deadline.dueAt && days === 0) return zh ? '已超期,尚不足1个工作日' : 'overdue by less than a working day';
    if (at >= deadline.dueAt) return zh ? `已超期${-days}个工作日` : `${plural(-days, 'working day')} overdue`;
    return days === 0
      ? zh
        ? '今天到期'
        : 'due today'
      : zh
        ? `还剩${days}个工作日`
        : `${plural(days, 'working day')} left`;
  }
  const days = daysBetween(dateOf(at), deadline.dueDate);
  if (at >= deadline.dueAt) return zh ? `已超期${-days}天` : `${plural(-days, 'day')} overdue`;
  return days === 0 ? (zh ? '今天到期' : 'due today') : zh ? `还剩${days}天` : `${plural(days, 'day')} left`;
}

/** The limits of a case that are over, oldest first. */
export function presentPastDeadlines(
  process: Process,
  deadlines: readonly DeadlineState[],
  locale: Locale,
): PastDeadlineView[] {
  return deadlines.flatMap(({ key, dueDate, dueAt, endedAt }) =>
    endedAt === null
      ? []
      : [
          {
            title: process.texts[locale].deadlines[key] ?? key,
            dueDate,
            dueAt: isoOf(dueAt),
            endedAt: isoOf(endedAt),
            late: endedAt > dueAt,
          },
        ],
  );
}
