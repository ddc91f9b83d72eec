import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, isoOf } from '../../../processes/kernel/clock.ts';
import { lightOf } from '../../../processes/kernel/deadline.ts';
import { maySee } from '../../../processes/kernel/present.ts';
import { forms } from '../../../processes/supervision-order/forms.ts';
import { rules } from '../../../processes/supervision-order/rules.ts';
import { responsibleRoles } from '../../../processes/supervision-order/units.ts';
import { sampleForms } from './sample-forms.ts';
import {
  act,
  acts,
  answer,
  begin,
  beijing,
  cast,
  closed,
  common,
  commonRefusal,
  dataOf,
  deadline,
  ORG,
  person,
  refusal,
  replied,
  tryBegin,
  wait,
} from './walk.ts';

describe('an order that the system issues (S7)', () => {
  const order = begin({ at: beijing('2026-10-15T09:00') });

  it('names no person, and links itself to its case with its number', () => {
    expect(order.state.state).toBe('issued');
    expect(order.entries).toMatchObject([{ type: 'order.issue', actor: null, seq: 1 }]);
    expect(dataOf(order).issuedBy).toBeNull();
    expect(order.state.relays.map(({ relay }) => relay)).toEqual([
      {
        caseId: 'case-late',
        command: 'case.link',
        form: { caseId: 'order-1', relation: 'supervisionOrder' },
        numbered: true,
        accepted: 'link.recorded',
        refused: 'link.refused',
      },
    ]);
  });

  it('is for the office: a deputy signs, another of the office replies, and nobody else can', () => {
    const signed = act(order, { command: 'order.sign', by: cast.deputy });
    expect(signed.entries.at(-1)).toMatchObject({ actor: { id: 'deputy', as: '#responsible' }, to: 'handling' });
    expect(act(signed, { command: 'order.reply', by: cast.worker }).state.state).toBe('replied');
    for (const by of [cast.director, cast.supervisor, cast.leader, cast.resident]) {
      expect(refusal(order, { command: 'order.sign', by }).code).toBe('permission.denied');
    }
    const elsewhere = person('elsewhere', 'communityWorker', 'chaoyang.anzhen.elsewhere');
    expect(refusal(order, { command: 'order.sign', by: elsewhere }).code).toBe('permission.denied');
  });

  it('is never issued by the office that it is for, nor by a resident', () => {
    for (const by of [cast.worker, cast.officer, cast.resident]) {
      expect(tryBegin({ by })).toMatchObject({ refused: { code: 'permission.denied' } });
    }
  });

  it('runs to the archive, each step by another hand', () => {
    const end = wait(closed(order), beijing('2026-12-31'));
    expect(end.entries.map(({ type, to }) => `${type} > ${to}`)).toEqual([
      'order.issue > issued',
      'order.sign > handling',
      'order.reply > replied',
      'reply.verify > verified',
      'order.close > closed',
      'window.expire > archived',
    ]);
    expect(rules.present(dataOf(end), { kind: 'staff', id: 'x' })).toMatchObject({
      issuedBySystem: true,
      lateness: 'subjective',
    });
  });
});

describe('the clocks of an order', () => {
  it('give one working day to sign, over a Sunday that is none and a Saturday that is one', () => {
    expect(deadline(begin({ at: beijing('2026-10-09') }), 'signing')).toMatchObject({ dueDate: '2026-10-10' });
    expect(deadline(begin({ at: beijing('2026-10-10') }), 'signing')).toMatchObject({ dueDate: '2026-10-12' });
  });

  it('count the handling from the signature, by the order’s own limit or the usual one', () => {
    const usual = act(begin({ at: beijing('2026-09-28') }), { command: 'order.sign', by: cast.worker });
    expect(deadline(usual, 'handling')).toMatchObject({ dueDate: '2026-10-10', limit: { workingDays: 5 } });
    const own = begin({ at: beijing('2026-09-28'), form: { limitWorkingDays: 10 } });
    const signed = act(own, { command: 'order.sign', by: cast.worker });
    expect(deadline(signed, 'handling')).toMatchObject({ dueDate: '2026-10-16' });
    expect(deadline(signed, 'signing')).toMatchObject({ endedBecause: 'handling' });
  });

  it('turn yellow and red, and the order goes on all the same', () => {
    const signed = act(begin(), { command: 'order.sign', by: cast.worker });
    const { dueAt, warnAt } = deadline(signed, 'handling');
    expect(lightOf(deadline(signed, 'handling'), warnAt - 1)).toBe('green');
    expect(lightOf(deadline(signed, 'handling'), dueAt - 1)).toBe('yellow');
    expect(lightOf(deadline(signed, 'handling'), dueAt)).toBe('red');
    expect(wait(signed, dueAt + 30 * DAY_MS).state.state).toBe('handling');
    expect(act(signed, { command: 'order.reply', by: cast.worker, at: dueAt + HOUR_MS }).state.state).toBe('replied');
  });

  it('have the reply verified on the next working day', () => {
    const walk = replied(begin({ at: beijing('2026-10-16T08:00') }));
    expect(deadline(walk, 'verification')).toMatchObject({ dueDate: '2026-10-19' });
  });

  it('bring forth no further order: an order that is late is urged', () => {
    const actions = Object.values(rules.deadlines).flatMap(({ ladder }) => ladder.map(({ action }) => action));
    expect(new Set(actions)).toEqual(new Set(['remind', 'urge']));
  });

  it('let a review be asked until the last moment of the thirtieth day', () => {
    const walk = closed(begin({ at: beijing('2026-10-15T08:00') }));
    const { dueAt } = deadline(walk, 'reviewWindow');
    expect(isoOf(dueAt)).toBe('2026-11-17T00:00:00+08:00');
    expect(act(walk, { command: 'review.request', by: cast.worker, at: dueAt - 1 }).state.state).toBe('reviewing');
    expect(refusal(walk, { command: 'review.request', by: cast.worker, at: dueAt }).code).toBe('case.closed');
  });
});

describe('more time for the work', () => {
  const signed = act(begin({ at: beijing('2026-10-15T09:00'), by: cast.supervisor }), {
    command: 'order.sign',
    by: cast.worker,
  });
  const ask = { deadline: 'handling', by: { workingDays: 3 }, reason: '要等产权单位确认。' };
  const grant = { deadline: 'handling', verdict: 'granted', reason: '情况属实。' };

  it('is asked by the unit, granted by the leader, and told to both sides', () => {
    const asked = common(signed, 'deadline.askExtension', cast.deputy, ask);
    const granted = common(asked, 'deadline.decideExtension', cast.leader, grant);
    expect(deadline(signed, 'handling').dueDate).toBe('2026-10-22');
    expect(deadline(granted, 'handling')).toMatchObject({ dueDate: '2026-10-27', endedAt: null });
    const told = granted.notices.filter(({ notice }) => notice === 'extensionGranted').map(({ to }) => to);
    expect(told.sort()).toEqual(['deputy', 'supervisor', 'worker']);
  });

  it('is not for those who issue or verify, not longer than the settings say, and not decided by who asked', () => {
    expect(commonRefusal(signed, 'deadline.askExtension', cast.supervisor, ask)).toBe('permission.denied');
    const long = { ...ask, by: { workingDays: 6 } };
    expect(commonRefusal(signed, 'deadline.askExtension', cast.worker, long)).toBe('extension.tooLong');
    const both = { ...cast.worker, holdings: [...cast.worker.holdings, ...cast.leader.holdings] };
    const asked = common(signed, 'deadline.askExtension', both, ask);
    expect(commonRefusal(asked, 'deadline.decideExtension', both, grant)).toBe('handsOff.extensionAsker');
  });

  it('asked when it is too late is refused', () => {
    const late = deadline(signed, 'handling').dueAt;
    expect(common({ ...signed, at: late }, 'deadline.askExtension', cast.worker, ask).refusedAfter).toBe(
      'extension.late',
    );
  });

  it('is not to be had by standing still: no clock of an order can be paused', () => {
    const pause = { deadline: 'handling', reason: 'parked', note: '等雨季过去。', reviewOn: '2026-11-16' };
    expect(commonRefusal(signed, 'deadline.pause', cast.leader, pause)).toBe('command.unknown');
  });
});

describe('returned, to be done again', () => {
  const first = replied(begin({ by: cast.supervisor }));
  const returned = act(first, {
    command: 'reply.verify',
    by: cast.officer,
    form: { ...sampleForms['reply.verify'](first.at), verdict: 'returned', finding: '提案人没有接到电话。' },
  });

  it('has a limit of its own and tells the unit', () => {
    expect(returned.state.state).toBe('returned');
    expect(deadline(returned, 'redo')).toMatchObject({ endedAt: null });
    expect(returned.notices.at(-1)).toMatchObject({ to: 'worker', notice: 'returned' });
  });

  it('keeps the first reply with its finding beside the second', () => {
    const again = acts(returned, [
      { command: 'order.reply', by: cast.worker },
      { command: 'reply.verify', by: cast.officer },
    ]);
    expect(again.state.state).toBe('verified');
    expect(dataOf(again).replies.map(({ verification }) => verification?.verdict)).toEqual(['returned', 'passed']);
  });

  it('is the only way for a reply that says partly done', () => {
    const partly = { ...sampleForms['order.reply'](first.at), result: 'partlyDone' as const };
    const walk = replied(begin(), partly);
    expect(refusal(walk, { command: 'reply.verify', by: cast.supervisor })).toEqual({
      code: 'verification.notDone',
      values: {},
      pointer: '/verdict',
    });
    const notPossible = { ...partly, result: 'notPossible' as const };
    const accepted = act(replied(begin(), notPossible), { command: 'reply.verify', by: cast.supervisor });
    expect(accepted.state.state).toBe('verified');
  });
});

describe('hands that must not be one', () => {
  it('who replied cannot verify, even holding the office for it', () => {
    const both = { ...cast.worker, holdings: [...cast.worker.holdings, ...cast.supervisor.holdings] };
    const walk = acts(begin(), [
      { command: 'order.sign', by: cast.deputy },
      { command: 'order.reply', by: both },
    ]);
    expect(refusal(walk, { command: 'reply.verify', by: both }).code).toBe('handsOff.replier');
    expect(refusal(walk, { command: 'order.withdraw', by: both }).code).toBe('permission.denied');
  });

  it('who signed for the order cannot verify or conclude it', () => {
    const both = { ...cast.deputy, holdings: [...cast.deputy.holdings, ...cast.supervisor.holdings] };
    const walk = acts(begin(), [
      { command: 'order.sign', by: both },
      { command: 'order.reply', by: cast.worker },
    ]);
    expect(refusal(walk, { command: 'reply.verify', by: both }).code).toBe('handsOff.ownMatter');
    const verified = act(walk, { command: 'reply.verify', by: cast.supervisor });
    expect(refusal(verified, { command: 'order.close', by: both }).code).toBe('handsOff.ownMatter');
  });

  it('who verified cannot conclude, and neither verifier nor concluder reviews', () => {
    const verified = act(replied(begin()), { command: 'reply.verify', by: cast.supervisor });
    expect(refusal(verified, { command: 'order.close', by: cast.supervisor }).code).toBe('handsOff.verifier');
    const walk = acts(verified, [
      { command: 'order.close', by: cast.leader },
      { command: 'review.request', by: cast.worker },
    ]);
    expect(refusal(walk, { command: 'review.decide', by: cast.leader }).code).toBe('handsOff.concluder');
    expect(act(walk, { command: 'review.decide', by: cast.district }).state.state).toBe('archived');

    const byDistrict = acts(replied(begin()), [
      { command: 'reply.verify', by: cast.district },
      { command: 'order.close', by: cast.leader },
      { command: 'review.request', by: cast.worker },
    ]);
    expect(refusal(byDistrict, { command: 'review.decide', by: cast.district }).code).toBe('handsOff.verifier');
  });

  it('a leader who is responsible himself neither decides his objection nor withdraws the order', () => {
    const form = { responsible: { role: 'subdistrictLeader' as const, org: 'chaoyang.anzhen' } };
    const objected = act(begin({ form }), { command: 'order.object', by: cast.leader });
    const otherLeader = person('leader-2', 'subdistrictLeader');
    expect(refusal(objected, { command: 'objection.decide', by: otherLeader }).code).toBe('permission.denied');
    const promoted = { ...cast.leader, holdings: [...cast.leader.holdings, ...cast.district.holdings] };
    expect(refusal(objected, { command: 'objection.decide', by: promoted }).code).toBe('handsOff.objector');
    expect(act(objected, { command: 'objection.decide', by: cast.district }).state.state).toBe('handling');
    const signed = act(begin({ form }), { command: 'order.sign', by: cast.leader });
    expect(refusal(signed, { command: 'order.withdraw', by: cast.leader }).code).toBe('permission.denied');
    expect(refusal(signed, { command: 'order.withdraw', by: promoted }).code).toBe('handsOff.ownMatter');
  });
});

describe('an objection that the unit is not competent', () => {
  const objected = act(begin({ by: cast.supervisor }), { command: 'order.object', by: cast.worker });
  const reassignTo = (role: 'communityWorker' | 'subdistrictOfficer', org: string) => ({
    verdict: 'reassigned' as const,
    reason: '车棚改造由街道统筹。',
    responsible: { role, org },
  });

  it('stops the clock for signing, tells the issuer and waits for the leader', () => {
    expect(objected.state.state).toBe('objected');
    expect(deadline(objected, 'signing')).toMatchObject({ endedBecause: 'objected' });
    expect(objected.notices.at(-1)).toMatchObject({ to: 'supervisor', notice: 'objected' });
    expect(refusal(objected, { command: 'objection.decide', by: cast.supervisor }).code).toBe('permission.denied');
  });

  it('rejected, counts as signed for: the limit runs, and there is no second objection', () => {
    const rejected = act(objected, { command: 'objection.decide', by: cast.leader });
    expect(rejected.state.state).toBe('handling');
    expect(deadline(rejected, 'handling')).toMatchObject({ startedAt: rejected.at });
    expect(dataOf(rejected).assignment.signed).toMatchObject({ by: { id: 'worker' }, at: rejected.at });
    expect(refusal(rejected, { command: 'order.object', by: cast.worker }).code).toBe('command.notNow');
  });

  it('upheld, goes to the other unit with a clock of its own; the first unit is out of it', () => {
    const form = reassignTo('subdistrictOfficer', 'chaoyang.anzhen');
    const moved = act(objected, { command: 'objection.decide', by: cast.leader, form });
    expect(moved.state.state).toBe('issued');
    expect(deadline(moved, 'signing')).toMatchObject({ startedAt: moved.at, endedAt: null });
    expect(refusal(moved, { command: 'order.sign', by: cast.worker }).code).toBe('permission.denied');
    expect(act(moved, { command: 'order.sign', by: cast.officer }).state.state).toBe('handling');
    expect(dataOf(moved).pastAssignments).toMatchObject([{ objection: { decision: { verdict: 'reassigned' } } }]);
    expect(moved.state.relays, 'the case is linked once').toHaveLength(1);
  });

  it('needs another unit that reaches the case', () => {
    const { responsible: _, ...without } = reassignTo('subdistrictOfficer', 'chaoyang.anzhen');
    const decide = (form: typeof without) =>
      refusal(objected, { command: 'objection.decide', by: cast.leader, form }).code;
    expect(decide(without)).toBe('objection.unitMissing');
    expect(decide(reassignTo('communityWorker', ORG))).toBe('objection.sameUnit');
    expect(decide(reassignTo('subdistrictOfficer', ORG))).toBe('responsible.org');
    expect(decide(reassignTo('communityWorker', 'chaoyang.anzhen.elsewhere'))).toBe('responsible.org');
  });

  it('may end the order, and the case learns it', () => {
    const cancelled = act(objected, {
      command: 'objection.decide',
      by: cast.leader,
      form: { verdict: 'cancelled', reason: '事项不属街道职权。' },
    });
    expect(cancelled.state.state).toBe('withdrawn');
    expect(dataOf(cancelled).withdrawal).toMatchObject({ by: { id: 'leader' } });
    expect(cancelled.state.relays.at(-1)?.relay.form).toMatchObject({ relation: 'supervisionOrderClosed' });
  });
});

describe('withdrawing an order', () => {
  it('is for its issuer or the leader, with a reason, until the reply has passed', () => {
    const order = begin({ by: cast.supervisor });
    const withdrawn = act(order, { command: 'order.withdraw', by: cast.supervisor });
    expect(withdrawn.state.state).toBe('withdrawn');
    expect(refusal(order, { command: 'order.withdraw', by: cast.supervisor2 }).code).toBe('permission.denied');
    expect(refusal(begin(), { command: 'order.withdraw', by: cast.supervisor }).code).toBe('permission.denied');
    expect(act(begin(), { command: 'order.withdraw', by: cast.leader }).state.state).toBe('withdrawn');
    const verified = act(replied(order), { command: 'reply.verify', by: cast.officer });
    expect(refusal(verified, { command: 'order.withdraw', by: cast.supervisor }).code).toBe('command.notNow');
  });
});

describe('the review of a conclusion', () => {
  const reviewing = act(closed(begin({ by: cast.supervisor2 })), { command: 'review.request', by: cast.worker });

  it('must say what an amended conclusion is, and leaves the first as it was', () => {
    const amended = { verdict: 'amended' as const, reason: '停机记录属实。' };
    expect(refusal(reviewing, { command: 'review.decide', by: cast.district, form: amended })).toMatchObject({
      code: 'review.latenessMissing',
    });
    const end = act(reviewing, {
      command: 'review.decide',
      by: cast.district,
      form: { ...amended, lateness: 'objective' },
    });
    expect(dataOf(end).conclusion).toMatchObject({ lateness: 'subjective' });
    expect(rules.present(dataOf(end), { kind: 'staff', id: 'x' })).toMatchObject({ lateness: 'objective' });
    expect(end.notices.filter(({ notice }) => notice === 'reviewed').map(({ to }) => to)).toEqual([
      'supervisor-2',
      'worker',
      'leader',
    ]);
  });
});

describe('the link to the case', () => {
  it('keeps what the case answered, whatever the order has become meanwhile', () => {
    const signed = act(begin({ by: cast.supervisor }), { command: 'order.sign', by: cast.worker });
    expect(dataOf(signed).links.issued.standing).toBe('asked');
    expect(dataOf(answer(signed, 'link.recorded')).links.issued.standing).toBe('recorded');
    const refused = answer(signed, 'link.refused', { code: 'case.closed' });
    expect(dataOf(refused).links.issued).toEqual({ standing: 'refused', refusedBecause: 'case.closed' });
    expect(refused.state.state).toBe('handling');
    expect(refused.notices.at(-1)).toMatchObject({ to: 'supervisor', notice: 'linkRefused' });
  });

  it('is told again when the order is closed', () => {
    const walk = closed(begin());
    expect(walk.state.relays.map(({ relay }) => relay.form)).toEqual([
      { caseId: 'order-1', relation: 'supervisionOrder' },
      { caseId: 'order-1', relation: 'supervisionOrderClosed' },
    ]);
    expect(dataOf(answer(walk, 'closing.recorded')).links.closed?.standing).toBe('recorded');
    expect(dataOf(answer(walk, 'closing.refused', 'x')).links.closed?.refusedBecause).toBe('unknown');
  });
});

describe('who sees an order', () => {
  const record = (walk: ReturnType<typeof begin>) => ({ ...walk.state, number: 'n', hash: 'h' });

  it('both sides while it is open, the community when it is closed, and no names for the public', () => {
    const order = closed(begin({ by: cast.supervisor2, form: { responsible: named() } }));
    expect(maySee(rules, record(begin()), cast.resident)).toBe(false);
    expect(maySee(rules, record(begin()), cast.worker)).toBe(true);
    expect(maySee(rules, record(order), cast.resident)).toBe(true);
    const shown = JSON.stringify(rules.present(dataOf(order), { kind: 'public', id: 'resident' }));
    for (const name of ['worker', 'supervisor', 'leader', '陈静']) expect(shown).not.toContain(`"${name}"`);
    expect(shown).toContain('12号楼前车棚');
  });
});

describe('bad input', () => {
  const issue = sampleForms['order.issue'](0);
  const bad = (change: object) => forms['order.issue'].safeParse({ ...issue, ...change }).success;

  it.each([
    ['no limit at all', { limitWorkingDays: 0 }],
    ['a negative limit', { limitWorkingDays: -1 }],
    ['a fractional limit', { limitWorkingDays: 1.5 }],
    ['a huge limit', { limitWorkingDays: 61 }],
    ['an empty requirement', { requirement: '   ' }],
    ['a resident as the responsible unit', { responsible: { role: 'resident', org: ORG } }],
    ['a supervisor as the responsible unit', { responsible: { role: 'supervisor', org: 'chaoyang.anzhen' } }],
    ['29 February of a common year', { about: { ...issue.about, dueDate: '2027-02-29' } }],
    ['a field that is not there', { number: '1' }],
  ])('refuses %s', (_, change) => {
    expect(bad(change)).toBe(false);
  });

  it('refuses a unit that does not reach the case, and takes each that does', () => {
    expect(tryBegin({ form: { responsible: { role: 'communityWorker', org: 'chaoyang.anzhen' } } })).toMatchObject({
      refused: { code: 'responsible.org', pointer: '/responsible/org' },
    });
    const taken = responsibleRoles.map((role) => {
      const org = person('x', role).holdings[0]?.org ?? '';
      return begin({ form: { responsible: { role, org } } }).state.state;
    });
    expect(new Set(taken)).toEqual(new Set(['issued']));
  });

  it('refuses work that is reported for tomorrow', () => {
    const walk = act(begin(), { command: 'order.sign', by: cast.worker });
    const form = { ...sampleForms['order.reply'](walk.at + 2 * DAY_MS) };
    expect(refusal(walk, { command: 'order.reply', by: cast.worker, form }).code).toBe('date.future');
  });
});

function named() {
  return { role: 'communityWorker' as const, org: ORG, person: { personId: 'worker', name: '陈静' } };
}
