import { Injectable } from '@nestjs/common';
import { orderProcess } from '../../processes/index.ts';
import type { Actor, Holding } from '../../processes/kernel/actor.ts';
import { addresseesOf, expectationsOf } from '../../processes/kernel/addressees.ts';
import type { Calendars } from '../../processes/kernel/calendar.ts';
import type { DeadlineState } from '../../processes/kernel/case.ts';
import { openDeadlines } from '../../processes/kernel/deadline.ts';
import type { OverdueMatter, Process } from '../../processes/kernel/define-process.ts';
import { rungsOf } from '../../processes/kernel/ladder.ts';
import type { CaseRecord } from '../../workflows/case.messages.ts';
import { CaseReader } from '../cases/case-reader.ts';

/** A form that opens an order, filled in as far as the case says it itself. */
export interface OrderDraft {
  process: string;
  org: string;
  drill: boolean;
  values: Record<string, unknown>;
}

/** What an order about a case would say if the clock issued it: a person changes what he likes and sends it. */
@Injectable()
export class OrderDrafts {
  constructor(private readonly reader: CaseReader) {}

  /** Undefined where nobody in the case can be given an order. */
  async draft(actor: Actor, caseId: string): Promise<OrderDraft | undefined> {
    const { record, process, calendars } = await this.reader.find(caseId, actor);
    const order = orderProcess();
    const [clock] = openDeadlines(record.deadlines);
    if (!order || !clock) return undefined;
    const values = unitsFor(process, record, clock, calendars)
      .map((to) => formFor(order, matterOf(process, record, clock, to)))
      .find((form) => form !== undefined);
    return values && { process: order.rules.id, org: record.org.id, drill: record.drill, values };
  }
}

/** Whom the clock would give it to, then whoever is expected to act. */
function unitsFor(process: Process, record: CaseRecord, clock: DeadlineState, calendars: Calendars): Holding[] {
  const { rules } = process;
  const ordered = rungsOf(rules, { ...record, calendars })
    .filter(({ action, deadline }) => action === 'order' && deadline === clock.key)
    .flatMap(({ roles }) => roles);
  const grants = expectationsOf(rules, record).map(({ grant }) => grant);
  return [...ordered, ...addresseesOf(rules, record, grants).roles];
}

function matterOf(process: Process, record: CaseRecord, { key, dueDate }: DeadlineState, to: Holding): OverdueMatter {
  return {
    caseId: record.id,
    caseNumber: record.number,
    process: record.process,
    title: process.rules.titleOf(record.data),
    deadline: key,
    deadlineTitle: process.texts['zh-CN'].deadlines[key] ?? key,
    dueDate,
    to,
  };
}

/** The form, where the process takes an order to this office. */
function formFor(order: Process, matter: OverdueMatter): Record<string, unknown> | undefined {
  try {
    return order.orderFor?.(matter) as Record<string, unknown> | undefined;
  } catch {
    return undefined;
  }
}
