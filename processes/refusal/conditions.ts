import { dateOf, parseIso } from '../kernel/clock.ts';
import type { Condition, ProcessRules } from '../kernel/define-rules.ts';
import { linesOf } from '../kernel/register.ts';
import type { RefusalData } from './data.ts';
import { judgeTask } from './grounds.ts';
import { entryOf, LIST } from './listing.ts';
import type { Problem, RefusalNames } from './names.ts';
import { masked } from './protection.ts';
import { openThreats } from './registration.ts';
import { correctionsOfTurn, lastCorrection } from './relief.ts';
import { figureOf } from './settings.ts';

/** What must hold beyond permission and state. */
export const conditions: ProcessRules<RefusalNames>['conditions'] = {
  'task.refuse': [
    notInFuture('receivedOn'),
    {
      code: 'date.future',
      needsForm: true,
      pointer: '/receivedAtTime',
      fails: ({ form, facts }) => {
        const receivedAt = parseIso(`${form.receivedOn}T${form.receivedAtTime ?? '00:00'}+08:00`);
        return receivedAt !== undefined && receivedAt > facts.at
          ? { day: `${form.receivedOn} ${form.receivedAtTime ?? ''}` }
          : undefined;
      },
    },
    {
      code: 'task.listed',
      needsForm: true,
      pointer: '/itemCode',
      fails: ({ form, facts }) => {
        const { grounds, listed } = judgeTask(form, linesOf(facts.registers, LIST));
        return grounds.length === 0 && listed ? { ...listed } : undefined;
      },
    },
  ],
  'threat.add': [notInFuture('receivedOn')],
  'assessment.find': [
    { code: 'assessment.none', fails: ({ data }) => (openThreats(data).length === 0 ? {} : undefined) },
    {
      code: 'assessment.consequenceMissing',
      needsForm: true,
      pointer: '/consequence',
      fails: ({ form }) => (form.verdict === 'confirmed' && form.consequence === undefined ? {} : undefined),
    },
  ],
  'correction.ask': [
    {
      code: 'correction.tooOften',
      fails: ({ data, facts }) => {
        const max = figureOf('correctionsMax', facts.settings);
        return correctionsOfTurn(data) >= max ? { max } : undefined;
      },
    },
    {
      code: 'correction.limitTooLong',
      needsForm: true,
      pointer: '/limitWorkingDays',
      fails: ({ form, facts }) => {
        const max = figureOf('correctionDaysMax', facts.settings);
        return (form.limitWorkingDays ?? 0) > max ? { max } : undefined;
      },
    },
  ],
  'correction.answer': [notInFuture('answeredOn')],
  'answer.record': [notInFuture('answeredOn')],
  'unit.name': [
    {
      code: 'naming.notRefused',
      fails: ({ data }) => {
        const answer = lastCorrection(data)?.answer;
        return answer && answer.result !== 'denied' ? {} : undefined;
      },
    },
    {
      // A unit is named in public, never a person of either side.
      code: 'naming.person',
      needsForm: true,
      pointer: '/statement',
      fails: ({ data, form }) => (masked(data, form.statement) === form.statement ? undefined : {}),
    },
  ],
  'outcome.decide': [
    { code: 'assessment.open', fails: ({ data }) => (openThreats(data).length > 0 ? {} : undefined) },
    {
      code: 'outcome.notCorrected',
      needsForm: true,
      pointer: '/verdict',
      fails: ({ data, form }) => (form.verdict === 'corrected' && !isPutRight(data) ? {} : undefined),
    },
    {
      code: 'outcome.admissionMissing',
      needsForm: true,
      pointer: '/admissionNumber',
      fails: ({ form: { verdict, itemCode, admissionNumber } }) =>
        verdict === 'admittedLater' && (itemCode === undefined || admissionNumber === undefined) ? {} : undefined,
    },
    {
      code: 'outcome.notOnList',
      needsForm: true,
      pointer: '/itemCode',
      fails: ({ form: { verdict, itemCode = '' }, facts }) =>
        verdict === 'admittedLater' && !entryOf(itemCode, linesOf(facts.registers, LIST), dateOf(facts.at))
          ? { code: itemCode }
          : undefined,
    },
    {
      // The review binds: what it overturned is not decided the same way once more.
      code: 'dismissal.overturned',
      needsForm: true,
      pointer: '/verdict',
      fails: ({ data, form }) =>
        form.verdict === 'dismissed' && data.objection?.decision?.verdict === 'overturned' ? {} : undefined,
    },
  ],
  'objection.raise': [{ code: 'objection.already', fails: ({ data }) => (data.objection === null ? undefined : {}) }],
};

/** The unit has taken the task back, or changed it so that it needs no admission. */
function isPutRight(data: RefusalData): boolean {
  const result = lastCorrection(data)?.answer?.result;
  return result === 'withdrawn' || result === 'changed';
}

/** What is reported as having happened cannot lie in the future. */
function notInFuture<F extends string>(field: F): Condition<RefusalData, Record<F, string>, Problem> {
  return {
    code: 'date.future',
    needsForm: true,
    pointer: `/${field}`,
    fails: ({ form, facts }) => (form[field] > dateOf(facts.at) ? { day: form[field] } : undefined),
  };
}
