import { addMonths, dateOf } from '../kernel/clock.ts';
import type { Condition, Facts, ProcessRules } from '../kernel/define-rules.ts';
import { laterOf, monthsOf, workloadOf } from './burden.ts';
import type { DispatchData, OverCeiling } from './data.ts';
import type { Forms } from './forms.ts';
import type { DispatchNames, Problem } from './names.ts';
import { figureOf } from './settings.ts';
import { timesSentBack } from './task.ts';

type Issue = Forms['task.issue'];

/** What must hold beyond permission and state. */
export const conditions: ProcessRules<DispatchNames>['conditions'] = {
  'task.issue': [
    {
      code: 'responsibility.shifted',
      needsForm: true,
      pointer: '/mainResponsible',
      fails: ({ form }) => (form.mainResponsible === 'community' ? {} : undefined),
    },
    {
      code: 'time.past',
      needsForm: true,
      pointer: '/from',
      fails: ({ form, facts }) => (form.from < dateOf(facts.at) ? { day: form.from } : undefined),
    },
    {
      code: 'time.order',
      needsForm: true,
      pointer: '/until',
      fails: ({ form }) => (form.until < form.from ? { from: form.from, until: form.until } : undefined),
    },
    {
      code: 'time.sameDay',
      needsForm: true,
      pointer: '/until',
      fails: ({ form, facts }) => (form.until <= dateOf(facts.at) ? { day: form.until } : undefined),
    },
    {
      code: 'time.tooLong',
      needsForm: true,
      pointer: '/until',
      fails: ({ form, facts }) => {
        const months = figureOf('taskMonthsMax', facts.settings);
        return form.until > addMonths(form.from, months) ? { months } : undefined;
      },
    },
    ownDecision(),
    belowCeiling((_, form: Issue) => ({ ...form, hours: form.hoursPerMonth })),
  ],
  'gates.recheck': [
    inTime(),
    ownDecision(),
    belowCeiling(({ task, until, overCeiling }, form: Forms['gates.recheck']) => ({
      from: task.from,
      until,
      hours: task.hoursPerMonth,
      overCeiling: form.overCeiling ?? overCeiling ?? undefined,
    })),
  ],
  'task.accept': [inTime()],
  'task.refuse': [{ code: 'task.accepted', fails: ({ data }) => (data.acceptance === null ? undefined : {}) }],
  'task.report': [
    accepted(),
    {
      code: 'date.future',
      needsForm: true,
      pointer: '/doneOn',
      fails: ({ form, facts }) => (form.doneOn > dateOf(facts.at) ? { day: form.doneOn } : undefined),
    },
  ],
  'task.return': [accepted()],
  'task.sendBack': [
    {
      code: 'sendBack.already',
      fails: ({ data, facts }) => {
        const times = figureOf('sendBacksMax', facts.settings);
        return timesSentBack(data) >= times ? { times } : undefined;
      },
    },
  ],
};

/** A task whose last day has come is not taken on any more: its clock would begin expired. */
function inTime<Form>(): Condition<DispatchData, Form, Problem> {
  return {
    code: 'time.over',
    dependsOnTime: true,
    fails: ({ data, facts }) => (data.until <= dateOf(facts.at) ? { until: data.until } : undefined),
  };
}

function accepted<Form>(): Condition<DispatchData, Form, Problem> {
  return { code: 'task.notAccepted', fails: ({ data }) => (data.acceptance === null ? {} : undefined) };
}

/** Over the ceiling it is another person who decides, not the one who wants the task done. */
function ownDecision(): Condition<DispatchData, { overCeiling?: OverCeiling | undefined }, Problem> {
  return {
    code: 'overCeiling.ownDecision',
    needsForm: true,
    pointer: '/overCeiling/decidedBy',
    fails: ({ form, actor }) => (form.overCeiling?.decidedBy.personId === actor.id ? {} : undefined),
  };
}

interface Load {
  from: string;
  until: string;
  hours: number;
  overCeiling?: OverCeiling | undefined;
}

/** Every month of the task must stay within the community's ceiling (负担上限), unless a named person has decided otherwise. */
function belowCeiling<Form>(loadOf: (data: DispatchData, form: Form) => Load): Condition<DispatchData, Form, Problem> {
  return {
    code: 'burden.overCeiling',
    needsForm: true,
    pointer: '/overCeiling',
    fails: ({ data, form, facts }) => {
      const load = loadOf(data, form);
      return load.overCeiling ? undefined : firstMonthOver(load, facts);
    },
  };
}

function firstMonthOver({ from, until, hours }: Load, facts: Facts) {
  const ceiling = figureOf('burdenCeilingHoursPerMonth', facts.settings);
  const months = monthsOf(laterOf(from, dateOf(facts.at)), until);
  const { registers, caseId } = facts;
  const over = workloadOf({ registers, months, exceptCaseId: caseId }).find((one) => one.hours + hours > ceiling);
  return over && { month: over.month, committed: over.hours, hours: over.hours + hours, ceiling };
}
