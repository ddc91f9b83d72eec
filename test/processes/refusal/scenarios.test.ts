import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../processes/kernel/actor.ts';
import { DAY_MS, HOUR_MS } from '../../../processes/kernel/clock.ts';
import { decide } from '../../../processes/kernel/decide.ts';
import { rungsOf } from '../../../processes/kernel/ladder.ts';
import { entryWords, maySee } from '../../../processes/kernel/present.ts';
import { forms } from '../../../processes/refusal/forms.ts';
import { refusal as refusalProcess } from '../../../processes/refusal/index.ts';
import { publicRegister } from '../../../processes/refusal/public-register.ts';
import { rules } from '../../../processes/refusal/rules.ts';
import { S6_MESSAGE, sampleForms } from './sample-forms.ts';
import {
  act,
  acts,
  asked,
  begin,
  beijing,
  cast,
  checked,
  dataOf,
  deadline,
  dismissed,
  entry,
  ORG,
  person,
  refusal,
  tryBegin,
  type Walk,
  wait,
} from './walk.ts';

const unlisted = { title: '加装电梯摸底', wording: '请各社区三天内完成加装电梯摸底。' };

/** What the public register holds after a walk, line by line. */
function publicLines(walk: Walk) {
  return publicRegister(dataOf(walk), { caseId: walk.state.id }).map(({ day, value }) => ({
    day,
    outcome: value?.['outcome'],
    breach: value?.['assessmentBreach'],
  }));
}

describe('S6: a task in a WeChat group, with a threat', () => {
  const start = begin();

  it('is refused in one act, within minutes, with every ground found', () => {
    expect(start.entries).toHaveLength(1);
    expect(start.state.state).toBe('reported');
    expect(dataOf(start).task.wording).toBe(S6_MESSAGE);
    expect(dataOf(start).refuses).toBe('task');
    expect(dataOf(start).grounds).toEqual([
      {
        kind: 'notListed',
        itemCode: null,
        day: '2026-11-23',
        because: 'noSuchName',
        itemsOnList: 2,
        listChangedOn: '2026-01-01',
        similar: [],
      },
      {
        kind: 'statisticalForm',
        form: '沿街商户用工情况表',
        missing: ['tableNumber', 'authority', 'approvalNumber', 'validUntil'],
        expiredOn: null,
        day: '2026-11-23',
      },
      { kind: 'assessmentThreat', words: ['扣分', '考核'] },
    ]);
  });

  it('asks for the list of the day on which the task came, not of the day on which it is registered', () => {
    const form = sampleForms['task.refuse'](beijing('2026-11-20'));
    expect(rules.lookups?.['task.refuse']?.({ form, data: null, org: ORG, at: beijing('2026-11-23') })).toEqual([
      { register: 'serviceItemList', scope: 'line', onDay: '2026-11-20' },
    ]);
  });

  it('stands on the public register at once, with the breach, and no person', () => {
    const lines = publicRegister(dataOf(start), { caseId: 'refusal-1' });
    expect(lines).toEqual([
      {
        register: 'aroundTheList',
        key: 'refusal-1',
        at: beijing('2026-11-23T17:20'),
        day: '2026-11-23',
        value: {
          title: '上报沿街商户用工情况表',
          unit: '劲松街道某科室',
          channel: 'wechat',
          grounds: ['notListed', 'statisticalForm', 'assessmentThreat'],
          assessmentBreach: true,
          outcome: 'open',
        },
      },
    ]);
  });

  it('is corrected by the unit, the breach confirmed, each step by its own hand', () => {
    const end = acts(asked(start), [
      { command: 'correction.answer', by: cast.officer },
      { command: 'outcome.decide', by: cast.relief },
    ]);
    expect(end.entries.map(({ type, to }) => `${type} > ${to}`)).toEqual([
      'task.refuse > reported',
      'relief.accept > checking',
      'assessment.find > checking',
      'correction.ask > correctionAsked',
      'correction.answer > answered',
      'outcome.decide > corrected',
    ]);
    expect(publicLines(end)).toEqual([
      { day: '2026-11-23', outcome: 'open', breach: true },
      { day: '2026-11-23', outcome: 'corrected', breach: true },
    ]);
    expect(end.notices.filter(({ notice }) => notice === 'corrected').map(({ to }) => to)).toEqual([
      'worker',
      'relief',
      'officer',
    ]);
  });

  it('is admitted later only once the item stands on the list, and names the admission', () => {
    const form = { verdict: 'admittedLater' as const, itemCode: 'XZ-077', admissionNumber: '朝阳-2026-0007' };
    const answered = act(asked(start), {
      command: 'correction.answer',
      by: cast.officer,
      form: { result: 'willApply' },
    });
    const decide = { command: 'outcome.decide', by: cast.relief, form } as const;
    expect(refusal(answered, decide)).toMatchObject({ code: 'outcome.notOnList', values: { code: 'XZ-077' } });
    const notYet = [entry('XZ-077', '沿街商户用工情况', { effectiveFrom: '2027-01-01' })];
    expect(refusal(answered, { ...decide, list: notYet }).code).toBe('outcome.notOnList');
    const now = [entry('XZ-077', '沿街商户用工情况')];
    const end = act(answered, { ...decide, list: now });
    expect(end.state.state).toBe('admittedLater');
    expect(dataOf(end).outcomes).toMatchObject([
      { admission: { itemCode: 'XZ-077', number: '朝阳-2026-0007', caseId: 'admission-XZ-077' } },
    ]);
    expect(publicLines(end).at(-1)).toMatchObject({ outcome: 'admittedLater' });
    const { admissionNumber: _, ...incomplete } = form;
    expect(refusal(answered, { ...decide, form: incomplete, list: now }).code).toBe('outcome.admissionMissing');
  });
});

describe('what may be refused', () => {
  it('not a task that is on the list where no other ground holds', () => {
    const form = { title: '独居老年人探访', wording: '请本周完成独居老年人探访。', asksForForm: undefined };
    expect(tryBegin({ form })).toMatchObject({
      refused: { code: 'task.listed', values: { code: 'XZ-001', name: '独居老年人探访' }, pointer: '/itemCode' },
    });
    expect(tryBegin({ form: { ...form, title: '走访', itemCode: 'XZ-002' } })).toMatchObject({
      refused: { code: 'task.listed' },
    });
    expect(begin({ form: { ...form, moneyMissing: true } }).state.state).toBe('reported');
  });

  it('nor by anybody but the community', () => {
    for (const by of [cast.officer, cast.relief, cast.department, cast.resident, cast.district]) {
      expect(tryBegin({ by })).toMatchObject({ refused: { code: 'permission.denied' } });
    }
    for (const by of [cast.worker, cast.director, cast.secretary]) expect(begin({ by }).state.state).toBe('reported');
    const elsewhere = person('elsewhere', 'communityWorker', 'chaoyang.jinsong.elsewhere');
    expect(tryBegin({ by: elsewhere })).toMatchObject({ refused: { code: 'permission.denied' } });
  });

  it('nothing that has not come yet, to the minute', () => {
    expect(tryBegin({ form: { receivedOn: '2026-11-24' } })).toMatchObject({
      refused: { code: 'date.future', pointer: '/receivedOn' },
    });
    expect(tryBegin({ form: { receivedAtTime: '17:21' } })).toMatchObject({
      refused: { code: 'date.future', pointer: '/receivedAtTime' },
    });
    expect(begin({ form: { receivedAtTime: '17:20' } }).state.state).toBe('reported');
  });
});

describe('a threat', () => {
  it('bars every outcome until somebody has found on it', () => {
    const accepted = act(begin(), { command: 'relief.accept', by: cast.relief });
    const dismiss = { command: 'outcome.decide', by: cast.relief, form: { verdict: 'dismissed' } } as const;
    expect(refusal(accepted, dismiss).code).toBe('assessment.open');
    const found = act(accepted, { command: 'assessment.find', by: cast.relief });
    expect(act(found, dismiss).state.state).toBe('dismissed');
    expect(refusal(found, { command: 'assessment.find', by: cast.relief }).code).toBe('assessment.none');
  });

  it('that is confirmed says what is required; one that is not is taken off the register', () => {
    const accepted = act(begin(), { command: 'relief.accept', by: cast.relief });
    expect(
      refusal(accepted, { command: 'assessment.find', by: cast.relief, form: { consequence: undefined } }).code,
    ).toBe('assessment.consequenceMissing');
    const form = { verdict: 'notConfirmed' as const, reason: '原话系转发,非本科室要求。', consequence: undefined };
    const cleared = act(accepted, { command: 'assessment.find', by: cast.relief, form });
    expect(publicLines(cleared)).toEqual([
      { day: '2026-11-23', outcome: 'open', breach: true },
      { day: '2026-11-23', outcome: 'open', breach: false },
    ]);
  });

  it('that comes later is part of the same matter and needs its own finding', () => {
    const quiet = begin({ form: { ...unlisted, asksForForm: undefined } });
    expect(publicLines(quiet)).toEqual([{ day: '2026-11-23', outcome: 'open', breach: false }]);
    const pressed = act(asked(quiet), { command: 'threat.add', by: cast.director });
    expect(publicLines(pressed).at(-1)).toMatchObject({ breach: true });
    expect(dataOf(pressed).threats).toMatchObject([{ words: ['通报'], finding: null }]);
    expect(pressed.notices.at(-1)).toMatchObject({ to: 'relief', notice: 'threatAdded' });
    const answered = act(pressed, { command: 'correction.answer', by: cast.officer });
    expect(refusal(answered, { command: 'outcome.decide', by: cast.relief }).code).toBe('assessment.open');
    const found = act(answered, { command: 'assessment.find', by: cast.relief2 });
    expect(act(found, { command: 'outcome.decide', by: cast.relief }).state.state).toBe('corrected');
  });
});

describe('the unit', () => {
  it('is its office: the sub-district, a department, or nobody here for the city', () => {
    const from = (level: 'city' | 'district' | 'subdistrict') =>
      asked(begin({ form: { unit: { name: '某单位', level } } }));
    const answer = (walk: Walk, by: typeof cast.officer | typeof cast.department) =>
      refusal(walk, { command: 'correction.answer', by }).code;
    expect(act(from('subdistrict'), { command: 'correction.answer', by: cast.officer }).state.state).toBe('answered');
    expect(answer(from('subdistrict'), cast.department)).toBe('permission.denied');
    expect(act(from('district'), { command: 'correction.answer', by: cast.department }).state.state).toBe('answered');
    expect(answer(from('district'), cast.officer)).toBe('permission.denied');
    expect(answer(from('city'), cast.officer)).toBe('permission.denied');
    expect(answer(from('city'), cast.department)).toBe('permission.denied');
    expect(act(from('city'), { command: 'answer.record', by: cast.relief }).state.state).toBe('answered');
  });

  it('that lets its time pass is named, a unit and no person, and may still put it right', () => {
    const walk = asked();
    expect(deadline(walk, 'correction')).toMatchObject({ dueDate: '2026-11-30', limit: { workingDays: 5 } });
    const late = wait(walk, deadline(walk, 'correction').dueAt);
    expect(late.state.state).toBe('notCorrected');
    expect(late.notices.at(-2)).toMatchObject({ to: 'worker', notice: 'notCorrected' });
    for (const name of ['周建平', '陈静']) {
      const form = { statement: `${name}逾期未纠正,予以通报。` };
      expect(refusal(late, { command: 'unit.name', by: cast.relief, form }).code).toBe('naming.person');
    }
    const named = act(late, { command: 'unit.name', by: cast.relief });
    expect(named.state.state).toBe('named');
    const end = acts(named, [
      { command: 'correction.answer', by: cast.officer },
      { command: 'outcome.decide', by: cast.relief },
    ]);
    expect(end.state.state).toBe('corrected');
    expect(dataOf(end).namings).toHaveLength(1);
  });

  it('that answers in the last minute is in time, whenever the clock looks', () => {
    const walk = asked();
    const { dueAt } = deadline(walk, 'correction');
    const answer = { command: 'correction.answer', by: cast.officer } as const;
    expect(act(walk, { ...answer, at: dueAt - 60_000 }).entries.at(-2)?.type).toBe('correction.ask');
    expect(act(walk, { ...answer, at: dueAt }).entries.at(-2)?.type).toBe('correction.expire');
  });

  it('that refuses is named; one that has put it right is not', () => {
    const denied = act(asked(), { command: 'correction.answer', by: cast.officer, form: { result: 'denied' } });
    expect(refusal(denied, { command: 'outcome.decide', by: cast.relief }).code).toBe('outcome.notCorrected');
    expect(act(denied, { command: 'unit.name', by: cast.relief }).state.state).toBe('named');
    const withdrawn = act(asked(), { command: 'correction.answer', by: cast.officer });
    expect(refusal(withdrawn, { command: 'unit.name', by: cast.relief }).code).toBe('naming.notRefused');
  });

  it('is asked twice at most, and never for longer than the district allows', () => {
    const again = acts(asked(), [
      { command: 'correction.answer', by: cast.officer, form: { result: 'willApply' } },
      { command: 'correction.ask', by: cast.relief, form: { limitWorkingDays: 2 } },
    ]);
    expect(deadline(again, 'correction')).toMatchObject({ limit: { workingDays: 2 } });
    const answered = act(again, { command: 'correction.answer', by: cast.officer });
    expect(refusal(answered, { command: 'correction.ask', by: cast.relief })).toMatchObject({
      code: 'correction.tooOften',
      values: { max: 2 },
    });
    const form = { limitWorkingDays: 16 };
    expect(refusal(checked(), { command: 'correction.ask', by: cast.relief, form })).toMatchObject({
      code: 'correction.limitTooLong',
      values: { max: 15 },
    });
  });

  it('cannot judge itself: who answered for it neither checks nor decides', () => {
    const both = { ...cast.officer, holdings: [...cast.officer.holdings, ...cast.relief.holdings] };
    const answered = act(asked(), { command: 'correction.answer', by: both });
    expect(refusal(answered, { command: 'outcome.decide', by: both }).code).toBe('handsOff.unitSide');
    const recorded = act(asked(), { command: 'answer.record', by: cast.relief });
    expect(act(recorded, { command: 'outcome.decide', by: cast.relief }).state.state).toBe('corrected');
  });
});

describe('a dismissal', () => {
  it('is objected to once, and reviewed by another hand', () => {
    const both = { ...cast.relief, holdings: [...cast.relief.holdings, ...cast.district.holdings] };
    const reviewing = act(dismissed(), { command: 'objection.raise', by: cast.director });
    expect(refusal(reviewing, { command: 'review.decide', by: both }).code).toBe('handsOff.reliefHand');
    const registrant = { ...cast.worker, holdings: [...cast.worker.holdings, ...cast.district.holdings] };
    expect(refusal(reviewing, { command: 'review.decide', by: registrant }).code).toBe('handsOff.registrant');
    const end = act(reviewing, { command: 'review.decide', by: cast.district });
    expect(end.state.state).toBe('dismissalStands');
    expect(publicLines(end).at(-1)).toMatchObject({ outcome: 'dismissed' });
  });

  it('that a review overturns is open again, is not dismissed once more, and can be brought to an end', () => {
    const walk = acts(dismissed(), [
      { command: 'objection.raise', by: cast.worker },
      { command: 'review.decide', by: cast.district, form: { verdict: 'overturned' } },
    ]);
    expect(walk.state.state).toBe('checking');
    expect(publicLines(walk).map(({ outcome }) => outcome)).toEqual(['open', 'dismissed', 'open']);
    const dismiss = { command: 'outcome.decide', by: cast.relief, form: { verdict: 'dismissed' } } as const;
    expect(refusal(walk, dismiss).code).toBe('dismissal.overturned');
    const end = acts(walk, [
      { command: 'correction.ask', by: cast.relief2 },
      { command: 'correction.answer', by: cast.officer },
      { command: 'outcome.decide', by: cast.relief },
    ]);
    expect(end.state.state).toBe('corrected');
    expect(dataOf(end).outcomes.map(({ verdict }) => verdict)).toEqual(['dismissed', 'corrected']);
  });

  it('overturned after two requests leaves room for new ones', () => {
    const denied = { command: 'correction.answer', by: cast.officer, form: { result: 'denied' } } as const;
    const walk = acts(asked(), [
      denied,
      { command: 'correction.ask', by: cast.relief },
      denied,
      { command: 'outcome.decide', by: cast.relief, form: { verdict: 'dismissed' } },
      { command: 'objection.raise', by: cast.worker },
      { command: 'review.decide', by: cast.district, form: { verdict: 'overturned' } },
      { command: 'correction.ask', by: cast.relief },
    ]);
    expect(walk.state.state).toBe('correctionAsked');
  });

  it('stands by itself after thirty days, and not before', () => {
    const walk = dismissed();
    const { dueAt } = deadline(walk, 'objectionWindow');
    expect(deadline(walk, 'objectionWindow').dueDate).toBe('2026-12-23');
    expect(act(walk, { command: 'objection.raise', by: cast.worker, at: dueAt - 1 }).state.state).toBe('reviewing');
    expect(wait(walk, dueAt).state.state).toBe('dismissalStands');
    expect(refusal(walk, { command: 'objection.raise', by: cast.worker, at: dueAt }).code).toBe('case.closed');
  });
});

describe('the clocks', () => {
  it('never send a copy or an order about the relief group to the office that was refused', () => {
    const rungs = [begin(), checked(), asked(), dismissed()].flatMap((walk) => rungsOf(rules, walk.state));
    expect(rungs.some(({ action }) => action === 'order')).toBe(true);
    expect(JSON.stringify(rungs)).not.toContain('subdistrictLeader');
  });

  it('remind the unit before its time is over', () => {
    const roles = rungsOf(rules, asked().state).map((rung) => [rung.rung, rung.roles]);
    expect(roles).toContainEqual(['remindBefore', [{ role: 'subdistrictOfficer', org: 'chaoyang.jinsong' }]]);
  });

  it('name the usual limit of a correction where no case is at hand', () => {
    expect(rules.deadlines.correction.limit({}, {} as never)).toEqual({ workingDays: 5 });
  });

  it('of a correction gives more time once, asked by the unit and granted by the relief group', () => {
    const walk = asked();
    const at = walk.at + HOUR_MS;
    const give = (command: string, actor: Actor, form: object, state = walk.state) =>
      decide(rules, state, { command, form, actor, at, commandId: command });
    const asking = { deadline: 'correction', by: { workingDays: 3 }, reason: '科室负责人外出培训。' };
    expect(give('deadline.askExtension', cast.worker, asking)).toMatchObject({
      refused: { code: 'permission.denied' },
    });
    const requested = give('deadline.askExtension', cast.officer, asking);
    if ('refused' in requested) throw new Error(requested.refused.code);
    const deciding = { deadline: 'correction', verdict: 'granted', reason: '理由成立。' };
    const granted = give('deadline.decideExtension', cast.relief, deciding, requested.state);
    if ('refused' in granted) throw new Error(granted.refused.code);
    expect(granted.state.deadlines.at(-1)).toMatchObject({ key: 'correction', dueDate: '2026-12-03' });
    expect(granted.notices.map(({ to }) => to)).toContain('worker');
  });

  it('give the relief group one working day to accept, and then turn red without moving the case', () => {
    const walk = begin();
    expect(deadline(walk, 'acceptance')).toMatchObject({ dueDate: '2026-11-24' });
    expect(wait(walk, walk.at + 30 * DAY_MS).state.state).toBe('reported');
  });
});

describe('who spoke up', () => {
  const talkative = begin({ form: { wording: `周建平:${S6_MESSAGE}请陈静汇总。` } });
  const whole = acts(act(dismissed(talkative), { command: 'objection.raise', by: cast.director }), [
    { command: 'threat.add', by: cast.director, form: { wording: '陈静再不报就通报周建平。' } },
  ]);
  const names = ['陈静', '马国强', '周建平', 'worker', 'director'];
  const shownTo = (kind: 'staff' | 'self' | 'public', id: string) =>
    JSON.stringify(rules.present(dataOf(whole), { kind, id }));

  it.each([
    ['the public', 'public', 'resident'],
    ['staff of the office that was refused', 'staff', 'officer'],
    ['the head of that office', 'staff', 'leader'],
    ['a relief officer who has not taken it in hand', 'staff', 'relief-2'],
    ['who answered for the unit', 'self', 'officer'],
  ] as const)('is hidden from %s', (_, kind, id) => {
    for (const name of names) expect(shownTo(kind, id)).not.toContain(name);
    expect(shownTo(kind, id)).not.toContain('聊天截图,存于');
    // The public does not see the message; staff see it without the names.
    expect(shownTo(kind, id).includes('今晚8点前')).toBe(kind === 'staff');
  });

  it('is known to himself and to the relief officer who has the case in hand', () => {
    for (const id of ['worker', 'relief']) expect(shownTo('staff', id)).toContain('陈静');
  });

  it('does not stand in lists, notices, ledger sentences or registers', () => {
    const named = begin({
      form: { title: '周建平要的商户表', unit: { name: '劲松街道某科室', level: 'subdistrict', person: '周建平' } },
    });
    expect(rules.titleOf(dataOf(named))).toBe('拒绝办理“某某要的商户表”');
    expect(JSON.stringify([named.notices[0]?.values, publicRegister(dataOf(named), { caseId: 'c' })])).not.toContain(
      '周建平',
    );
    for (const entryOf of whole.entries.filter(({ actor }) => actor && ['worker', 'director'].includes(actor.id))) {
      const words = entryWords({ process: refusalProcess, entry: entryOf, locale: 'zh-CN' });
      expect(words).toMatch(/^社区/);
      expect(words).not.toMatch(/陈静|马国强/);
    }
  });

  it('is not met by people who have nothing to do with the case: it stays between its sides', () => {
    const record = (walk: Walk) => ({ ...walk.state, number: 'n', hash: 'h' });
    const end = act(act(asked(), { command: 'correction.answer', by: cast.officer }), {
      command: 'outcome.decide',
      by: cast.relief,
    });
    for (const walk of [begin(), whole, end]) {
      expect(maySee(rules, record(walk), cast.resident)).toBe(false);
      expect(maySee(rules, record(walk), cast.worker)).toBe(true);
      expect(maySee(rules, record(walk), cast.relief2)).toBe(true);
    }
  });
});

describe('bad input', () => {
  const good = sampleForms['task.refuse'](beijing('2026-11-23'));
  const takes = (change: object) => forms['task.refuse'].safeParse({ ...good, ...change }).success;

  it.each([
    ['no evidence', { evidence: [] }],
    ['an empty wording', { wording: '    ' }],
    ['a time that is none', { receivedAtTime: '24:00' }],
    ['a day that is none', { receivedOn: '2026-02-30' }],
    ['a unit of no level', { unit: { name: '某科室' } }],
    ['no hours at all', { dueInHours: 0 }],
    ['hours as text', { dueInHours: '8' }],
    ['a channel that is unknown', { channel: 'pigeon' }],
    ['a validity that is no day', { asksForForm: { name: '表', validUntil: '长期' } }],
    ['a field that is not there', { score: -2 }],
  ])('refuses %s', (_, change) => {
    expect(takes(change)).toBe(false);
  });

  it('takes rare characters and the longest wording', () => {
    expect(takes({ wording: '𠮷'.repeat(2000) })).toBe(true);
    expect(takes({ wording: '𠮷'.repeat(2001) })).toBe(false);
  });

  it('refuses an answer that is dated tomorrow', () => {
    const walk = asked();
    const form = sampleForms['correction.answer'](walk.at + DAY_MS + HOUR_MS);
    for (const step of [
      { command: 'correction.answer', by: cast.officer, form } as const,
      { command: 'answer.record', by: cast.relief, form } as const,
    ]) {
      expect(refusal(walk, step)).toMatchObject({ code: 'date.future', pointer: '/answeredOn' });
    }
  });
});
