import type { OrderRow } from '../../db/queries/orders.ts';
import { processes } from '../../processes/index.ts';
import type { Holding } from '../../processes/kernel/actor.ts';
import { isoOf } from '../../processes/kernel/clock.ts';
import { type Light, lightIn, lightTextIn, openDeadlines } from '../../processes/kernel/deadline.ts';
import type { OrderLine } from '../../processes/kernel/define-process.ts';
import { caseLight, numberInRound } from '../../processes/kernel/present.ts';
import { type Locale, say, type Words } from '../../processes/kernel/text.ts';
import { type RoleName, roles } from '../../processes/organisation.ts';
import { dueIn } from '../cases/case-lines.ts';
import { processFor } from '../cases/case-reader.ts';

/** The processes whose cases are orders: those that say how one is issued. */
export function orderProcesses(): string[] {
  return [...new Set(processes.filter(({ orderFor }) => orderFor).map(({ rules }) => rules.id))];
}

/** An order in words. */
export interface OrderItem {
  id: string;
  number: string;
  process: string;
  about: { caseId: string; number: string; title: string };
  unit: Holding & { text: string };
  /** Who has it there, as far as the order says. */
  person: string | null;
  bySystem: boolean;
  issuedAt: string;
  state: string;
  stateText: string;
  ended: boolean;
  drill: boolean;
  light: Light;
  lightText: string;
  dueDate: string | null;
  dueAt: string | null;
  answer: OrderLine['answer'];
  answerText: string;
  answeredAt: string | null;
  /** Answered late, or not answered though its time is over. */
  late: boolean;
}

const answers: Record<OrderLine['answer'], Words> = {
  waiting: { zh: '待答复', en: 'not answered yet' },
  inTime: { zh: '按期答复', en: 'answered in time' },
  late: { zh: '逾期答复', en: 'answered late' },
  dropped: { zh: '已撤回,无需答复', en: 'withdrawn, no answer needed' },
};

const overdue: Words = { zh: '已超期,尚未答复', en: 'overdue, not answered yet' };

/** An order as a board tells it; undefined where its process says nothing of it. */
export function presentOrder(
  { record, clockOffsetMs }: Pick<OrderRow, 'record' | 'clockOffsetMs'>,
  { orgNames, locale }: { orgNames: ReadonlyMap<string, string>; locale: Locale },
): OrderItem | undefined {
  const process = processFor(record);
  const line = process.orderLine?.(record);
  if (!line) return undefined;
  const at = Date.now() + clockOffsetMs;
  const kind = process.rules.states[record.state]?.kind ?? 'open';
  const light = lightIn(kind, caseLight(openDeadlines(record.deadlines), at));
  const isOverdue = line.answer === 'waiting' && light === 'red';
  const { role, org } = line.unit;
  return {
    id: record.id,
    number: numberInRound(record.number, record.data.round),
    process: record.process,
    about: line.about,
    unit: { role, org, text: officeWords(role, orgNames.get(org) ?? org, locale) },
    person: line.person,
    bySystem: line.bySystem,
    issuedAt: isoOf(line.issuedAt),
    state: record.state,
    stateText: process.texts[locale].states[record.state]?.title ?? record.state,
    ended: kind === 'final',
    drill: record.drill,
    light,
    lightText: say(lightTextIn(kind, light), locale),
    ...dueOf(record.deadlines),
    answer: line.answer,
    answerText: say(isOverdue ? overdue : answers[line.answer], locale),
    answeredAt: line.answeredAt === null ? null : isoOf(line.answeredAt),
    late: line.answer === 'late' || isOverdue,
  };
}

/** An office with its organisation: 安贞西里社区社区工作者. */
export function officeWords(role: string, orgText: string, locale: Locale): string {
  const title = roles[role as RoleName]?.title;
  const text = title ? say(title, locale) : role;
  return locale === 'en' ? `${text}, ${orgText}` : `${orgText} ${text}`;
}

function dueOf(deadlines: Parameters<typeof dueIn>[0]): { dueDate: string | null; dueAt: string | null } {
  const { dueDate, dueAt } = dueIn(deadlines);
  return { dueDate, dueAt };
}
