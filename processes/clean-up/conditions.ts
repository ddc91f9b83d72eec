import { dateOf } from '../kernel/clock.ts';
import type { Condition, ProcessRules } from '../kernel/define-rules.ts';
import { proposeVerdict } from './comparison.ts';
import type { CleanUpData, Facet } from './data.ts';
import type { Forms } from './forms.ts';
import type { CleanUpNames, Problem } from './names.ts';
import { hasOpenRelapse, isStopped, mustStop, objectOf, sameObject, standing } from './objects.ts';

type When<Form> = Condition<CleanUpData, Form, Problem>;
type Judging = Forms['object.judge'];

/** One community asks for less than a hundred; above this somebody has imported the wrong table. */
const OBJECTS_MAX = 200;

/** What must hold beyond permission and state. */
export const conditions: ProcessRules<CleanUpNames>['conditions'] = {
  'object.register': [
    {
      code: 'object.tooMany',
      fails: ({ data }) => (data.objects.length >= OBJECTS_MAX ? { max: OBJECTS_MAX } : undefined),
    },
    twice(() => undefined),
    known('/duplicateOf', duplicates),
  ],
  'object.correct': [
    known('/object', ({ object }) => [object]),
    twice(({ object }) => object),
    known('/duplicateOf', duplicates),
    {
      code: 'object.duplicateOfItself',
      needsForm: true,
      pointer: '/duplicateOf',
      fails: ({ form }) => (form.duplicateOf === form.object ? {} : undefined),
    },
  ],
  'object.remove': [known('/object', ({ object }) => [object])],
  'census.close': [{ code: 'census.empty', fails: ({ data }) => (standing(data).length === 0 ? {} : undefined) }],
  'object.judge': [
    known('/judgements', ({ judgements }) => judgements.map(({ object }) => object)),
    {
      code: 'judgement.twice',
      needsForm: true,
      pointer: '/judgements',
      fails: ({ form }) => {
        const ids = form.judgements.map(({ object }) => object);
        const again = ids.find((id, index) => ids.indexOf(id) !== index);
        return again === undefined ? undefined : { object: again };
      },
    },
    {
      code: 'judgement.againstRule',
      needsForm: true,
      pointer: '/judgements',
      fails: ({ data, form, facts }) => {
        for (const { object: id, verdict } of form.judgements) {
          const object = objectOf(data, id);
          const proposal = object && proposeVerdict(object.facet, dateOf(facts.at));
          const stays = verdict === 'keep' || verdict === 'merge';
          if (object && proposal?.binding && stays) return { object: object.facet.name, reason: proposal.reason.zh };
        }
        return undefined;
      },
    },
    {
      code: 'judgement.mergeTarget',
      needsForm: true,
      pointer: '/judgements',
      fails: ({ data, form }) => {
        const broken = form.judgements.find((one) => one.verdict === 'merge' && !isMergeTarget(data, form, one));
        return broken ? { object: nameOf(data, broken.object) } : undefined;
      },
    },
    {
      code: 'judgement.handOverTarget',
      needsForm: true,
      pointer: '/judgements',
      fails: ({ data, form }) => {
        const broken = form.judgements.find((one) => one.verdict === 'handOver' && one.handOverTo === undefined);
        return broken ? { object: nameOf(data, broken.object) } : undefined;
      },
    },
  ],
  'stop.confirm': [
    known('/objects', ({ objects }) => objects),
    {
      code: 'stop.notDue',
      needsForm: true,
      pointer: '/objects',
      fails: ({ data, form }) => {
        const wrong = form.objects
          .map((id) => objectOf(data, id))
          .find((one) => one && (!mustStop(one) || isStopped(one) || hasOpenRelapse(one)));
        return wrong ? { object: wrong.facet.name } : undefined;
      },
    },
    notInFuture('/stoppedOn', ({ stoppedOn }) => stoppedOn),
  ],
  'check.record': [
    known('/object', ({ object }) => [object]),
    onlyStopped(({ object }) => object),
    notInFuture('/checkedOn', ({ checkedOn }) => checkedOn),
  ],
  'relapse.report': [
    known('/object', ({ object }) => [object]),
    onlyStopped(({ object }) => object),
    notInFuture('/since', ({ since }) => since),
  ],
  'relapse.settle': [
    known('/object', ({ object }) => [object]),
    {
      code: 'relapse.notOpen',
      needsForm: true,
      pointer: '/object',
      fails: ({ data, form }) => {
        const object = objectOf(data, form.object);
        return object && !hasOpenRelapse(object) ? { object: object.facet.name } : undefined;
      },
    },
  ],
};

/** Merged into what stays: another object of the census that is kept, by this very list or before. */
function isMergeTarget(data: CleanUpData, form: Judging, one: Judging['judgements'][number]): boolean {
  if (one.mergeInto === undefined || one.mergeInto === one.object) return false;
  const target = objectOf(data, one.mergeInto);
  const verdict = form.judgements.find(({ object }) => object === one.mergeInto)?.verdict ?? target?.judgement?.verdict;
  return target !== undefined && verdict === 'keep';
}

function nameOf(data: CleanUpData, id: string): string {
  return objectOf(data, id)?.facet.name ?? id;
}

function known<Form>(pointer: string, idsOf: (form: Form) => readonly string[]): When<Form> {
  return {
    code: 'object.unknown',
    needsForm: true,
    pointer,
    fails: ({ data, form }) => {
      const missing = idsOf(form).find((id) => objectOf(data, id) === undefined);
      return missing === undefined ? undefined : { object: missing };
    },
  };
}

function twice<Form extends Facet>(ownId: (form: Form) => string | undefined): When<Form> {
  return {
    code: 'object.twice',
    needsForm: true,
    pointer: '/name',
    fails: ({ data, form }) => {
      const same = sameObject(data, form, ownId(form));
      return same ? { object: same.id, name: same.facet.name } : undefined;
    },
  };
}

function duplicates({ duplicateOf }: Facet): string[] {
  return duplicateOf === undefined ? [] : [duplicateOf];
}

/** What was never confirmed as stopped cannot have come back. */
function onlyStopped<Form>(idOf: (form: Form) => string): When<Form> {
  return {
    code: 'relapse.notStopped',
    needsForm: true,
    pointer: '/object',
    fails: ({ data, form }) => {
      const object = objectOf(data, idOf(form));
      return object && !isStopped(object) ? { object: object.facet.name } : undefined;
    },
  };
}

/** What is reported as done cannot lie in the future. */
function notInFuture<Form>(pointer: string, dayOf: (form: Form) => string): When<Form> {
  return {
    code: 'date.future',
    needsForm: true,
    pointer,
    fails: ({ form, facts }) => (dayOf(form) > dateOf(facts.at) ? { day: dayOf(form) } : undefined),
  };
}
