import { describe, expect, it } from 'vitest';
import { dispatch } from '../../../processes/dispatch/index.ts';
import type { Actor } from '../../../processes/kernel/actor.ts';
import type { CaseState } from '../../../processes/kernel/case.ts';
import { type Instant, MINUTE_MS } from '../../../processes/kernel/clock.ts';
import { lightOf } from '../../../processes/kernel/deadline.ts';
import { applyAutomatic, decide, open } from '../../../processes/kernel/decide.ts';
import type { Process } from '../../../processes/kernel/define-process.ts';
import { calendars } from '../../../processes/law/calendars/index.ts';
import { serviceItemAdmission } from '../../../processes/service-item-admission/index.ts';
import { lookedUp } from './register-book.ts';
import { sampleForms } from './sample-forms.ts';
import { beijing, cast, ORG, person } from './walk.ts';

const finance = person('finance', 'districtFinance');
const ADMISSION = 'admission-1';

/** An item with money for two quarters that stood in an older list; nothing of the money has come. */
const item = {
  code: 'XZ-017',
  kind: 'assist',
  category: 'assisting',
  origin: 'existingList',
  name: '独居老人电动自行车充电安全入户宣传',
  department: '区消防救援支队',
  basis: [{ kind: 'regulation', title: '北京市非机动车管理条例' }],
  mainResponsible: 'department',
  acts: ['contactResidents', 'helpHouseholdVisits', 'reportFindings'],
  hoursPerMonth: 40,
  startOn: '2026-01-01',
  money: {
    needed: true,
    plan: [
      { from: '2026-10-01', until: '2026-12-31', amountYuan: 12_000 },
      { from: '2027-01-01', until: '2027-03-31', amountYuan: 12_000 },
    ],
  },
};

/** Several cases that send each other commands, as the engine does it: the real rules of both, without an engine. */
class District {
  readonly cases = new Map<string, { process: Process; state: CaseState }>();
  at: Instant = beijing('2026-10-09');

  start(process: Process, id: string, org: string, by: Actor, form: object) {
    const { rules, forms } = process;
    const parsed = forms[rules.start]?.parse(form) as object;
    const opening = { id, org: { id: org, kind: 'oldEstate' as const }, drill: false, settings: {}, calendars };
    const registers = this.lookUp(process, rules.start, parsed, { data: null, org });
    const outcome = open(rules, opening, {
      command: rules.start,
      form: parsed,
      actor: by,
      at: this.at,
      commandId: id,
      registers,
    });
    if ('refused' in outcome) throw new Error(JSON.stringify(outcome.refused));
    this.cases.set(id, { process, state: { ...outcome.state, number: `号-${id}` } });
    this.settle();
  }

  give(id: string, command: string, by: Actor, form: object, at?: Instant) {
    this.at = at ?? this.at + MINUTE_MS;
    const problem = this.decide(id, command, form, { actor: by });
    if (problem) throw new Error(JSON.stringify(problem));
    this.settle();
  }

  state(id: string): CaseState {
    const found = this.cases.get(id);
    if (!found) throw new Error(`no case ${id}`);
    return found.state;
  }

  /** The gates as the task shows them. */
  gates(id: string): Record<string, boolean | string> {
    const shown = dispatch.rules.present(this.state(id).data, { kind: 'staff', id: 'x' })['gates'];
    return Object.fromEntries(
      (shown as { gate: string; open: boolean; reason: string }[]).map((one) => [one.gate, one.open || one.reason]),
    );
  }

  standing(id: string): unknown {
    const { dispatches } = this.state(ADMISSION).data as unknown as {
      dispatches: Record<string, { standing: string }>;
    };
    return dispatches[id]?.standing;
  }

  private decide(id: string, command: string, form: object, by: { actor: Actor; fromOrg?: string }) {
    const { process, state } = this.cases.get(id) ?? {};
    if (!process || !state) throw new Error(`no case ${id}`);
    const parsed = process.forms[command]?.parse(form) as object;
    const { data, org } = state;
    const outcome = decide(process.rules, state, {
      command,
      form: parsed,
      actor: by.actor,
      at: this.at,
      commandId: `${id}-${state.seq}`,
      registers: this.lookUp(process, command, parsed, { data, org: org.id }),
      ...(by.fromOrg ? { relayed: true, fromOrg: by.fromOrg } : {}),
    });
    if ('refused' in outcome) return outcome.refused;
    this.cases.set(id, { process, state: outcome.state });
    return undefined;
  }

  /** Carries every command that waits, and feeds back its answer, until nothing waits any more. */
  private settle() {
    for (let rounds = 0; rounds < 50; rounds += 1) {
      const sender = [...this.cases.values()].find(({ state }) => state.relays.length > 0);
      if (!sender) return;
      const { process, state } = sender;
      const [{ relay } = { relay: undefined }] = state.relays;
      if (!relay) return;
      const form = relay.numbered ? { ...relay.form, number: state.number } : relay.form;
      const actor = { id: `case:${state.id}`, name: state.number ?? '', holdings: [] };
      this.at += MINUTE_MS;
      const refused = this.decide(relay.caseId, relay.command, form, { actor, fromOrg: state.org.id });
      const event = refused ? relay.refused : relay.accepted;
      const reply = refused ?? this.state(relay.caseId);
      const waiting = { ...state, relays: state.relays.slice(1) };
      const input = { event, at: this.at, commandId: `answer-${state.seq}`, reply };
      this.cases.set(state.id, { process, state: applyAutomatic(process.rules, waiting, input).state });
    }
    throw new Error('the cases never stop writing to each other');
  }

  private lookUp(process: Process, command: string, form: object, of: { data: CaseState['data'] | null; org: string }) {
    const book = [...this.cases.values()].flatMap(({ process: { rules }, state }) => {
      const { id: caseId, org, data } = state;
      const lines = rules.registers?.(data, { caseId, org: org.id }) ?? [];
      return lines.map((line) => ({ ...line, caseId, org: org.id }));
    });
    const queries = process.rules.lookups?.[command]?.({ form, ...of, at: this.at }) ?? [];
    return lookedUp(book, queries, { org: of.org, at: this.at });
  }
}

function district(changes: object = {}): District {
  const one = new District();
  one.start(serviceItemAdmission, ADMISSION, 'chaoyang', cast.district, { ...item, ...changes });
  return one;
}

const task = (changes: object = {}) => ({
  ...sampleForms['task.issue'](beijing('2026-10-09')),
  from: '2026-10-20',
  until: '2026-12-08',
  ...changes,
});
const confirm = (voucherNumber: string, amountYuan = 12_000) => ({ amountYuan, voucherNumber });

describe('the admission and its tasks, both by their real rules', () => {
  it('without money the task is blocked by that gate alone; half the money opens what it covers', () => {
    const one = district();
    one.start(dispatch, 'task-1', ORG, cast.department, task());
    expect(one.state('task-1').state).toBe('blocked');
    expect(one.gates('task-1')).toEqual({
      listed: true,
      agreed: true,
      funded: 'funds.none',
      responsibility: true,
      area: true,
      ceiling: true,
    });
    expect(one.standing('task-1')).toBe('blocked');
    one.give(ADMISSION, 'funds.confirm', finance, confirm('V-1'));
    one.give('task-1', 'gates.recheck', cast.department, {});
    expect(one.state('task-1').state).toBe('offered');
    expect(one.standing('task-1')).toBe('running');
    one.start(dispatch, 'task-2', ORG, cast.department, task({ until: '2027-01-15' }));
    expect(one.gates('task-2')).toMatchObject({ funded: 'funds.notCovered' });
  });

  it('money withdrawn in the middle and back: the running task stands still, one that is offered as well, and both go on', () => {
    const one = district();
    one.give(ADMISSION, 'funds.confirm', finance, confirm('V-1'));
    one.start(dispatch, 'task-1', ORG, cast.department, task());
    one.start(dispatch, 'task-2', ORG, cast.department, task({ title: '充电安全宣传' }));
    one.give('task-1', 'task.accept', cast.director, {});
    one.give(
      ADMISSION,
      'funds.withdraw',
      finance,
      { amountYuan: 12_000, reason: '年中调整预算' },
      beijing('2026-11-03'),
    );
    for (const id of ['task-1', 'task-2']) {
      expect(one.state(id).state).toBe('suspended');
      expect(one.standing(id)).toBe('suspended');
    }
    one.start(dispatch, 'task-3', ORG, cast.department, task({ from: '2026-11-10' }));
    expect(one.state('task-3').state).toBe('blocked');
    one.give(ADMISSION, 'funds.confirm', finance, confirm('V-2'), beijing('2026-11-23'));
    expect(one.state('task-1').state).toBe('accepted');
    expect(one.state('task-2').state).toBe('offered');
    const { deadlines } = one.state('task-1');
    const work = deadlines.find(({ key }) => key === 'work');
    expect(work).toMatchObject({ dueDate: '2026-12-28', endedAt: null });
    expect(work && lightOf(work, one.at)).toBe('green');
    expect(one.standing('task-1')).toBe('running');
  });

  it('the end has moved beyond what is paid for: the task waits for that money too, and loses no day', () => {
    const one = district();
    one.give(ADMISSION, 'funds.confirm', finance, confirm('V-1'));
    one.start(dispatch, 'task-1', ORG, cast.department, task());
    one.give('task-1', 'task.accept', cast.director, {});
    const back = { amountYuan: 12_000, reason: '年中调整预算' };
    one.give(ADMISSION, 'funds.withdraw', finance, back, beijing('2026-11-03'));
    one.give(ADMISSION, 'funds.confirm', finance, confirm('V-2'), beijing('2026-12-01'));
    // 2026-12-08 and 28 days: five days of the work lie in the new year.
    expect(one.state('task-1')).toMatchObject({ state: 'suspended', data: { until: '2027-01-05' } });
    expect(one.state(ADMISSION).data).toMatchObject({
      dispatches: { 'task-1': { standing: 'suspended', until: '2027-01-05' } },
    });
    one.give(ADMISSION, 'funds.confirm', finance, confirm('V-3'));
    expect(one.state('task-1')).toMatchObject({ state: 'accepted', data: { until: '2027-01-05' } });
    expect(one.standing('task-1')).toBe('running');
  });

  it('finished while the money is away: the admission learns it and asks no more of it when the money is back', () => {
    const one = district();
    one.give(ADMISSION, 'funds.confirm', finance, confirm('V-1'));
    one.start(dispatch, 'task-1', ORG, cast.department, task());
    one.give('task-1', 'task.accept', cast.director, {});
    one.give(ADMISSION, 'funds.withdraw', finance, { amountYuan: 12_000, reason: '年中调整预算' });
    one.give('task-1', 'task.report', cast.worker, sampleForms['task.report'](one.at));
    one.give('task-1', 'task.confirm', cast.department, sampleForms['task.confirm'](one.at));
    expect(one.state('task-1').state).toBe('closed');
    expect(one.standing('task-1')).toBe('ended');
    one.give(ADMISSION, 'funds.confirm', finance, confirm('V-2'));
    expect(one.state(ADMISSION).data).toMatchObject({
      unreached: [],
      dispatches: { 'task-1': { endedHow: 'finished' } },
    });
  });

  it('reported while the money is away, and the money comes back before it is confirmed', () => {
    const one = district();
    one.give(ADMISSION, 'funds.confirm', finance, confirm('V-1'));
    one.start(dispatch, 'task-1', ORG, cast.department, task());
    one.give('task-1', 'task.accept', cast.director, {});
    one.give(ADMISSION, 'funds.withdraw', finance, { amountYuan: 12_000, reason: '年中调整预算' });
    one.give('task-1', 'task.report', cast.worker, sampleForms['task.report'](one.at));
    one.give(ADMISSION, 'funds.confirm', finance, confirm('V-2'));
    expect(one.state('task-1').state).toBe('reported');
    expect(one.state(ADMISSION).data).toMatchObject({ unreached: [] });
  });

  it('a community outside the area, and acts that were not admitted', () => {
    const one = district({ areas: ['chaoyang.maizidian'], acts: ['contactResidents'] });
    one.give(ADMISSION, 'funds.confirm', finance, confirm('V-1'));
    one.start(dispatch, 'task-1', ORG, cast.department, task({ hoursPerMonth: 50 }));
    expect(one.gates('task-1')).toEqual({
      listed: true,
      agreed: 'agreement.hoursAbove',
      funded: true,
      responsibility: 'responsibility.actNotAdmitted',
      area: 'area.outside',
      ceiling: true,
    });
  });

  it('the item leaves the list: the running task stands still and may be returned, a new one is blocked by itself', () => {
    const one = district();
    one.give(ADMISSION, 'funds.confirm', finance, confirm('V-1'));
    one.start(dispatch, 'task-1', ORG, cast.department, task());
    one.give('task-1', 'task.accept', cast.director, {});
    one.give(ADMISSION, 'item.exit', cast.relief, { ground: 'residents', reason: '居民普遍不认可' });
    expect(one.state('task-1').state).toBe('suspended');
    one.start(dispatch, 'task-2', ORG, cast.department, task());
    expect(one.state('task-2').state).toBe('blocked');
    expect(one.gates('task-2')).toEqual({ listed: 'item.notListed' });
    one.give('task-1', 'task.return', cast.director, sampleForms['task.return'](one.at));
    one.give('task-1', 'return.acknowledge', cast.department, {});
    expect(one.state('task-1').state).toBe('returned');
    expect(one.state(ADMISSION).data).toMatchObject({
      dispatches: { 'task-1': { standing: 'ended', endedHow: 'returned' } },
    });
  });
});
