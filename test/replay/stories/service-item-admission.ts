import type { Actor } from '../../../processes/kernel/actor.ts';
import { addDays, dateOf, type Instant } from '../../../processes/kernel/clock.ts';
import type { Forms } from '../../../processes/service-item-admission/forms.ts';
import { rules } from '../../../processes/service-item-admission/rules.ts';
import { communities, sampleForms } from '../../processes/service-item-admission/sample-forms.ts';
import { cast } from './cast.ts';
import { actsOn, changed, days, type Move, type Opening, type Story, staff } from './story.ts';
import { ordered } from './supervision-order.ts';

const act = actsOn('item', sampleForms);
const [first, second, third] = communities;

/** Far enough off for the notice that every application has to give, whatever holidays lie before it. */
const startOn = (at: Instant) => addDays(dateOf(at), 80);

const plan = (from: string) => [
  { from, until: addDays(from, 89), amountYuan: 60_000 },
  { from: addDays(from, 90), until: addDays(from, 179), amountYuan: 60_000.5 },
];

/** The codes of the stories differ, since all of them stand in one list. */
function applied(code: string, by: Actor, change: (at: Instant) => Partial<Forms['item.apply']>): Opening {
  const form = changed(sampleForms['item.apply'], (at) => ({ code, name: `${code}号充电安全入户排查`, ...change(at) }));
  return { opens: 'item', rules, org: 'chaoyang', by, form };
}

const application = (code: string): Opening =>
  applied(code, cast.department, (at) => ({
    startOn: startOn(at),
    validUntil: addDays(startOn(at), 1800),
    money: { needed: true, source: '区级安全专项', payment: '按季预拨', plan: plan(startOn(at)) },
  }));

/** In effect at once and for a short time; paid for as soon as the money comes. */
export const emergency = (code: string): Move[] => [
  applied(code, cast.department, (at) => ({
    origin: 'emergency',
    kind: 'emergency',
    startOn: dateOf(at),
    validUntil: addDays(dateOf(at), 29),
    money: {
      needed: true,
      plan: [{ from: dateOf(at), until: addDays(dateOf(at), 29), amountYuan: 60_000 }],
    },
  })),
  act('emergency.decide', cast.district),
];

/** In effect at once, and needs no money. */
export const taken = (code: string, validForDays = 700): Opening =>
  applied(code, cast.district, (at) => ({
    origin: 'existingList',
    startOn: '2018-07-25',
    validUntil: addDays(dateOf(at), validForDays),
    money: { needed: false, reason: '原清单事项,不另需经费。' },
  }));

const opinion = (community: string) =>
  act('opinion.give', staff(`worker of ${community}`, 'communityWorker', community), { community });

const admitted: readonly Move[] = [
  application('CY-201'),
  ...ordered({ about: 'item', process: rules.id }),
  act('form.check', cast.relief, { verdict: 'correctionNeeded', note: '请一次性补正名称。' }),
  act('item.correct', cast.department),
  act('form.check', cast.relief),
  act('basis.check', cast.relief),
  opinion(first),
  opinion(second),
  opinion(third),
  act('consultation.close', cast.relief),
  act('money.assess', cast.finance, (at) => ({ plan: plan(startOn(at)) })),
  act('meeting.decide', cast.district),
  act('list.publish', cast.district, (at) => ({ effectiveFrom: startOn(at) })),
  act('agreement.draft', cast.department),
  act('agreement.sign', cast.relief),
  act('funds.confirm', cast.finance),
];

export const admissionStories: readonly Story[] = [
  {
    name: 'an-item-is-admitted-reviewed-suspended-and-leaves',
    moves: [
      ...admitted,
      act('trial.conclude', cast.relief),
      days(500),
      act('review.decide', cast.district),
      act('review.open', cast.relief),
      act('review.decide', cast.district, { verdict: 'suspend' }),
      act('item.resume', cast.district),
      act('item.exit', cast.relief),
      days(120),
    ],
    endsIn: { item: 'archived' },
  },
  {
    name: 'an-application-that-is-not-corrected-lapses',
    moves: [application('CY-202'), act('form.check', cast.relief, { verdict: 'correctionNeeded' }), days(40)],
    endsIn: { item: 'lapsed' },
  },
  {
    name: 'an-application-is-withdrawn',
    moves: [application('CY-203'), act('item.withdraw', cast.department)],
    endsIn: { item: 'withdrawn' },
  },
  {
    name: 'an-emergency-that-nobody-reviews-lapses',
    moves: [...emergency('CY-204'), days(26)],
    endsIn: { item: 'exited' },
  },
  {
    name: 'an-emergency-is-confirmed-and-revoked-for-a-breach',
    moves: [...emergency('CY-205'), act('temporary.review', cast.relief), act('item.revoke', cast.district)],
    endsIn: { item: 'revoked' },
  },
  {
    name: 'an-item-of-an-older-list-ends-with-its-term',
    moves: [taken('CY-206', 20), days(25)],
    endsIn: { item: 'exited' },
  },
];
