import type { Actor } from '../../processes/kernel/actor.ts';
import { DAY_MS, type Instant } from '../../processes/kernel/clock.ts';
import type { Forms } from '../../processes/resident-proposal/forms.ts';
import { cast, person } from '../processes/resident-proposal/walk.ts';
import { sampleForms } from '../support/sample-forms.ts';

/** What is done to a case; its form is the sample of the command unless the story is about it. */
export type Move =
  | { command: keyof Forms; by: Actor; form?: (at: Instant, other: string) => object }
  | { days: number };

/** A path of resident proposals, named by what its stored history proves. */
export interface Story {
  name: string;
  moves: readonly Move[];
  endsIn: string;
  /** Another case that has come so far before, for stories of two. */
  before?: readonly Move[];
  historyEventsMax?: number;
}

const act = (command: keyof Forms, by: Actor, change: object = {}): Move => ({
  command,
  by,
  form: (at) => ({ ...sampleForms[command](at), ...change }),
});
const days = (count: number): Move => ({ days: count });
const resident = (index: number) => person(`resident-${index}`, 'resident');

/** The thresholds are set to two persons and two evaluations, so that a history shows the rule and not the crowd. */
export const settings = { thresholdPersons: 2, thresholdHouseholds: 2, evaluationsMin: 2 };

const supported = [
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

export const stories: readonly Story[] = [
  { name: 'a-proposal-closes-its-loop', moves: [...content, days(800)], endsIn: 'archived' },
  { name: 'a-window-closes-and-the-proposal-lapses', moves: [...supported.slice(0, 2), days(90)], endsIn: 'lapsed' },
  {
    name: 'leaving-brings-a-proposal-back-to-collecting',
    moves: [...supported, act('proposal.uncosign', resident(2))],
    endsIn: 'collecting',
  },
  {
    name: 'a-correction-in-time-goes-back-to-acceptance',
    moves: [...supported, act('correction.request', cast.worker), days(1), act('correction.submit', cast.lead)],
    endsIn: 'awaitingAcceptance',
  },
  {
    name: 'a-proposal-is-declined-with-a-reason',
    moves: [...accepted.slice(0, 3), act('proposal.decline', cast.worker)],
    endsIn: 'declined',
  },
  {
    name: 'a-proposal-is-withdrawn',
    moves: [...supported.slice(0, 2), act('proposal.withdraw', cast.lead)],
    endsIn: 'withdrawn',
  },
  {
    name: 'a-bad-evaluation-opens-a-rectification-by-itself',
    moves: [
      ...published,
      act('evaluation.give', resident(1), { grade: 'veryDissatisfied', named: true, comment: '没通电' }),
      act('evaluation.give', resident(2), { grade: 'dissatisfied', named: true, comment: '漏雨' }),
      days(45),
    ],
    endsIn: 'rectifying',
  },
  { name: 'too-few-evaluations-lead-to-return-visits', moves: [...published, days(45)], endsIn: 'returnVisits' },
  {
    name: 'work-is-suspended-and-goes-on',
    moves: [...funded, act('work.suspend', cast.worker), days(9), act('work.resume', cast.worker)],
    endsIn: 'implementing',
  },
  {
    name: 'a-supervisor-reopens-a-closed-case-as-a-new-round',
    moves: [...content, act('case.reopen', cast.residentsSupervisor)],
    endsIn: 'planning',
  },
  {
    name: 'a-merge-is-carried-to-another-case',
    before: accepted,
    moves: [
      ...accepted,
      { command: 'proposal.merge', by: cast.worker, form: (_, other) => ({ into: other, reason: '内容相同' }) },
    ],
    endsIn: 'merged',
  },
  { name: 'a-case-goes-on-in-new-runs', moves: decided, endsIn: 'fundApplication', historyEventsMax: 45 },
];

export const isWait = (move: Move): move is { days: number } => 'days' in move;
export const waitMs = ({ days: count }: { days: number }): number => count * DAY_MS;
