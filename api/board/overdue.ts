import { Injectable } from '@nestjs/common';
import { readCasesOf } from '../../db/queries/orders.ts';
import { listOrgs } from '../../db/queries/orgs.ts';
import { listOverdue, type OverdueLine } from '../../db/queries/overdue.ts';
import { orderProcess } from '../../processes/index.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import { expectationsOf } from '../../processes/kernel/addressees.ts';
import type { Calendars } from '../../processes/kernel/calendar.ts';
import { isoOf } from '../../processes/kernel/clock.ts';
import { rungWords } from '../../processes/kernel/common/rung-words.ts';
import { openDeadlines } from '../../processes/kernel/deadline.ts';
import type { Process } from '../../processes/kernel/define-process.ts';
import { permissionOf } from '../../processes/kernel/permission.ts';
import { grantWords, numberInRound } from '../../processes/kernel/present.ts';
import { presentDeadline } from '../../processes/kernel/present-deadline.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { levels } from '../../processes/organisation.ts';
import type { CaseRecord } from '../../workflows/case.messages.ts';
import { CalendarTables } from '../calendars/calendar-tables.ts';
import { processFor } from '../cases/case-reader.ts';
import { cursorOf, ORDINAL, readCursor } from '../cursor.ts';
import { Store } from '../store.ts';
import { boardWords } from './board.ts';
import { type OrderItem, orderProcesses, presentOrder } from './order-lines.ts';
import { staffReach } from './staff-reach.ts';

/** A case whose time is over, in words. */
export interface OverdueItem {
  id: string;
  number: string;
  title: string;
  process: string;
  processText: string;
  org: string;
  orgText: string;
  drill: boolean;
  stateText: string;
  deadline: string;
  deadlineText: string;
  dueDate: string | null;
  dueAt: string;
  provisional: boolean;
  /** How late it is, as people say it: 已超期3个工作日. */
  lateText: string;
  explanation: string;
  /** What the clock last sent about the case. */
  lastRung: { rung: string; text: string; at: string } | null;
  /** What is to be done next, and by whom. */
  expected: { title: string; who: string }[];
  /** Orders about the case, oldest first. */
  orders: Pick<OrderItem, 'id' | 'number' | 'state' | 'stateText' | 'answer' | 'answerText'>[];
  /** The process by which this person may issue an order about the case; null if he may not. */
  orderBy: string | null;
}

export interface OverdueQuestion {
  org?: string | undefined;
  process?: string | undefined;
  drill: boolean;
  cursor?: string | undefined;
  limit: number;
}

/** As PostgreSQL writes a time. */
const TIME = /^\d{4,5}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,3})?[+-]\d\d(?::\d\d)?$/;

/** What is overdue, the most late first. */
@Injectable()
export class Overdue {
  constructor(
    private readonly store: Store,
    private readonly tables: CalendarTables,
  ) {}

  async list(
    actor: Actor,
    { org, process, drill, cursor, limit }: OverdueQuestion,
    locale: Locale,
  ): Promise<{ items: OverdueItem[]; next: string | null }> {
    const tops = staffReach(actor, boardWords, locale);
    const { db } = this.store;
    const [lateSince, ordinal] = cursor === undefined ? [] : readCursor(cursor, TIME, ORDINAL);
    const after = lateSince && ordinal ? { lateSince, ordinal } : undefined;
    const [lines, orgs, tablesOf] = await Promise.all([
      listOverdue(db, { tops, org, process, drill, after, limit: limit + 1 }),
      listOrgs(db),
      this.tables.ofEach(),
    ]);
    const page = lines.slice(0, limit);
    const orgNames = new Map(orgs.map(({ id, name }) => [id, name]));
    const ids = page.flatMap(({ record }) => record.links.map(({ caseId }) => caseId));
    const linked = await readCasesOf(db, { ids, processes: orderProcesses() });
    const orders = linked.flatMap((row) => presentOrder(row, { orgNames, locale }) ?? []);
    const last = page.at(-1);
    return {
      items: page.map((line) => presentOverdue(line, { orders, actor, locale, calendars: tablesOf(line.record) })),
      next: last && lines.length > limit ? cursorOf(last.lateSince, last.ordinal) : null,
    };
  }
}

function presentOverdue(
  { record, orgName, clockOffsetMs, rung }: OverdueLine,
  reading: { orders: readonly OrderItem[]; actor: Actor; locale: Locale; calendars: Calendars },
): OverdueItem {
  const { actor, locale, calendars } = reading;
  const process = processFor(record);
  const texts = process.texts[locale];
  const [pressing] = openDeadlines(record.deadlines);
  if (!pressing) throw new Error(`Broken invariant: ${record.id} is overdue and has a clock`);
  const clock = presentDeadline(process, pressing, {
    at: Date.now() + clockOffsetMs,
    locale,
    calendars,
    viewer: 'staff',
  });
  return {
    id: record.id,
    number: numberInRound(record.number, record.data.round),
    title: process.rules.titleOf(record.data),
    process: record.process,
    processText: texts.title,
    org: record.org.id,
    orgText: orgName,
    drill: record.drill,
    stateText: texts.states[record.state]?.title ?? record.state,
    deadline: clock.key,
    deadlineText: clock.title,
    dueDate: clock.dueDate,
    dueAt: clock.dueAt,
    provisional: clock.provisional,
    lateText: clock.remaining,
    explanation: clock.explanation,
    lastRung: rung && { rung: rung.rung, text: rungWords(rung.rung, locale), at: isoOf(rung.atMs) },
    expected: expectedOf(process, record, locale),
    orders: reading.orders
      .filter(({ id }) => record.links.some(({ caseId }) => caseId === id))
      .map(({ id, number, state, stateText, answer, answerText }) => ({
        id,
        number,
        state,
        stateText,
        answer,
        answerText,
      })),
    orderBy: orderBy(actor, record),
  };
}

function expectedOf(process: Process, record: CaseRecord, locale: Locale): OverdueItem['expected'] {
  const steps = expectationsOf(process.rules, record).map(({ command, grant }) => ({
    title: process.texts[locale].commands[command]?.title ?? command,
    who: grantWords(process, grant, locale),
  }));
  return [...new Map(steps.map((step) => [`${step.title}@${step.who}`, step])).values()];
}

/** An order is a case of its own and is issued where its process has its cases; none is issued about an order. */
function orderBy(actor: Actor, record: CaseRecord): string | null {
  const order = orderProcess();
  if (!order || order.rules.id === record.process) return null;
  const { rules } = order;
  const { id: org } = record.org;
  const isOfLevel = levels[org.split('.').length - 1] === (rules.level ?? 'community');
  const may = permissionOf({ rules, command: rules.start, actor, org, data: null });
  return isOfLevel && 'as' in may ? rules.id : null;
}
