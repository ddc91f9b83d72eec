import { dateOf } from '../../../processes/kernel/clock.ts';
import { rules } from '../../../processes/seal/rules.ts';
import { kinds, sampleForms } from '../../processes/seal/sample-forms.ts';
import { ANZHENXILI } from '../../support/case.ts';
import { cast } from './cast.ts';
import { actsOn, changed, days, type Opening, type Story, staff } from './story.ts';
import { ordered } from './supervision-order.ts';

/** Where the seal was lost, so that the other stories can still stamp. */
const ANHUALI = 'chaoyang.anzhen.anhuali';

const act = actsOn('matter', sampleForms);
const sample = sampleForms['seal.apply'];

function opened(by: Opening['by'], change: Parameters<typeof changed<ReturnType<typeof sample>>>[1] = {}): Opening {
  return { opens: 'matter', rules, org: ANZHENXILI, by, form: changed(sample, change) };
}

export const sealStories: readonly Story[] = [
  {
    name: 'a-major-matter-is-judged-decided-stamped-and-found-irregular',
    moves: [
      opened(cast.resident, { certificateType: 'other', typeName: '居住情况证明', matter: 'major' }),
      ...ordered({ about: 'matter', process: rules.id }),
      act('type.judge', cast.worker),
      act('application.verify', cast.worker, { matter: 'major' }),
      act('decision.record', cast.worker),
      days(10),
      act('use.approve', cast.director),
      act('seal.use', cast.keeper),
      act('use.check', cast.inspector, { verdict: 'irregular', irregularities: ['blankPaper'] }),
      act('irregularity.settle', cast.officer),
      act('use.check', cast.inspector),
      days(800),
    ],
    endsIn: { matter: 'archived' },
  },
  {
    name: 'an-application-for-the-seal-is-withdrawn',
    moves: [opened(cast.resident), act('application.withdraw', cast.resident)],
    endsIn: { matter: 'withdrawn' },
  },
  {
    name: 'a-seal-is-lost-published-and-made-anew',
    moves: [
      {
        ...opened(staff('keeper of anhuali', 'sealKeeper', ANHUALI), (at) => ({
          ...kinds.loss,
          loss: { discoveredOn: dateOf(at), circumstances: '办公室被盗,印章柜被撬。' },
        })),
        org: ANHUALI,
      },
      act('loss.receive', cast.officer),
      days(60),
      act('newSeal.register', cast.officer),
    ],
    endsIn: { matter: 'custodySettled' },
  },
  {
    name: 'a-seal-is-handed-over-after-an-election',
    moves: [
      opened(cast.director, (at) => ({
        ...kinds.handOver,
        handOver: {
          electedOn: dateOf(at),
          outgoing: { personId: 'keeper', name: '赵敏' },
          incoming: { personId: 'new-keeper', name: '孙涛' },
        },
      })),
      act('handOver.give', cast.keeper),
      act('handOver.witness', cast.officer),
    ],
    endsIn: { matter: 'custodySettled' },
  },
];
