import { rules } from '../../../processes/clean-up/rules.ts';
import { asProposed, objects, sampleForms } from '../../processes/clean-up/sample-forms.ts';
import { ANZHENXILI } from '../../support/case.ts';
import { cast } from './cast.ts';
import { actsOn, changed, days, type Move, type Story } from './story.ts';
import { ordered } from './supervision-order.ts';

const act = actsOn('census', sampleForms);

const opened: Move = {
  opens: 'census',
  rules,
  org: ANZHENXILI,
  by: cast.worker,
  form: changed(sampleForms['census.open'], {}),
};

/** One thing that may stay, one that may not, and one that was entered by mistake. */
const [kept, board, mistaken] = objects;
const [staying, ending] = asProposed;

const published: readonly Move[] = [
  opened,
  ...ordered({ about: 'census', process: rules.id }),
  act('object.register', cast.worker, kept),
  act('object.register', cast.director, board),
  act('object.register', cast.worker, { ...mistaken, duplicateOf: undefined }),
  act('object.correct', cast.worker),
  act('object.remove', cast.worker, { object: 'o3' }),
  act('census.close', cast.worker),
  act('object.judge', cast.relief, { judgements: [staying, ending].filter((one) => one !== undefined) }),
  act('result.publish', cast.district),
];

export const cleanUpStories: readonly Story[] = [
  {
    name: 'what-was-stopped-comes-back-and-is-settled',
    moves: [
      ...published,
      act('stop.confirm', cast.worker, { objects: ['o2'], evidence: '牌子已经摘下。' }),
      act('check.record', cast.inspector, { object: 'o2' }),
      act('relapse.report', cast.resident, { object: 'o2' }),
      act('relapse.settle', cast.relief, { object: 'o2' }),
      act('stop.confirm', cast.director, { objects: ['o2'], evidence: '牌子再次摘下。' }),
      days(800),
    ],
    endsIn: { census: 'closed' },
  },
  {
    name: 'a-census-is-withdrawn',
    moves: [opened, act('object.register', cast.worker), act('census.withdraw', cast.worker)],
    endsIn: { census: 'withdrawn' },
  },
];
