import { Injectable } from '@nestjs/common';
import type { Actor } from '../../processes/kernel/actor.ts';
import { openDeadlines } from '../../processes/kernel/deadline.ts';
import type { Process, ReferredCase } from '../../processes/kernel/define-process.ts';
import { numberInRound } from '../../processes/kernel/present.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { CaseReader } from './case-reader.ts';

/** Completes the form that opens a case with what stands in a case that it names, so that nobody types it again. */
@Injectable()
export class ReferredCases {
  constructor(private readonly reader: CaseReader) {}

  async complete(process: Process, form: object, actor: Actor): Promise<object> {
    const named = process.fromCase?.caseOf(form);
    if (!process.fromCase || !named) return form;
    const found = await this.reader.find(named.id, actor).catch(() => undefined);
    if (!found) {
      const detail = { zh: '没有找到这个事项,请核对编号', en: 'No such case was found; check its number' };
      throw apiProblem(
        'form.invalid',
        { count: 1 },
        { process, faults: [{ pointer: `/form${named.pointer}`, detail }] },
      );
    }
    const { record, at } = found;
    const late = openDeadlines(record.deadlines).find(({ dueAt, pausedSince }) => pausedSince === null && at >= dueAt);
    const referred: ReferredCase = {
      number: numberInRound(record.number, record.data.round),
      process: record.process,
      title: found.process.rules.titleOf(record.data),
      overdue: late ? { deadline: late.key, dueDate: late.dueDate } : null,
    };
    return process.fromCase.complete(form, referred);
  }
}
