import { rules } from '../../../processes/refusal/rules.ts';
import { sampleForms } from '../../processes/refusal/sample-forms.ts';
import { ANZHENXILI } from '../../support/case.ts';
import { cast } from './cast.ts';
import { actsOn, changed, days, extended, type Move, type Story } from './story.ts';
import { ordered } from './supervision-order.ts';

const act = actsOn('refusal', sampleForms);

const opened: Move = {
  opens: 'refusal',
  rules,
  org: ANZHENXILI,
  by: cast.worker,
  form: changed(sampleForms['task.refuse'], {}),
};
const asked: readonly Move[] = [
  act('relief.accept', cast.relief),
  act('assessment.find', cast.relief),
  act('correction.ask', cast.relief),
];
const dismissed: readonly Move[] = [
  opened,
  act('relief.accept', cast.relief),
  act('assessment.find', cast.relief, { verdict: 'notConfirmed', reason: '原文未提到考核。' }),
  act('outcome.decide', cast.relief, { verdict: 'dismissed', reasons: '该表属独居老年人探访的组成部分。' }),
];

export const refusalStories: readonly Story[] = [
  {
    name: 'a-unit-takes-its-task-back',
    moves: [
      opened,
      ...ordered({ about: 'refusal', process: rules.id }),
      act('threat.add', cast.director),
      ...asked,
      ...extended('refusal', 'correction', { by: { workingDays: 2 }, asker: cast.officer, decider: cast.relief }),
      act('correction.answer', cast.officer),
      act('outcome.decide', cast.relief),
    ],
    endsIn: { refusal: 'corrected' },
  },
  {
    name: 'a-unit-that-lets-its-time-pass-is-named',
    moves: [
      opened,
      ...asked,
      days(30),
      act('unit.name', cast.relief, { statement: '某科室逾期未纠正清单外派任务,予以通报。' }),
      act('answer.record', cast.relief),
      act('outcome.decide', cast.relief),
    ],
    endsIn: { refusal: 'corrected' },
  },
  {
    name: 'a-dismissal-is-overturned',
    moves: [
      ...dismissed,
      act('objection.raise', cast.worker),
      act('review.decide', cast.district, { verdict: 'overturned', reason: '清单内没有此事项。' }),
    ],
    endsIn: { refusal: 'checking' },
  },
  {
    name: 'a-dismissal-nobody-objects-to-stands',
    moves: [...dismissed, days(60)],
    endsIn: { refusal: 'dismissalStands' },
  },
];
