import { describe, expect, it } from 'vitest';
import { present } from '../../../processes/service-item-admission/present.ts';
import { rules } from '../../../processes/service-item-admission/rules.ts';
import { standingOn } from '../support/standing-on.ts';
import { communities, twoQuarters } from './sample-forms.ts';
import {
  act,
  acts,
  agreed,
  answer,
  beforeMeeting,
  begin,
  beijing,
  cast,
  closedFor,
  dataOf,
  deadline,
  dispatchOf,
  emergencyForm,
  existing,
  onTrial,
  refusal,
  refusedOpening,
  relayed,
  temporary,
  told,
  type Walk,
  wait,
} from './walk.ts';

const withdrawFirstQuarter = {
  command: 'funds.withdraw',
  by: cast.finance,
  form: { amountYuan: 60000, reason: '专项资金调整收回。' },
} as const;

const linesOf = (walk: Walk) =>
  rules.registers?.(dataOf(walk), { caseId: walk.state.id, org: walk.state.org.id }) ?? [];
const listedOn = (walk: Walk, day: string) => standingOn(linesOf(walk), day).map(({ key }) => key);

describe('S5: an application out of time, then admitted without money', () => {
  it('counts 30 working days past National Day and names the earliest start', () => {
    expect(refusedOpening({ form: { startOn: '2026-10-20' } })).toEqual({
      code: 'start.tooEarly',
      values: { asked: '2026-10-20', earliest: '2026-10-31', days: 30 },
      pointer: '/startOn',
    });
  });

  it('one day late is late', () => {
    const form = { startOn: '2026-11-02', money: { needed: false, reason: '由支队自行承担全部费用。' } };
    expect(begin({ form }).state.state).toBe('applied');
    expect(refusedOpening({ form, at: beijing('2026-09-15') })).toMatchObject({
      code: 'start.tooEarly',
      values: { earliest: '2026-11-03' },
    });
  });

  it('is decided within 15 working days, by Saturday 10-10', () => {
    expect(deadline(begin(), 'decision')).toMatchObject({ dueDate: '2026-10-10', provisional: false });
  });

  it('money left open cannot pass the formal check; one correction notice, no second', () => {
    const empty = begin({ form: { money: { needed: true, source: '由社区统筹解决' } } });
    expect(refusal(empty, { command: 'form.check', by: cast.relief }).code).toBe('missing.money');
    const form = { verdict: 'correctionNeeded' as const, note: '经费栏没有写明金额和来源。' };
    const correcting = act(empty, { command: 'form.check', by: cast.relief, form });
    expect(correcting.notices.at(-1)).toMatchObject({ to: 'department', notice: 'correctionNeeded' });
    expect(dataOf(correcting).formalChecks).toMatchObject([{ findings: ['money'] }]);
    expect(deadline(correcting, 'decision').pausedSince).not.toBeNull();
    const corrected = act(correcting, { command: 'item.correct', by: cast.department });
    expect(deadline(corrected, 'decision').pausedSince).toBeNull();
    expect(refusal(corrected, { command: 'form.check', by: cast.relief, form }).code).toBe('correction.already');
    const incomplete = { verdict: 'incomplete' as const, note: '仍未写明经费。' };
    expect(act(corrected, { command: 'form.check', by: cast.relief, form: incomplete }).state.state).toBe('refused');
  });

  it('is not refused as incomplete before it could be corrected, and lapses if nobody answers', () => {
    const empty = begin({ form: { money: undefined } });
    const incomplete = { verdict: 'incomplete' as const, note: '没有写明经费。' };
    expect(refusal(empty, { command: 'form.check', by: cast.relief, form: incomplete }).code).toBe('correction.first');
    const correcting = act(empty, {
      command: 'form.check',
      by: cast.relief,
      form: { verdict: 'correctionNeeded', note: '没有写明经费。' },
    });
    const { dueDate, dueAt } = deadline(correcting, 'correction');
    // 7 working days from 09-14, Sunday 09-20 worked.
    expect(dueDate).toBe('2026-09-22');
    expect(wait(correcting, dueAt - 1).state.state).toBe('correcting');
    expect(wait(correcting, dueAt).state.state).toBe('lapsed');
  });

  const conditional = act(beforeMeeting(begin()), {
    command: 'meeting.decide',
    by: cast.district,
    form: {
      verdict: 'conditional',
      meetingOn: '2026-09-14',
      reason: '事项必要,经费尚未拨付。',
      conditions: [{ kind: 'moneyBeforeDispatch', text: '经费到位前不得下派。' }],
    },
  });
  const signed = acts(conditional, [
    { command: 'list.publish', by: cast.district },
    { command: 'agreement.draft', by: cast.department },
    { command: 'agreement.sign', by: cast.relief },
  ]);

  it('approved under the condition of money, a task on 11-02 is blocked by that gate alone', () => {
    expect(conditional.state.state).toBe('approvedConditionally');
    expect(signed.state.state).toBe('agreed');
    const asked = relayed(signed, 'dispatch.check', { at: beijing('2026-11-02') });
    expect(dispatchOf(asked)).toMatchObject({ standing: 'blocked', number: '朝阳-安贞-安贞西里-2026-0009' });
    expect(dispatchOf(asked).gates).toHaveLength(6);
    expect(closedFor(asked)).toEqual(['funded: funds.none']);
  });

  it('half the money opens the first quarter and nothing beyond it', () => {
    const half = act(signed, { command: 'funds.confirm', by: cast.finance, at: beijing('2026-11-03') });
    expect(half.state.state).toBe('trial');
    const inside = relayed(half, 'dispatch.check', { form: { until: '2027-01-31' } });
    expect(closedFor(inside)).toEqual([]);
    const beyond = relayed(half, 'dispatch.check', { form: { until: '2027-02-01' } });
    expect(closedFor(beyond)).toEqual(['funded: funds.notCovered']);
    const fenShort = act(half, {
      command: 'funds.confirm',
      by: cast.finance,
      form: { amountYuan: 60000.49, voucherNumber: 'V-2' },
    });
    expect(closedFor(relayed(fenShort, 'dispatch.check', { form: { until: '2027-02-01' } }))).toHaveLength(1);
    const whole = act(fenShort, {
      command: 'funds.confirm',
      by: cast.finance,
      form: { amountYuan: 0.01, voucherNumber: 'V-3' },
    });
    expect(closedFor(relayed(whole, 'dispatch.check', { form: { until: '2027-02-01' } }))).toEqual([]);
  });

  it('less than the first quarter opens nothing', () => {
    const part = act(signed, {
      command: 'funds.confirm',
      by: cast.finance,
      form: { amountYuan: 59999.99, voucherNumber: 'V-1' },
    });
    expect(part.state.state).toBe('agreed');
    expect(closedFor(relayed(part, 'dispatch.check', { at: beijing('2026-11-02') }))).toEqual(['funded: funds.none']);
  });

  describe('money withdrawn in the middle of a task', () => {
    const half = act(signed, { command: 'funds.confirm', by: cast.finance, at: beijing('2026-11-02') });
    const first = relayed(half, 'dispatch.check');
    const running = relayed(first, 'dispatch.check', { form: { dispatchId: 'dispatch-2', org: communities[1] } });
    const ended = relayed(running, 'dispatch.end', { form: { dispatchId: 'dispatch-2' } });
    const without = act(ended, { ...withdrawFirstQuarter, at: beijing('2026-11-20') });

    it('suspends the item, tells each running task why, and leaves the finished one alone', () => {
      expect(without.state.state).toBe('suspended');
      expect(told(without)).toEqual([
        { caseId: 'dispatch-1', command: 'task.suspend', form: { reason: 'item.suspended', note: expect.any(String) } },
      ]);
      expect(dispatchOf(without)).toMatchObject({ standing: 'suspended' });
      expect(dispatchOf(without, 'dispatch-2')).toMatchObject({ standing: 'ended', endedHow: 'finished' });
    });

    it('blocks new tasks and names both gates', () => {
      const asked = relayed(without, 'dispatch.check', { form: { dispatchId: 'dispatch-3' } });
      expect(closedFor(asked, 'dispatch-3')).toEqual(['listed: item.suspended', 'funded: funds.none']);
    });

    it('goes on once the money is back, exactly those that stood still', () => {
      const back = act(without, { command: 'funds.confirm', by: cast.finance, at: beijing('2026-12-01') });
      expect(back.state.state).toBe('trial');
      expect(told(back)).toEqual([{ caseId: 'dispatch-1', command: 'task.resume', form: {} }]);
      expect(dispatchOf(back)).toMatchObject({ standing: 'running' });
      expect(dataOf(back).pastSuspensions).toMatchObject([{ because: 'money', from: 'trial' }]);
    });

    it('stays suspended while what comes back covers nothing, and nobody can resume it by word', () => {
      const part = act(without, {
        command: 'funds.confirm',
        by: cast.finance,
        form: { amountYuan: 100, voucherNumber: 'V-9' },
      });
      expect(part.state.state).toBe('suspended');
      expect(told(part)).toEqual([]);
      expect(refusal(part, { command: 'item.resume', by: cast.district }).code).toBe('resume.byMoney');
    });

    it('keeps in view a task that could not be told', () => {
      const unheard = answer(without, 'task.suspendRefused', { code: 'case.closed' });
      expect(dataOf(unheard).unreached).toMatchObject([{ command: 'task.suspend', code: 'case.closed' }]);
      expect(unheard.notices.at(-1)).toMatchObject({ notice: 'taskUnreached' });
    });
  });

  it('the second quarter withdrawn suspends only the task that reaches into it', () => {
    const whole = acts(onTrial(), [
      { command: 'funds.confirm', by: cast.finance, form: { amountYuan: 60000.5, voucherNumber: 'V-2' } },
    ]);
    const short = relayed(whole, 'dispatch.check', { at: beijing('2026-11-02') });
    const both = relayed(short, 'dispatch.check', { form: { dispatchId: 'dispatch-2', until: '2027-03-31' } });
    const less = act(both, {
      command: 'funds.withdraw',
      by: cast.finance,
      form: { amountYuan: 60000.5, reason: '第二季度经费收回。' },
    });
    expect(less.state.state).toBe('trial');
    expect(told(less)).toMatchObject([
      { caseId: 'dispatch-2', command: 'task.suspend', form: { reason: 'funds.notCovered' } },
    ]);
    expect(dispatchOf(less)).toMatchObject({ standing: 'running' });
  });
});

describe('the public list', () => {
  it('holds the item from its day, whatever the day of publication', () => {
    const walk = agreed();
    expect(listedOn(walk, '2026-11-01')).toEqual([]);
    expect(listedOn(walk, '2026-11-02')).toEqual(['CY-2026-031']);
    expect(linesOf(walk)).toMatchObject([
      {
        register: 'serviceItemList',
        value: { effectiveFrom: '2026-11-02', validUntil: '2027-04-30', moneyNeeded: true, temporary: false },
      },
    ]);
  });

  it('a task before it takes effect is blocked, although it starts later', () => {
    const paid = act(agreed(), { command: 'funds.confirm', by: cast.finance });
    const asked = relayed(paid, 'dispatch.check', { at: beijing('2026-11-01T23:59') });
    expect(closedFor(asked)).toEqual(['listed: item.notYet']);
    expect(closedFor(relayed(paid, 'dispatch.check', { at: beijing('2026-11-02T00:00') }))).toEqual([]);
  });

  it('ends with the last day of the term, working day or not, and suspends what still runs', () => {
    const regular = act(onTrial(), { command: 'trial.conclude', by: cast.relief });
    const running = relayed(regular, 'dispatch.check', { at: beijing('2026-11-02') });
    const { dueAt } = deadline(running, 'validity');
    const over = wait(running, dueAt);
    expect(dueAt).toBe(beijing('2027-05-01T00:00'));
    expect(over.state.state).toBe('exited');
    expect(dataOf(over).ending).toMatchObject({ because: 'expired', by: null });
    expect(listedOn(over, '2027-04-30')).toEqual(['CY-2026-031']);
    expect(listedOn(over, '2027-05-01')).toEqual([]);
    expect(told(over)).toMatchObject([
      { caseId: 'dispatch-1', command: 'task.suspend', form: { reason: 'item.ended' } },
    ]);
  });

  it('an item taken off before its day was never on the list', () => {
    const walk = act(agreed(), { command: 'item.exit', by: cast.district });
    expect(listedOn(walk, '2026-11-01')).toEqual([]);
    expect(listedOn(walk, '2026-11-02')).toEqual([]);
  });

  it('after the exit a task is blocked, and its end is still taken in', () => {
    const running = relayed(onTrial(), 'dispatch.check', { at: beijing('2026-11-02') });
    const exited = act(running, { command: 'item.exit', by: cast.relief });
    const asked = relayed(exited, 'dispatch.check', { form: { dispatchId: 'dispatch-2' } });
    expect(closedFor(asked, 'dispatch-2')).toEqual(['listed: item.ended']);
    expect(dispatchOf(relayed(exited, 'dispatch.end'))).toMatchObject({ standing: 'ended' });
  });

  it('a breach revokes it with the article', () => {
    const revoked = act(onTrial(), { command: 'item.revoke', by: cast.district });
    expect(revoked.state.state).toBe('revoked');
    expect(dataOf(revoked).ending).toMatchObject({ because: 'breach', articles: expect.stringContaining('第32') });
  });

  it('a task outside the area, for another act, or above the hours agreed is blocked by its gate', () => {
    const walk = onTrial(begin({ form: { areas: [...communities] } }));
    const ask = (form: object) => closedFor(relayed(walk, 'dispatch.check', { at: beijing('2026-11-02'), form }));
    expect(ask({ org: 'chaoyang.wangjing.wangjingxiyuan' })).toEqual(['area: area.outside']);
    expect(ask({ acts: ['persuade'] })).toEqual(['responsibility: responsibility.actNotAdmitted']);
    expect(ask({ acts: ['inspect'] })).toEqual(['responsibility: responsibility.actNotAdmitted']);
    expect(ask({ mainResponsible: 'community' })).toEqual(['responsibility: responsibility.shifted']);
    expect(ask({ hoursPerMonth: 20.5 })).toEqual(['agreed: agreement.hoursAbove']);
    expect(
      ask({ burden: { committedHoursPerMonth: 141, ceilingHoursPerMonth: 160, overCeilingDecidedBy: null } }),
    ).toEqual(['ceiling: ceiling.exceeded']);
  });
});

describe('trial, review and standstill', () => {
  const regular = act(existing({ validUntil: undefined }), {
    command: 'review.open',
    by: cast.relief,
  });

  it('an older item is in effect at once, without agreement or money, and by its basis', () => {
    const walk = existing();
    expect(walk.state.state).toBe('regular');
    expect(listedOn(walk, '2018-07-25')).toEqual(['CY-2026-031']);
    expect(closedFor(relayed(walk, 'dispatch.check', { form: { from: '2026-09-15', until: '2026-09-30' } }))).toEqual(
      [],
    );
  });

  it('an older item that needs money waits for it', () => {
    const walk = existing({ money: { needed: true, plan: twoQuarters } });
    expect(closedFor(relayed(walk, 'dispatch.check', { at: beijing('2026-11-02') }))).toEqual(['funded: funds.none']);
  });

  it('is reviewed when a year is over', () => {
    const walk = begin({
      by: cast.district,
      at: beijing('2025-03-03'),
      form: {
        origin: 'existingList',
        startOn: '2018-07-25',
        money: { needed: false, reason: '原清单事项,不另需经费。' },
      },
    });
    const { dueDate, dueAt } = deadline(walk, 'yearlyReview');
    expect(dueDate).toBe('2026-03-03');
    const reviewing = wait(walk, dueAt);
    expect(reviewing.state.state).toBe('reviewing');
    const kept = act(reviewing, { command: 'review.decide', by: cast.district });
    expect(kept.state.state).toBe('regular');
    expect(deadline(kept, 'yearlyReview').startedAt).toBe(kept.at);
  });

  it('an adjustment asks less, stands in the list, and cannot ask more', () => {
    const adjust = (form: object) =>
      ({
        command: 'review.decide',
        by: cast.district,
        form: { verdict: 'adjust', finding: '减轻负担。', ...form },
      }) as const;
    expect(refusal(regular, adjust({})).code).toBe('adjustment.missing');
    expect(refusal(regular, adjust({ hoursPerMonth: 21 })).code).toBe('adjustment.widens');
    expect(refusal(regular, adjust({ acts: ['persuade'] })).code).toBe('adjustment.widens');
    const less = act(regular, adjust({ hoursPerMonth: 8 }));
    expect(linesOf(less).map(({ value }) => value?.['hoursPerMonth'])).toEqual([20, 8]);
    expect(standingOn(linesOf(less), '2026-09-14')[0]?.value).toMatchObject({ effectiveFrom: '2018-07-25' });
  });

  it('a review that suspends stops tasks until the district resumes the item', () => {
    const form = { from: '2026-09-15', until: '2026-09-30' };
    const running = relayed(regular, 'dispatch.check', { form });
    const suspended = act(running, {
      command: 'review.decide',
      by: cast.district,
      form: { verdict: 'suspend', finding: '多个社区反映重复填报。' },
    });
    expect(suspended.state.state).toBe('suspended');
    expect(told(suspended)).toMatchObject([{ command: 'task.suspend', form: { reason: 'item.suspended' } }]);
    const resumed = act(suspended, { command: 'item.resume', by: cast.district });
    expect(resumed.state.state).toBe('regular');
    expect(told(resumed)).toEqual([{ caseId: 'dispatch-1', command: 'task.resume', form: {} }]);
  });

  it('an item without a term does not end by the clock', () => {
    const walk = existing({ validUntil: undefined });
    expect(walk.state.deadlines.map(({ key }) => key)).not.toContain('validity');
  });
});

describe('an emergency', () => {
  it('is in effect at once, pays like any other, and lapses unless it is looked at in time', () => {
    const granted = act(begin({ form: emergencyForm }), { command: 'emergency.decide', by: cast.district });
    expect(granted.state.state).toBe('temporary');
    const task = { from: '2026-09-14', until: '2026-09-30' };
    expect(closedFor(relayed(granted, 'dispatch.check', { form: task }))).toEqual(['funded: funds.none']);
    const paid = relayed(temporary(), 'dispatch.check', { form: task });
    expect(closedFor(paid)).toEqual([]);
    expect(linesOf(paid)).toMatchObject([{ day: '2026-09-14', value: { temporary: true } }]);
    const { dueDate, dueAt } = deadline(paid, 'temporaryReview');
    expect(dueDate).toBe('2026-09-28');
    const lapsed = wait(paid, dueAt);
    expect(lapsed.state.state).toBe('exited');
    expect(dataOf(lapsed).ending).toMatchObject({ because: 'lapsed', by: null });
    expect(told(lapsed)).toMatchObject([{ command: 'task.suspend' }]);
  });

  it('is reviewed by another hand, and then runs to its end', () => {
    const both = { ...cast.district, holdings: [...cast.district.holdings, ...cast.relief.holdings] };
    const walk = act(begin({ form: emergencyForm }), { command: 'emergency.decide', by: both });
    expect(refusal(walk, { command: 'temporary.review', by: both }).code).toBe('handsOff.granter');
    const confirmed = act(walk, { command: 'temporary.review', by: cast.relief });
    expect(confirmed.state.state).toBe('regular');
    expect(wait(confirmed, deadline(confirmed, 'validity').dueAt).state.state).toBe('exited');
  });

  it('is short, has its standard and its people, and is never back-dated', () => {
    const refuse = (form: object) => refusedOpening({ form: { ...emergencyForm, ...form } }).code;
    expect(refuse({ validUntil: '2026-10-14' })).toBe('emergency.tooLong');
    expect(refuse({ standard: undefined })).toBe('missing.standard');
    expect(refuse({ equipment: undefined })).toBe('missing.equipment');
    expect(refuse({ money: undefined })).toBe('money.reasonMissing');
    expect(refuse({ money: { needed: true } })).toBe('plan.missing');
    expect(refuse({ startOn: '2026-09-13' })).toBe('start.past');
  });
});

describe('who sees what', () => {
  it('the public sees the item, its money and numbers of opinions, and no person', () => {
    const data = dataOf(relayed(onTrial(), 'dispatch.check'));
    const shown = JSON.stringify(present(data, { kind: 'public', id: '' }));
    expect(shown).toContain('独居老人');
    expect(present(data, { kind: 'public', id: '' })).toMatchObject({
      opinions: { agree: 3, agreeIf: 0, oppose: 0 },
      approvedYuan: 120000.5,
      confirmedYuan: 60000,
    });
    for (const mark of ['"id"', '"by"', 'worker-2', 'director-1', 'dispatch-1']) expect(shown).not.toContain(mark);
    expect(shown).not.toContain('周立新');
  });
});
