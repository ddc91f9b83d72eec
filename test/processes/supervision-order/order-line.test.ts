import { describe, expect, it } from 'vitest';
import { orderLine } from '../../../processes/supervision-order/order-line.ts';
import { act, acts, begin, beijing, cast, closed, ORG, replied } from './walk.ts';

const issued = begin({ at: beijing('2026-10-15') });

describe('an order on a board', () => {
  it('waits for its answer, from the office that has it', () => {
    expect(orderLine(issued.state)).toMatchObject({
      about: { caseId: 'case-late', number: '朝阳-安贞-安贞西里-2026-0001' },
      unit: { role: 'communityWorker', org: ORG },
      issuedAt: beijing('2026-10-15'),
      bySystem: true,
      answer: 'waiting',
      answeredAt: null,
    });
    expect(orderLine(begin({ by: cast.supervisor }).state).bySystem).toBe(false);
  });

  it('was answered in time or late by the clock of the work, and stays so when it is concluded', () => {
    const inTime = replied(issued);
    expect(orderLine(inTime.state)).toMatchObject({ answer: 'inTime', answeredAt: inTime.at });
    expect(orderLine(closed(issued).state).answer).toBe('inTime');
    const signed = act(issued, { command: 'order.sign', by: cast.worker });
    const late = act(signed, { command: 'order.reply', by: cast.worker, at: beijing('2026-11-20') });
    expect(orderLine(late.state)).toMatchObject({ answer: 'late', answeredAt: beijing('2026-11-20') });
  });

  it('waits again where the answer was returned', () => {
    const form = { verdict: 'returned', way: 'onSite', verifiedOn: '2026-10-15', finding: '现场仍有积水' } as const;
    const returned = act(replied(issued), { command: 'reply.verify', by: cast.supervisor, form });
    expect(orderLine(returned.state).answer).toBe('waiting');
    expect(orderLine(act(returned, { command: 'order.reply', by: cast.worker }).state).answer).toBe('inTime');
  });

  it('is dropped with its withdrawal', () => {
    const form = { reason: '事项已在签收前办结' };
    const dropped = acts(issued, [{ command: 'order.withdraw', by: cast.district, form }]);
    expect(orderLine(dropped.state).answer).toBe('dropped');
  });
});
