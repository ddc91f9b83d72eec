import { dateOf } from '../kernel/clock.ts';
import type { RegisterEntry } from '../kernel/register.ts';
import type { PublicLine, RefusalData } from './data.ts';
import { masked } from './protection.ts';

/** Adds a line to what the public register was told, if there is anything new to tell. */
export function withPublicLine(data: RefusalData, news: { at: number; outcome?: PublicLine['outcome'] }): RefusalData {
  const last = data.publicLines.at(-1);
  const line: PublicLine = {
    at: news.at,
    outcome: news.outcome ?? last?.outcome ?? 'open',
    assessmentBreach: isBreach(data),
  };
  const same = last?.outcome === line.outcome && last.assessmentBreach === line.assessmentBreach;
  return same ? data : { ...data, publicLines: [...data.publicLines, line] };
}

/** A threat counts from the day it is reported until somebody has found that it was none. */
export function isBreach({ threats }: RefusalData): boolean {
  return threats.some(({ finding }) => finding?.verdict !== 'notConfirmed');
}

/** The lines on the register of tasks that came around the list (清单外派任务登记): the unit is named, no person is. */
export function publicRegister(data: RefusalData, { caseId }: { caseId: string }): RegisterEntry[] {
  const { task, grounds } = data;
  return data.publicLines.map(({ at, assessmentBreach, outcome }) => ({
    register: 'aroundTheList',
    key: caseId,
    at,
    day: dateOf(at),
    value: masked(data, {
      title: task.title,
      unit: task.unit.name,
      channel: task.channel,
      grounds: grounds.map(({ kind }) => kind),
      assessmentBreach,
      outcome,
    }),
  }));
}
