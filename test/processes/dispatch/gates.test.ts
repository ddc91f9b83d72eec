import { describe, expect, it } from 'vitest';
import { gateNames } from '../../../processes/law/gates.ts';
import { listed, theList } from './register-book.ts';
import {
  act,
  answer,
  begin,
  beijing,
  burdenOf,
  cast,
  checked,
  dataOf,
  gatesShown,
  ORG,
  refusal,
  relays,
} from './walk.ts';

describe('a closed gate', () => {
  it.each([
    ['listed', 'item.ended', {}, '已退出清单'],
    ['agreed', 'agreement.notSigned', {}, '协议尚未签订'],
    ['funded', 'funds.notCovered', { coveredFrom: '2026-10-01', coveredUntil: '2026-10-31' }, '2026-10-31'],
    ['responsibility', 'responsibility.actNotAdmitted', { acts: 'organise' }, 'organise'],
    ['area', 'area.outside', { org: ORG }, ORG],
    ['ceiling', 'ceiling.exceeded', { committed: 150, added: 40, ceiling: 160 }, '160'],
  ] as const)('%s: the task does not reach the community, and the reason is shown', (gate, reason, values, words) => {
    const blocked = checked(begin(), [{ gate, reason, values }]);
    expect(blocked.state.state).toBe('blocked');
    const shown = gatesShown(blocked);
    expect(shown.map((one) => one.gate)).toEqual(gateNames);
    expect(shown.filter(({ open }) => !open)).toMatchObject([{ gate, reason }]);
    expect(shown.find(({ open }) => !open)?.text.zh).toContain(words);
    expect(burdenOf(blocked)).toEqual({});
    expect(blocked.notices.map(({ to, notice }) => [to, notice])).toEqual([
      ['department', 'blocked'],
      ['colleague', 'blocked'],
    ]);
    expect(refusal(blocked, { command: 'task.accept', by: cast.director }).code).toBe('command.notNow');
  });

  it('is asked again when it is mended, by whoever issued the task or his colleague', () => {
    const blocked = checked(begin(), [{ gate: 'funded', reason: 'funds.none' }]);
    expect(refusal(blocked, { command: 'gates.recheck', by: cast.stranger }).code).toBe('permission.denied');
    const asked = act(blocked, { command: 'gates.recheck', by: cast.colleague });
    expect(asked.state.state).toBe('checking');
    expect(Object.keys(burdenOf(asked))).toEqual(['2026-10', '2026-11', '2026-12']);
    const open = checked(asked);
    expect(open.state.state).toBe('offered');
    expect(dataOf(open).checks.map(({ gates }) => gates.every((one) => one.open))).toEqual([false, true]);
  });

  it('asked again when the time has begun, asks for what is left of it', () => {
    const blocked = checked(begin({ at: beijing('2026-10-09') }), [{ gate: 'funded', reason: 'funds.none' }]);
    const asked = act(blocked, { command: 'gates.recheck', by: cast.department, at: beijing('2026-11-02') });
    expect(relays(asked).at(-1)?.form).toMatchObject({ from: '2026-11-02', until: '2026-12-08' });
    expect(Object.keys(burdenOf(asked))).toEqual(['2026-11', '2026-12']);
    const over = { command: 'gates.recheck', by: cast.department, at: beijing('2026-12-08') } as const;
    expect(refusal(blocked, over)).toMatchObject({ code: 'time.over', values: { until: '2026-12-08' } });
  });

  it('stands also where the admission cannot be asked, or does not speak of this task', () => {
    const refused = answer(begin(), 'check.refused', { code: 'case.closed' });
    expect(gatesShown(refused)).toMatchObject([{ gate: 'listed', open: false, reason: 'admission.unreachable' }]);
    expect(gatesShown(refused)[0]?.text.zh).toContain('case.closed');
    for (const reply of [undefined, {}, { data: { dispatches: { other: { gates: [] } } } }]) {
      const silent = answer(begin(), 'check.answered', reply);
      expect(silent.state.state).toBe('blocked');
      expect(gatesShown(silent)[0]?.reason).toBe('admission.noAnswer');
    }
  });

  it('with a reason that nobody knows yet is shown by its code', () => {
    const blocked = checked(begin(), [{ gate: 'agreed', reason: 'agreement.somethingNew' as never }]);
    expect(gatesShown(blocked).find(({ open }) => !open)?.text).toEqual({
      zh: 'agreement.somethingNew',
      en: 'agreement.somethingNew',
    });
  });

  it('lets the task be withdrawn, and the admission that was asked is told', () => {
    const blocked = checked(begin(), [{ gate: 'funded', reason: 'funds.none' }]);
    const withdrawn = act(blocked, { command: 'task.withdraw', by: cast.department });
    expect(relays(withdrawn)).toMatchObject([{ command: 'dispatch.end', form: { how: 'withdrawn' } }]);
    expect(answer(withdrawn, 'end.recorded').state.state).toBe('withdrawn');
  });
});

describe('an item that is not in the list on the day', () => {
  const unlisted = begin({ book: [] });

  it('has no admission to ask: the task is blocked by itself and nothing is sent', () => {
    expect(unlisted.state.state).toBe('blocked');
    expect(unlisted.entries).toMatchObject([{ type: 'task.issue', from: null, to: 'blocked' }]);
    expect(relays(unlisted)).toEqual([]);
    expect(gatesShown(unlisted)).toMatchObject([{ gate: 'listed', open: false, reason: 'item.notListed' }]);
    expect(burdenOf(unlisted)).toEqual({});
    expect(unlisted.notices).toMatchObject([{ notice: 'blocked' }, { notice: 'blocked' }]);
  });

  it('is not found by the code of another that begins the same', () => {
    expect(begin({ book: [listed('2026-01-01', { key: 'XZ-0171' })] }).state.state).toBe('blocked');
  });

  it('dispatched before it takes effect: the day is named, and from that day on it can be asked', () => {
    const early = begin({ at: beijing('2026-10-09'), book: [listed('2026-10-12')] });
    expect(gatesShown(early)).toMatchObject([{ reason: 'item.notYet' }]);
    expect(gatesShown(early)[0]?.text.zh).toContain('2026-10-12');
    const still = act(early, { command: 'gates.recheck', by: cast.department, at: beijing('2026-10-10') });
    expect(still.state.state).toBe('blocked');
    expect(dataOf(still).checks).toHaveLength(2);
    const asked = act(still, { command: 'gates.recheck', by: cast.department, at: beijing('2026-10-12T00:00') });
    expect(asked.state.state).toBe('checking');
    expect(dataOf(asked).admission).toEqual({ caseId: 'admission-1', number: '朝阳-2026-0009' });
  });

  it('dispatched after its exit is blocked, even when its time began before', () => {
    const book = [listed('2026-01-01'), listed('2026-10-09', { at: 1, value: null })];
    expect(begin({ at: beijing('2026-10-08'), book }).state.state).toBe('checking');
    expect(begin({ at: beijing('2026-10-09T00:00'), book }).state.state).toBe('blocked');
  });

  it('the list changed between two checks: another admission is asked', () => {
    const blocked = checked(begin(), [{ gate: 'funded', reason: 'funds.none' }]);
    const changed = { ...blocked, book: [...theList, listed('2026-10-09', { at: 1, caseId: 'admission-2' })] };
    const asked = act(changed, { command: 'gates.recheck', by: cast.department });
    expect(relays(asked).at(-1)).toMatchObject({ caseId: 'admission-2', command: 'dispatch.check' });
    const gone = { ...blocked, book: [...theList, listed('2026-10-09', { at: 1, value: null })] };
    const still = act(gone, { command: 'gates.recheck', by: cast.department });
    expect(still.state.state).toBe('blocked');
    expect(gatesShown(still)).toMatchObject([{ gate: 'listed', reason: 'item.notListed' }]);
  });

  it('lets the task be withdrawn, and there is nobody to tell', () => {
    const withdrawn = act(unlisted, { command: 'task.withdraw', by: cast.department });
    expect(withdrawn.state.state).toBe('withdrawn');
    expect(relays(withdrawn)).toEqual([]);
    expect(dataOf(withdrawn).end).toMatchObject({ told: 'nobody' });
  });
});
