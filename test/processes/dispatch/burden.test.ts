import { describe, expect, it } from 'vitest';
import { rules } from '../../../processes/dispatch/rules.ts';
import { hours, lookedUp, theList } from './register-book.ts';
import {
  act,
  acts,
  begin,
  beijing,
  burdenOf,
  cast,
  checked,
  dataOf,
  ID,
  linesOn,
  ORG,
  offered,
  refusal,
  relays,
  taken,
  tryBegin,
} from './walk.ts';

describe('the ceiling of the community', () => {
  const full = [...theList, hours('2026-11', 100), hours('2026-11', 25, { key: '2026-11:other-2', caseId: 'other-2' })];
  const decided = {
    overCeiling: {
      decidedBy: { personId: 'guo-li', name: '郭力', office: '安贞街道分管领导' },
      reason: '冬季火灾高发,街道另派两名协管员支援社区。',
    },
  };

  it('refuses a task over it, and names month, figure and ceiling', () => {
    expect(tryBegin({ book: full })).toEqual({
      refused: {
        code: 'burden.overCeiling',
        values: { month: '2026-11', committed: 125, hours: 165, ceiling: 160 },
        pointer: '/overCeiling',
      },
    });
    expect(begin({ book: full, form: { hoursPerMonth: 35 } }).state.state).toBe('checking');
  });

  it('lets it through by the reasoned decision of a named person, who is not the issuer', () => {
    const walk = begin({ book: full, form: decided });
    expect(relays(walk)[0]?.form).toMatchObject({
      burden: { committedHoursPerMonth: 125, ceilingHoursPerMonth: 160, overCeilingDecidedBy: '郭力' },
    });
    expect(dataOf(walk).overCeiling).toEqual(decided.overCeiling);
    const own = {
      overCeiling: { ...decided.overCeiling, decidedBy: { personId: 'department', name: '我', office: '本人' } },
    };
    expect(tryBegin({ book: full, form: own })).toMatchObject({ refused: { code: 'overCeiling.ownDecision' } });
  });

  it('is the district’s own figure', () => {
    const opening = { settings: { burdenCeilingHoursPerMonth: 39 } };
    expect(tryBegin({ opening })).toMatchObject({ refused: { values: { month: '2026-10', hours: 40, ceiling: 39 } } });
  });

  it('holds for two departments at once: hours stand from the moment of issuing', () => {
    const first = begin({ form: { hoursPerMonth: 90 } });
    const kept = linesOn(first).map((line) => ({ ...line, org: ORG, caseId: ID }));
    const second = { by: cast.stranger, form: { hoursPerMonth: 90 }, opening: { id: 'dispatch-2' } };
    expect(tryBegin({ ...second, book: [...theList, ...kept] })).toMatchObject({
      refused: { code: 'burden.overCeiling', values: { committed: 90, hours: 180 } },
    });
    // When the first turns out to be blocked, its hours are free again.
    const blocked = checked(first, [{ gate: 'funded', reason: 'funds.none' }]);
    const freed = linesOn(blocked).map((line) => ({ ...line, org: ORG, caseId: ID }));
    expect(begin({ ...second, book: [...theList, ...freed] }).state.state).toBe('checking');
    expect(rules.oneByOne).toEqual(['task.issue', 'gates.recheck']);
  });

  it('is looked at again when the gates are asked again', () => {
    const blocked = { ...checked(begin(), [{ gate: 'funded', reason: 'funds.none' }]), book: full };
    expect(refusal(blocked, { command: 'gates.recheck', by: cast.department }).code).toBe('burden.overCeiling');
    const walk = act(blocked, { command: 'gates.recheck', by: cast.department, form: decided });
    expect(relays(walk).at(-1)?.form).toMatchObject({ burden: { overCeilingDecidedBy: '郭力' } });
  });
});

describe('the burden register', () => {
  it('has a line for each month that the time touches, from its first day', () => {
    expect(linesOn(begin({ at: beijing('2026-10-09') }))).toMatchObject([
      { register: 'burden', key: `2026-10:${ID}`, day: '2026-10-01', value: { month: '2026-10', hours: 40 } },
      { register: 'burden', key: `2026-11:${ID}`, day: '2026-11-01', value: { source: 'dispatch' } },
      { register: 'burden', key: `2026-12:${ID}`, day: '2026-12-01', value: { unit: '区消防救援支队' } },
    ]);
  });

  it('keeps the month in which a task was finished early, and gives back the later ones', () => {
    const walk = taken({ at: beijing('2026-10-09') });
    const done = acts(walk, [
      { command: 'task.report', by: cast.worker, at: beijing('2026-11-05') },
      { command: 'task.confirm', by: cast.department },
    ]);
    expect(Object.keys(burdenOf(done))).toEqual(['2026-10', '2026-11']);
  });

  it('gives everything back when nobody has accepted: refused or withdrawn', () => {
    const walk = offered({ at: beijing('2026-10-09') });
    for (const step of [
      { command: 'task.refuse', by: cast.director },
      { command: 'task.withdraw', by: cast.department },
    ] as const) {
      expect(burdenOf(act(walk, { ...step, at: beijing('2026-11-05') }))).toEqual({});
    }
  });

  it('does not count months that went by before anybody accepted', () => {
    const walk = offered({ at: beijing('2026-10-09') });
    const late = act(walk, { command: 'task.accept', by: cast.director, at: beijing('2026-11-05') });
    expect(Object.keys(burdenOf(late))).toEqual(['2026-11', '2026-12']);
  });

  it('is derived so that the sum over a month sees it once, and never what was taken off', () => {
    const walk = act(taken(), { command: 'task.withdraw', by: cast.department });
    const book = linesOn(walk).map((line) => ({ ...line, org: ORG, caseId: ID }));
    const query = { register: 'burden', scope: 'own', keyPrefix: '2026-11:', onDay: '2026-11-01' } as const;
    expect(lookedUp(book, [query], { org: ORG, at: beijing('2026-10-09') })).toEqual([]);
  });
});
