import { assign, setup } from 'xstate';
import type { Actor } from '../../../../processes/kernel/actor.ts';
import type { Calendars } from '../../../../processes/kernel/calendar.ts';
import type { CaseState, DeadlineState, Entry, Notice, Opening } from '../../../../processes/kernel/case.ts';
import { type Instant, parseIso } from '../../../../processes/kernel/clock.ts';
import { advance, type Decision, decide, type Outcome, open } from '../../../../processes/kernel/decide.ts';
import { type DeadlineRule, defineRules, type Source } from '../../../../processes/kernel/define-rules.ts';
import type { Limit } from '../../../../processes/kernel/limit.ts';
import type { Problem } from '../../../../processes/kernel/problem.ts';
import { calendars } from '../../../../processes/law/calendars/index.ts';
import { officeLadder, windowLadder } from '../../../../processes/law/ladders.ts';
import type { RoleName } from '../../../../processes/organisation.ts';

/** A process made for its clocks: one of each kind, and one command for each thing that can happen to a case. */
export type Clock = 'workingDays' | 'calendarDays' | 'months' | 'hours' | 'window';
type State =
  | 'drafted'
  | 'working'
  | 'checking'
  | 'waiting'
  | 'merging'
  | 'merged'
  | 'elsewhere'
  | 'closed'
  | 'withdrawn';
const moves = {
  begin: [['drafted'], 'working'],
  note: [['working', 'waiting'], null],
  claim: [['working', 'waiting'], null],
  check: [['working', 'waiting'], 'checking'],
  sendBack: [['working', 'waiting'], 'drafted'],
  transfer: [['working', 'waiting'], 'elsewhere'],
  comeBack: [['elsewhere'], 'working'],
  wait: [['working'], 'waiting'],
  goOn: [['waiting'], 'working'],
  merge: [['working', 'waiting'], 'merging'],
  seal: [['merging'], 'merged'],
  unmerge: [['merged'], 'working'],
  withdraw: [['working', 'waiting'], 'withdrawn'],
  close: [['working', 'waiting'], 'closed'],
  reopen: [['closed'], 'working'],
} as const satisfies Record<string, readonly [readonly State[], State | null]>;
export type Move = keyof typeof moves;

interface WorkshopNames {
  state: State;
  command: 'open' | Move;
  data: { round: number; expired: boolean };
  forms: Record<'open' | Move, object>;
  relation: 'owner';
  deadline: Clock;
  event: 'window.expire';
  problem: never;
  notice: never;
  setting: Setting;
}
type Setting = 'limit' | 'months' | 'hours' | 'extensionsMax' | 'extensionMax' | 'pauseDaysMax';

const source: Source = { title: { zh: '测试', en: 'Test' }, standing: 'ownChoice' };

type Leaf = { on: Record<string, object>; type?: 'final' };
const leaves = Object.fromEntries(
  (['drafted', 'working', 'checking', 'waiting', 'merging', 'merged', 'elsewhere', 'closed'] as const).map((state) => {
    const own = Object.entries(moves).filter(([, [from]]) => (from as readonly State[]).includes(state));
    const on = own.map(([command, [, target]]) => [
      command,
      { ...(target === null ? {} : { target }), actions: command === 'reopen' ? 'nextRound' : 'keep' },
    ]);
    const leaf: Leaf = { on: Object.fromEntries([...on, ['window.expire', { actions: 'markExpired' }]]) };
    return [state, leaf];
  }),
);

const machine = setup({
  types: { context: {} as WorkshopNames['data'], events: {} as { type: string } },
  actions: {
    keep: () => {},
    nextRound: assign({ round: ({ context }) => context.round + 1 }),
    markExpired: assign({ expired: true }),
  },
}).createMachine({
  id: 'workshop',
  context: { round: 1, expired: false },
  initial: 'drafted',
  states: { ...leaves, withdrawn: { type: 'final' } },
});

function clock(limit: (values: Readonly<Record<string, number>>) => Limit, unit: keyof UnitFigures): Rule {
  return {
    limit,
    runsIn: ['working', 'checking'],
    pausedIn: ['waiting', 'merging'],
    warnBefore: () => ({ workingDays: 3 }),
    ladder: officeLadder.rungs,
    extension: {
      by: ['communityWorker'],
      decidedBy: ['communityWorker', 'residentsCommitteeDirector'],
      timesMax: (values) => values['extensionsMax'] ?? 0,
      lengthMax: (values) => ({ [unit]: values['extensionMax'] ?? 1 }) as Limit,
      tell: ['owner'],
      source,
    },
    pause: {
      by: ['communityWorker'],
      reasons: ['hearing', 'parked'],
      calendarDaysMax: (values) => values['pauseDaysMax'] ?? 0,
      tell: ['owner'],
      source,
    },
    source,
  };
}
type UnitFigures = { workingDays: number; calendarDays: number; months: number; hours: number };
type Rule = DeadlineRule<State, 'window.expire', WorkshopNames['data'], 'owner'>;

export const rules = defineRules<WorkshopNames>({
  id: 'workshop',
  version: 1,
  workflowType: 'workshop',
  machine,
  start: 'open',
  states: {
    drafted: { stage: 1, kind: 'open', visibleTo: 'community', expects: { begin: 'communityWorker' } },
    working: {
      stage: 2,
      kind: 'open',
      visibleTo: 'community',
      expects: { note: 'communityWorker', claim: 'resident', check: '#owner' },
    },
    checking: { stage: 2, kind: 'open', visibleTo: 'community', expects: {} },
    waiting: { stage: 2, kind: 'open', visibleTo: 'community', expects: {} },
    merging: { stage: 2, kind: 'open', visibleTo: 'community', expects: {} },
    merged: { stage: 2, kind: 'closed', visibleTo: 'community', expects: {} },
    elsewhere: { stage: 2, kind: 'open', visibleTo: 'community', expects: {} },
    closed: { stage: 4, kind: 'closed', visibleTo: 'community', expects: {} },
    withdrawn: { stage: 4, kind: 'final', visibleTo: 'related', expects: {} },
  },
  permissions: {
    open: ['communityWorker'],
    ...(Object.fromEntries(Object.keys(moves).map((move) => [move, ['communityWorker']])) as Record<
      Move,
      ['communityWorker']
    >),
  },
  relations: { owner: () => ['owner'] },
  separations: [],
  conditions: {},
  deadlines: {
    workingDays: clock((values) => ({ workingDays: values['limit'] ?? 10 }), 'workingDays'),
    calendarDays: clock((values) => ({ calendarDays: values['limit'] ?? 10 }), 'calendarDays'),
    months: clock((values) => ({ months: values['months'] ?? 1 }), 'months'),
    hours: clock((values) => ({ hours: values['hours'] ?? 240 }), 'hours'),
    window: {
      ...clock((values) => ({ workingDays: values['limit'] ?? 10 }), 'workingDays'),
      onExpiry: 'window.expire',
      ladder: windowLadder<'owner'>(['#owner']).rungs,
    },
  },
  settings: {
    limit: { value: 10, unit: 'workingDays', source },
    months: { value: 1, unit: 'months', source },
    hours: { value: 240, unit: 'hours', source },
    extensionsMax: { value: 2, unit: 'times', source },
    extensionMax: { value: 10, unit: 'workingDays', source },
    pauseDaysMax: { value: 90, unit: 'calendarDays', source },
  },
  titleOf: () => '试验事项',
  present: (data) => ({ ...data }),
});

const org = 'chaoyang.anzhen.anzhenxili';
const person = (id: string, role: RoleName): Actor => ({ id, name: id, holdings: [{ role, org }] });
export const cast = {
  worker: person('worker', 'communityWorker'),
  director: person('director', 'residentsCommitteeDirector'),
  resident: person('resident', 'resident'),
  owner: person('owner', 'resident'),
} as const;

/** A case on its way, with all that was recorded and sent. */
export interface Shop {
  state: CaseState;
  at: Instant;
  entries: Entry[];
  notices: Notice[];
}

/** An instant from Beijing wall time: `2026-10-09T09:00`. */
export function beijing(text: string): Instant {
  const at = parseIso(`${text.includes('T') ? text : `${text}T10:00`}+08:00`);
  if (at === undefined) throw new Error(`not an instant: ${text}`);
  return at;
}

export const settings = { limit: 10, months: 1, hours: 240, extensionsMax: 2, extensionMax: 10, pauseDaysMax: 90 };

export function openingOf(
  input: { id?: string; settings?: Partial<typeof settings>; drill?: boolean; calendars?: Calendars } = {},
): Opening {
  return {
    id: input.id ?? 'case-1',
    org: { id: org, kind: 'oldEstate' },
    drill: input.drill ?? false,
    settings: { ...settings, ...input.settings },
    calendars: input.calendars ?? calendars,
  };
}

export function openShop(at: string, input: Parameters<typeof openingOf>[0] = {}): Shop {
  const instant = beijing(at);
  const act = { command: 'open', form: {}, actor: cast.worker, at: instant, commandId: 'c-0' };
  return follow({ at: instant, entries: [], notices: [] }, open(rules, openingOf(input), act));
}

/** All clocks start at the instant. */
export function startedAt(at: string, input: Parameters<typeof openingOf>[0] = {}): Shop {
  return give(openShop(at, input), 'begin', { at });
}

export interface Step {
  at?: string;
  by?: Actor;
  form?: object;
  relayed?: boolean;
}

/** What a command brings; it may be a refusal. */
export function tryGive(shop: Shop, command: string, step: Step = {}): Decision {
  const { by = cast.worker, form = {}, relayed } = step;
  const at = step.at === undefined ? shop.at : beijing(step.at);
  const commandId = `c-${shop.state.seq}`;
  return decide(rules, shop.state, { command, form, actor: by, at, commandId, ...(relayed ? { relayed } : {}) });
}

/** The case after a command; throws if it is refused. */
export function give(shop: Shop, command: string, step: Step = {}): Shop {
  return follow({ ...shop, at: step.at === undefined ? shop.at : beijing(step.at) }, tryGive(shop, command, step));
}

/** Why a command is refused; throws if it is accepted. */
export function refusal(shop: Shop, command: string, step: Step = {}): Problem {
  const decision = tryGive(shop, command, step);
  if (!('refused' in decision)) throw new Error(`${command} was accepted`);
  return decision.refused;
}

/** The case as the clock alone makes it. */
export function wait(shop: Shop, until: string): Shop {
  const at = beijing(until);
  return follow({ ...shop, at }, advance(rules, shop.state, at));
}

/** The last of the clocks with this key. */
export function clockOf(shop: Shop, key: Clock): DeadlineState {
  const found = shop.state.deadlines.findLast((deadline) => deadline.key === key);
  if (!found) throw new Error(`no clock ${key}`);
  return found;
}

export function follow(shop: Omit<Shop, 'state'>, decision: Decision): Shop {
  if ('refused' in decision) throw new Error(`refused: ${decision.refused.code}`);
  const { state, entries, notices }: Outcome = decision;
  return { state, at: shop.at, entries: [...shop.entries, ...entries], notices: [...shop.notices, ...notices] };
}
