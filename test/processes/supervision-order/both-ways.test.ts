import { describe, expect, it } from 'vitest';
import { orderProcess, processes } from '../../../processes/index.ts';
import { HOUR_MS } from '../../../processes/kernel/clock.ts';
import { decide } from '../../../processes/kernel/decide.ts';
import type { OverdueMatter } from '../../../processes/kernel/define-process.ts';
import { rungsOf } from '../../../processes/kernel/ladder.ts';
import { entryWords } from '../../../processes/kernel/present.ts';
import { residentProposal } from '../../../processes/resident-proposal/index.ts';
import { awaitingAcceptance } from '../resident-proposal/walk.ts';
import { act, begin, beijing, cast, closed, dataOf, deadline } from './walk.ts';

const late = awaitingAcceptance({ at: beijing('2026-09-22T20:00') });
const rung = rungsOf(residentProposal.rules, late.state).find(({ action }) => action === 'order');

function matter(): OverdueMatter {
  if (!rung?.roles[0]) throw new Error('the ladder of the acceptance ends in an order to an office');
  return {
    caseId: late.state.id,
    caseNumber: '朝阳-安贞-安贞西里-2026-0001',
    process: late.state.process,
    title: residentProposal.rules.titleOf(late.state.data),
    deadline: rung.deadline,
    deadlineTitle: residentProposal.texts['zh-CN'].deadlines[rung.deadline] ?? '',
    dueDate: rung.dueDate,
    to: rung.roles[0],
  };
}

describe('S7: the ladder of a proposal that nobody accepts', () => {
  it('ends on 2026-10-15, more than five working days after 2026-10-08, in an order to the leader', () => {
    expect(rung).toMatchObject({ deadline: 'acceptance', dueDate: '2026-10-08', at: beijing('2026-10-15T09:00') });
    expect(rung?.roles).toEqual([{ role: 'subdistrictLeader', org: 'chaoyang.anzhen' }]);
  });

  it('opens the one process that says how, with a form that its own schema takes', () => {
    const order = orderProcess();
    expect(processes.filter(({ orderFor }) => orderFor)).toEqual([order]);
    const form = order?.orderFor?.(matter());
    expect(order?.forms[order.rules.start]?.safeParse(form).error).toBeUndefined();
    expect(form).toMatchObject({ about: { caseId: 'case-1', deadline: 'acceptance', dueDate: '2026-10-08' } });
  });

  it('reaches the leader: his deputy signs, a supervisor verifies, the district concludes', () => {
    const order = begin({ at: rung?.at ?? 0, form: orderProcess()?.orderFor?.(matter()) ?? {} });
    const deputy = { ...cast.leader, id: 'deputy-leader', name: 'deputy-leader' };
    const signed = act(order, { command: 'order.sign', by: deputy });
    const verified = act(act(signed, { command: 'order.reply', by: cast.leader }), {
      command: 'reply.verify',
      by: cast.supervisor,
    });
    expect(deadline(signed, 'handling')).toMatchObject({ dueDate: '2026-10-22' });
    expect(act(verified, { command: 'order.close', by: cast.district }).state.state).toBe('closed');
  });

  it('says so too where hours were counted and there is no last day', () => {
    const form = orderProcess()?.orderFor?.({ ...matter(), dueDate: null });
    expect(JSON.stringify(form)).toContain('已届满');
    expect(form).not.toHaveProperty('about.dueDate');
  });

  it('gives no order to an office that cannot be given one', () => {
    const to = { role: 'resident' as const, org: 'chaoyang.anzhen.anzhenxili' };
    expect(() => orderProcess()?.orderFor?.({ ...matter(), to })).toThrow('Broken invariant');
  });
});

describe('the case and its order', () => {
  const order = closed(begin({ form: { about: { ...dataOf(begin()).about, caseId: late.state.id } } }));

  it('know each other: the case takes in the opening and the end, each once, as acts of the system', () => {
    const number = '朝阳-安贞-安贞西里-2026-0002';
    let { state } = late;
    const entries = order.state.relays.map(({ id, relay }, index) => {
      const form = { ...relay.form, number };
      expect(residentProposal.forms[relay.command]?.safeParse(form).error).toBeUndefined();
      const decision = decide(residentProposal.rules, state, {
        command: relay.command,
        form,
        actor: { id: 'case:order-1', name: 'order-1', holdings: [] },
        at: late.at + (index + 1) * HOUR_MS,
        commandId: `relay:order-1:${id}`,
        relayed: true,
      });
      if ('refused' in decision) throw new Error(decision.refused.code);
      state = decision.state;
      return decision.entries.map((entry) => entryWords({ process: residentProposal, entry, locale: 'zh-CN' })).join();
    });
    expect(entries).toEqual([`系统将本事项与${number}关联(督办单)`, `系统将本事项与${number}关联(督办单已结束)`]);
    expect(state.links.map(({ caseId, relation }) => [caseId, relation])).toEqual([
      ['order-1', 'supervisionOrder'],
      ['order-1', 'supervisionOrderClosed'],
    ]);
    expect(dataOf(order).about.caseId).toBe(late.state.id);
  });
});
