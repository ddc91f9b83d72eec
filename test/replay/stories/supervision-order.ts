import { rules } from '../../../processes/supervision-order/rules.ts';
import { sampleForms } from '../../processes/supervision-order/sample-forms.ts';
import { ANZHENXILI } from '../../support/case.ts';
import { cast } from './cast.ts';
import { actsOn, changed, days, extended, type Move, type Opening, type Story } from './story.ts';

/** An order about another case of the story, which learns of it; without one the case that it names is not there. */
function orderAbout(name: string, about?: { about: string; process: string }): Opening {
  const sample = sampleForms['order.issue'];
  return {
    opens: name,
    rules,
    org: ANZHENXILI,
    by: cast.supervisor,
    form: changed(sample, (at, ids) => ({
      about: {
        ...sample(at).about,
        ...(about ? { caseId: ids[about.about] ?? '', process: about.process } : {}),
      },
    })),
  };
}

/** A supervisor orders what another case is late with, and takes it back: the case keeps both links. */
export function ordered(about: { about: string; process: string }): Move[] {
  const name = `order about ${about.about}`;
  return [orderAbout(name, about), actsOn(name, sampleForms)('order.withdraw', cast.supervisor)];
}

const act = actsOn('order', sampleForms);
const opened = orderAbout('order');
const overOrder = orderAbout('order', { about: 'late order', process: rules.id });
const handled = [opened, act('order.sign', cast.worker), act('order.reply', cast.worker)];
const closed = [act('reply.verify', cast.supervisor), act('order.close', cast.leader)];

export const supervisionOrderStories: readonly Story[] = [
  {
    name: 'an-order-about-an-order-is-concluded-and-reviewed',
    moves: [
      orderAbout('late order'),
      overOrder,
      act('order.sign', cast.worker),
      ...extended('order', 'handling', { by: { workingDays: 1 }, asker: cast.worker, decider: cast.leader }),
      act('order.reply', cast.worker, { result: 'partlyDone' }),
      act('reply.verify', cast.supervisor, { verdict: 'returned' }),
      act('order.reply', cast.worker),
      ...closed,
      act('review.request', cast.worker),
      act('review.decide', cast.district),
    ],
    endsIn: { order: 'archived' },
  },
  {
    name: 'an-order-under-another-order-is-withdrawn',
    moves: [opened, ...ordered({ about: 'order', process: rules.id }), act('order.withdraw', cast.supervisor)],
    endsIn: { order: 'withdrawn' },
  },
  {
    name: 'an-objection-is-rejected-and-the-window-for-a-review-passes',
    moves: [
      opened,
      act('order.object', cast.worker),
      act('objection.decide', cast.leader),
      ...handled.slice(2),
      ...closed,
      days(60),
    ],
    endsIn: { order: 'archived' },
  },
];
