import type { Actor } from '../../../processes/kernel/actor.ts';
import { addDays, dateOf } from '../../../processes/kernel/clock.ts';
import type { Forms } from '../../../processes/resident-proposal/forms.ts';
import { rules } from '../../../processes/resident-proposal/rules.ts';
import { cast, person } from '../../processes/resident-proposal/walk.ts';
import { ANZHENXILI } from '../../support/case.ts';
import { sampleForms } from '../../support/sample-forms.ts';
import { actsOn, changed, days, extended, lose, type Move, type Opening, type Story } from './story.ts';
import { ordered } from './supervision-order.ts';

const act = actsOn('proposal', sampleForms);
const resident = (index: number) => person(`resident-${index}`, 'resident');

/** The thresholds are set to two persons and two evaluations, so that a history shows the rule and not the crowd. */
const settings = { thresholdPersons: 2, thresholdHouseholds: 2, evaluationsMin: 2 };

function drafted(opens: string, by: Actor = cast.lead, change: Partial<Forms['proposal.draft']> = {}): Opening {
  return { opens, rules, org: ANZHENXILI, by, form: changed(sampleForms['proposal.draft'], change), settings };
}

const opened = drafted('proposal');
const supported: readonly Move[] = [
  opened,
  act('proposal.publish', cast.lead),
  act('proposal.cosign', resident(1)),
  act('proposal.cosign', resident(2)),
];
const accepted = [...supported, act('proposal.accept', cast.worker)];
const docketed = [...accepted, act('proposal.docket', cast.director)];
const decided = [...docketed, act('plan.submit', cast.worker), days(25), act('deliberation.record', cast.moderator)];
const funded = [
  ...decided,
  act('funds.request', cast.worker),
  act('funds.endorse', cast.director),
  act('funds.review', cast.officer),
  act('funds.confirm', cast.finance),
];
const published = [
  ...funded,
  act('milestone.report', cast.provider),
  act('work.complete', cast.provider),
  act('inspection.record', cast.moderator),
  act('result.publish', cast.worker),
];
const content = [...published, act('evaluation.give', resident(1)), act('evaluation.give', resident(2)), days(45)];

/** Nothing to pay, so that the way to the evaluation is short. */
const forNothing: readonly Move[] = [
  ...docketed,
  act('plan.submit', cast.worker, { budget: [] }),
  days(25),
  act('deliberation.record', cast.moderator),
  act('milestone.report', cast.provider),
  act('work.complete', cast.provider),
  act('inspection.record', cast.moderator),
  act('result.publish', cast.worker),
];

/** Another proposal, accepted before, into which the first is merged. */
const main = actsOn('main', sampleForms);
const mainAccepted: readonly Move[] = [
  drafted('main'),
  main('proposal.publish', cast.lead),
  main('proposal.cosign', resident(1)),
  main('proposal.cosign', resident(2)),
  main('proposal.accept', cast.worker),
];
const merge = act('proposal.merge', cast.worker, (_, ids) => ({ into: ids['main'] ?? '', reason: '内容相同' }));
const merged: readonly Move[] = [...mainAccepted, ...accepted, merge];
const voteOfMain: readonly Move[] = [
  main('proposal.docket', cast.director),
  main('plan.submit', cast.worker),
  days(25),
];

const pausing: readonly Move[] = [
  {
    in: 'proposal',
    command: 'deadline.pause',
    by: cast.worker,
    form: (at) => ({
      deadline: 'planDrafting',
      reason: 'otherBodies',
      note: '等待产权单位答复。',
      until: addDays(dateOf(at), 10),
    }),
  },
  {
    in: 'proposal',
    command: 'deadline.resume',
    by: cast.worker,
    form: () => ({ deadline: 'planDrafting', note: '产权单位已答复。' }),
  },
];

const story = (name: string, moves: readonly Move[], proposal: string): Story => ({
  name,
  moves,
  endsIn: { proposal },
});

export const proposalStories: readonly Story[] = [
  story('a-proposal-closes-its-loop', [...content, days(800)], 'archived'),
  story('a-window-closes-and-the-proposal-lapses', [...supported.slice(0, 3), days(90)], 'lapsed'),
  story(
    'leaving-brings-a-proposal-back-to-collecting',
    [...supported, act('proposal.uncosign', resident(2))],
    'collecting',
  ),
  story(
    'a-correction-in-time-goes-back-to-acceptance',
    [...supported, act('correction.request', cast.worker), days(1), act('correction.submit', cast.lead)],
    'awaitingAcceptance',
  ),
  story('a-proposal-is-declined-with-a-reason', [...supported, act('proposal.decline', cast.worker)], 'declined'),
  story('a-proposal-is-withdrawn', [...supported.slice(0, 3), act('proposal.withdraw', cast.lead)], 'withdrawn'),
  story(
    'a-bad-evaluation-opens-a-rectification-by-itself',
    [
      ...published,
      act('evaluation.give', resident(1), { grade: 'veryDissatisfied', named: true, comment: '没通电' }),
      act('evaluation.give', resident(2), { grade: 'dissatisfied', named: true, comment: '漏雨' }),
      days(45),
    ],
    'rectifying',
  ),
  story('too-few-evaluations-lead-to-return-visits', [...published, days(45)], 'returnVisits'),
  story(
    'work-is-suspended-and-goes-on',
    [...funded, act('work.suspend', cast.worker), days(9), act('work.resume', cast.worker)],
    'implementing',
  ),
  story(
    'a-supervisor-reopens-a-closed-case-as-a-new-round',
    [...content, act('case.reopen', cast.residentsSupervisor)],
    'planning',
  ),
  story('a-merge-is-carried-to-another-case', merged, 'merged'),
  story('a-case-goes-on-in-new-runs', [{ ...opened, historyEventsMax: 45 }, ...decided.slice(1)], 'fundApplication'),
  story(
    'a-proposal-on-paper-is-confirmed-and-lapses-uncorrected',
    [
      drafted('proposal', cast.buildingLeader, {
        enteredOnBehalf: { name: '韩秀英', phone: '010-64400000', reason: '82岁,不会用手机' },
      }),
      ...ordered({ about: 'proposal', process: rules.id }),
      act('proposal.edit', cast.buildingLeader),
      act('confirmation.call', cast.worker),
      ...supported.slice(2),
      act('correction.request', cast.worker),
      days(60),
    ],
    'lapsed',
  ),
  story(
    'a-joint-proposer-confirms-and-a-false-supporter-is-struck-out',
    [
      drafted('proposal', cast.lead, { jointProposers: [{ personId: 'joint', name: '钱慧' }] }),
      act('proposer.confirm', person('joint', 'resident')),
      ...supported.slice(1, 3),
      act('supporter.void', cast.worker),
      act('audit.close', cast.residentsSupervisor),
    ],
    'collecting',
  ),
  story(
    'a-transfer-is-objected-to-once-and-concluded',
    [
      ...accepted,
      act('proposal.transfer', cast.worker),
      act('transfer.object', cast.officer),
      act('proposal.transfer', cast.worker),
      days(40),
      act('transfer.conclude', cast.worker),
    ],
    'archived',
  ),
  {
    name: 'a-merge-is-undone',
    moves: [...merged, act('merge.undo', cast.worker)],
    endsIn: { proposal: 'accepted', main: 'accepted' },
  },
  {
    name: 'a-vote-makes-a-merge-final',
    moves: [...merged, ...voteOfMain],
    endsIn: { proposal: 'archived', main: 'deliberating' },
  },
  {
    name: 'a-vote-opens-though-a-merged-case-is-lost',
    moves: [...merged, lose('proposal'), ...voteOfMain],
    endsIn: { main: 'deliberating' },
  },
  story('a-merge-into-a-lost-case-is-refused', [...mainAccepted, ...accepted, lose('main'), merge], 'accepted'),
  story(
    'a-merge-with-a-lost-case-cannot-be-undone',
    [...merged, lose('main'), act('merge.undo', cast.worker)],
    'merged',
  ),
  story(
    'a-plan-gets-more-time-and-is-given-up-before-the-vote',
    [
      ...docketed,
      ...pausing,
      ...extended('proposal', 'planDrafting', {
        by: { workingDays: 1 },
        asker: cast.worker,
        decider: cast.subdistrictLeader,
      }),
      act('plan.submit', cast.worker),
      act('notice.object', resident(3)),
      act('recusal.declare', cast.delegate),
      act('recusal.order', cast.moderator),
      days(25),
      act('work.terminate', cast.director),
    ],
    'terminated',
  ),
  story(
    'the-villagers-decide-instead-of-the-hall',
    [
      ...docketed,
      act('plan.submit', cast.worker, { touches: ['collectiveAssets'], decisionBody: 'villageRepresentativesMeeting' }),
      days(25),
      act('decision.import', cast.director, {
        result: { body: 'villageRepresentativesMeeting', members: { total: 30, present: 20, for: 18 } },
      }),
    ],
    'fundApplication',
  ),
  story(
    'a-rectification-is-completed-after-a-call-back',
    [
      ...forNothing,
      act('evaluation.give', resident(1), { grade: 'veryDissatisfied', named: true, comment: '没通电' }),
      act('evaluation.give', resident(2), { grade: 'dissatisfied', named: true, comment: '漏雨' }),
      days(45),
      act('callback.record', cast.worker),
      act('callback.record', cast.worker, { evaluation: 2 }),
      act('rectification.complete', cast.provider),
    ],
    'inspecting',
  ),
  story(
    'return-visits-close-a-case-that-is-then-patrolled',
    [
      ...forNothing,
      days(45),
      act('visit.record', cast.worker),
      act('visits.conclude', cast.worker),
      act('patrol.record', cast.residentsSupervisor),
    ],
    'standingSupervision',
  ),
];
