import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forms } from '../../../processes/clean-up/forms.ts';
import { hoursIn } from '../../../processes/clean-up/lines.ts';
import { measure, total } from '../../../processes/clean-up/measure.ts';
import { papers } from '../../../processes/clean-up/papers.ts';
import { rules } from '../../../processes/clean-up/rules.ts';
import { DAY_MS } from '../../../processes/kernel/clock.ts';
import { standingOn } from '../support/standing-on.ts';
import { asProposed, objects, sampleForms } from './sample-forms.ts';
import {
  act,
  acts,
  begin,
  beijing,
  cast,
  census,
  dataOf,
  deadline,
  entriesOf,
  person,
  published,
  refusal,
  type Walk,
  wait,
} from './walk.ts';

const march = beijing('2026-03-02');
const stops = (...ids: string[]) => ({ objects: ids, stoppedOn: '2026-03-20', evidence: '已停。' });
const allStopped = (walk: Walk) =>
  act(walk, {
    command: 'stop.confirm',
    by: cast.worker,
    at: beijing('2026-03-20'),
    form: stops('o2', 'o3', 'o4', 'o5', 'o6', 'o7'),
  });
/** Hours of the months as the register of burden shows them. */
const burdenOf = (walk: Walk, month: string) =>
  standingOn(entriesOf(walk, 'burden'), `${month}-28`).find(({ key }) => key.startsWith(`${month}:`))?.value?.hours ??
  0;

describe('a clean-up from census to end', () => {
  const done = allStopped(published(march));

  it('goes through its steps, each by the office that has it', () => {
    const end = wait(done, deadline(done, 'checkWindow').dueAt);
    const moves = end.entries.filter(({ from, to }) => from !== to).map(({ type, to }) => `${type} > ${to}`);
    expect(moves).toEqual([
      'census.open > registering',
      'census.close > comparing',
      'object.judge > publishing',
      'result.publish > stopping',
      'stop.confirm > checking',
      'checkWindow.expire > closed',
    ]);
  });

  it('puts each object on the register, from found to stopped', () => {
    const standing = standingOn(entriesOf(done, 'cleanUpObjects'), '2026-03-20');
    expect(standing).toHaveLength(7);
    expect(standing.find(({ key }) => key === 'census-1:o1')?.value).toMatchObject({
      verdict: 'keep',
      basis: '北京市社区工作清单第12项',
      stoppedConfirmed: false,
    });
    expect(standing.find(({ key }) => key === 'census-1:o2')?.value).toEqual({
      kind: 'board',
      name: '创建办公室牌子',
      demandedBy: '区某局',
      basis: null,
      hoursPerMonth: 1,
      verdict: 'cancel',
      stoppedConfirmed: true,
    });
    const first = entriesOf(done, 'cleanUpObjects').filter(({ key }) => key === 'census-1:o2');
    expect(first.map(({ value }) => value?.verdict)).toEqual(['found', 'cancel', 'cancel']);
  });

  it('only ever adds lines: what stood before stands unchanged', () => {
    const before = entriesOf(published(march), 'cleanUpObjects');
    expect(entriesOf(done, 'cleanUpObjects').slice(0, before.length)).toEqual(before);
    const burden = entriesOf(published(march), 'burden');
    expect(entriesOf(done, 'burden').slice(0, burden.length)).toEqual(burden);
  });

  it('takes the hours off from the month after, so that before and after can be summed', () => {
    expect(burdenOf(done, '2026-02')).toBe(0);
    expect(burdenOf(done, '2026-03')).toBe(50);
    expect(burdenOf(done, '2026-04')).toBe(10);
    expect(burdenOf(done, '2028-02')).toBe(10);
    expect(burdenOf(done, '2028-03')).toBe(0);
    expect(entriesOf(done, 'burden')[0]).toMatchObject({
      key: '2026-03:census-1',
      day: '2026-03-01',
      value: { month: '2026-03', hours: 50, source: 'register' },
    });
  });

  it('measures before and after by kind, on any day', () => {
    const data = dataOf(done);
    expect(
      measure(data, '2026-03-19').map(({ before, after }) => [before, after].map(({ objects }) => objects)),
    ).toEqual([
      [2, 2],
      [2, 2],
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
    expect(measure(data, '2026-03-20').map(({ kind, after }) => [kind, after.objects, after.hoursPerMonth])).toEqual([
      ['board', 0, 0],
      ['workRegister', 1, 10],
      ['appraisal', 0, 0],
      ['survey', 0, 0],
      ['subscription', 0, 0],
    ]);
    expect(total(data, '2026-03-20')).toEqual({
      before: { objects: 7, hoursPerMonth: 50, costPerYear: 3600 },
      after: { objects: 1, hoursPerMonth: 10, costPerYear: 0 },
    });
  });

  it('is published as a paper that names every object and the figures', () => {
    const paperOf = (walk: Walk) => {
      const { calendars: _, relays: __, number: ___, ...state } = walk.state;
      return papers.result.of({ number: '朝阳-2026-0007', state, orgName: '朝阳区安贞西里社区' });
    };
    const text = JSON.stringify(paperOf(done));
    for (const { name } of objects) expect(text).toContain(name);
    expect(text).toContain('7项、每月50小时 → 1项、每月10小时');
    expect(text).toContain('北京市街道办事处条例第9条');
    expect(text).toContain('转由区某局承担');
    expect(JSON.stringify(paperOf(published(march)))).toContain('待社区确认停止');
    expect(paperOf(census(march))).toBeUndefined();
  });

  it('shows staff what the rules propose, and the public no person', () => {
    const staff = rules.present(dataOf(census(march)), { kind: 'staff', id: 'x' }) as {
      objects: { proposal: { rule: string | null } }[];
    };
    expect(staff.objects[1]?.proposal.rule).toBe('boardWithoutLaw');
    const seen = JSON.stringify(rules.present(dataOf(done), { kind: 'public', id: 'x' }));
    expect(seen).toContain('创建办公室牌子');
    for (const hand of ['"worker"', '"relief"', '"district"']) expect(seen).not.toContain(hand);
  });

  it('where everything may stay, spot checks begin at once', () => {
    const one = acts(begin({ at: march }), [
      { command: 'object.register', by: cast.worker },
      { command: 'census.close', by: cast.officer },
      { command: 'object.judge', by: cast.relief },
      { command: 'result.publish', by: cast.relief },
    ]);
    expect(one.state.state).toBe('checking');
  });
});

describe('the census', () => {
  it('must hold something, and nothing twice', () => {
    const empty = begin();
    expect(refusal(empty, { command: 'census.close', by: cast.worker }).code).toBe('census.empty');
    const one = act(empty, { command: 'object.register', by: cast.worker });
    expect(refusal(one, { command: 'object.register', by: cast.director })).toMatchObject({
      code: 'object.twice',
      pointer: '/name',
      values: { object: 'o1' },
    });
    expect(act(one, { command: 'object.register', by: cast.director, form: { demandedBy: '区某局' } }).state.seq).toBe(
      3,
    );
  });

  it('an entry by mistake is taken off everywhere and its number is not used again', () => {
    const removed = acts(begin(), [
      { command: 'object.register', by: cast.worker },
      { command: 'object.remove', by: cast.worker },
    ]);
    expect(entriesOf(removed, 'cleanUpObjects').map(({ value }) => value === null)).toEqual([false, true]);
    expect(refusal(removed, { command: 'census.close', by: cast.worker }).code).toBe('census.empty');
    expect(refusal(removed, { command: 'object.remove', by: cast.worker }).code).toBe('object.unknown');
    const again = act(removed, { command: 'object.register', by: cast.worker });
    expect(dataOf(again).objects.map(({ id }) => id)).toEqual(['o1', 'o2']);
  });

  it('a duplicate names another object of the same census', () => {
    const one = act(begin(), { command: 'object.register', by: cast.worker });
    const other = { name: '另一台账', duplicateOf: 'o9' };
    expect(refusal(one, { command: 'object.register', by: cast.worker, form: other }).code).toBe('object.unknown');
    expect(refusal(one, { command: 'object.correct', by: cast.worker, form: { duplicateOf: 'o1' } }).code).toBe(
      'object.duplicateOfItself',
    );
  });

  it('holds two hundred and no more', () => {
    const full = Array.from({ length: 200 }, (_, index) => index).reduce(
      (walk, index) =>
        act(walk, {
          command: 'object.register',
          by: cast.worker,
          form: { name: `台账${index}` },
          at: walk.at + 1000,
        }),
      begin(),
    );
    expect(refusal(full, { command: 'object.register', by: cast.worker, form: { name: '再一本' } })).toMatchObject({
      code: 'object.tooMany',
      values: { max: 200 },
    });
  });

  it('withdrawn, it leaves nothing on the register', () => {
    const gone = acts(begin(), [
      { command: 'object.register', by: cast.worker },
      { command: 'census.withdraw', by: cast.officer },
    ]);
    expect(standingOn(entriesOf(gone, 'cleanUpObjects'), '2026-12-31')).toEqual([]);
    expect(entriesOf(gone, 'burden')).toEqual([]);
  });

  it.each([
    ['kind', 'flag'],
    ['hoursPerMonth', '十小时'],
    ['hoursPerMonth', -1],
    ['hoursPerMonth', 0.1],
    ['hoursPerMonth', 2001],
    ['costPerYear', 1.234],
    ['name', '  '],
    ['validUntil', '2026-02-30'],
  ])('refuses %s %j in the form', (field, value) => {
    const result = forms['object.register'].safeParse({ ...sampleForms['object.register'](0), [field]: value });
    expect(result.error?.issues.map(({ path }) => path.join('/'))).toEqual([field]);
  });
});

describe('the judgement', () => {
  const walk = census(march);
  const judge = (judgements: typeof asProposed) =>
    ({ command: 'object.judge', by: cast.relief, form: { judgements } }) as const;

  it('may be given in parts; only when all are judged it can be published', () => {
    const half = act(walk, judge(asProposed.slice(0, 3)));
    expect(half.state.state).toBe('comparing');
    expect(refusal(half, { command: 'result.publish', by: cast.relief }).code).toBe('command.notNow');
    expect(act(half, judge(asProposed.slice(3))).state.state).toBe('publishing');
  });

  it('cannot keep or merge what a binding rule cancels', () => {
    for (const verdict of ['keep', 'merge'] as const) {
      const problem = refusal(walk, judge([{ object: 'o2', verdict, reason: '领导要求', mergeInto: 'o1' }]));
      expect(problem).toMatchObject({ code: 'judgement.againstRule', values: { object: '创建办公室牌子' } });
    }
    expect(
      act(walk, judge([{ object: 'o2', verdict: 'handOver', reason: '由部门承担', handOverTo: '区某局' }])).state.seq,
    ).toBe(walk.state.seq + 1);
  });

  it('an overlooked basis is entered first, and what was judged of the entry falls', () => {
    const facet = { ...objects[1], object: 'o2', basis: '某条例第3条' } as const;
    const judged = act(walk, judge(asProposed));
    const corrected = act(judged, { command: 'object.correct', by: cast.worker, form: facet });
    expect(corrected.state.state).toBe('comparing');
    expect(dataOf(corrected).objects[1]?.judgement).toBeNull();
    expect(act(corrected, judge([{ object: 'o2', verdict: 'keep', reason: '有依据' }])).state.state).toBe('publishing');
  });

  it('corrected hours are corrected on the register of burden', () => {
    const facet = { ...objects[1], object: 'o2', hoursPerMonth: 3 } as const;
    const corrected = act(walk, { command: 'object.correct', by: cast.worker, form: facet });
    expect(burdenOf(corrected, '2026-03')).toBe(52);
  });

  it('merges only into what is kept, and hands over only to somebody', () => {
    const merge = (mergeInto?: string) =>
      judge([{ object: 'o3', verdict: 'merge', reason: '重复', ...(mergeInto ? { mergeInto } : {}) }]);
    for (const target of [undefined, 'o3', 'o2', 'o99', 'o1']) {
      expect(refusal(walk, merge(target)).code, target ?? 'none').toBe('judgement.mergeTarget');
    }
    const kept = act(walk, judge([{ object: 'o1', verdict: 'keep', reason: '有依据' }]));
    expect(act(kept, merge('o1')).state.seq).toBe(kept.state.seq + 1);
    expect(refusal(walk, judge([{ object: 'o7', verdict: 'handOver', reason: '属部门' }])).code).toBe(
      'judgement.handOverTarget',
    );
  });

  it('one object, one judgement in a list, and only of this census', () => {
    const one = { object: 'o1', verdict: 'keep', reason: '有依据' } as const;
    expect(refusal(walk, judge([one, { ...one, verdict: 'cancel' }])).code).toBe('judgement.twice');
    expect(refusal(walk, judge([{ ...one, object: 'o42' }])).code).toBe('object.unknown');
  });

  it('is not given by who entered objects, even if he holds the office', () => {
    const both = { ...cast.worker, holdings: [...cast.worker.holdings, ...cast.relief.holdings] };
    expect(refusal(walk, { ...judge(asProposed), by: both }).code).toBe('handsOff.registrar');
  });
});

describe('stopping, spot checks and relapse', () => {
  const running = published(march);
  const done = allStopped(running);

  it('each object is confirmed; some may come later, within the clock', () => {
    const some = act(running, {
      command: 'stop.confirm',
      by: cast.director,
      at: beijing('2026-03-20'),
      form: stops('o2', 'o3'),
    });
    expect(some.state.state).toBe('stopping');
    expect(deadline(some, 'stopping')).toMatchObject({ dueDate: '2026-03-16', endedAt: null });
    expect(refusal(some, { command: 'stop.confirm', by: cast.worker, form: stops('o2') })).toMatchObject({
      code: 'stop.notDue',
      values: { object: '创建办公室牌子' },
    });
    expect(refusal(some, { command: 'stop.confirm', by: cast.worker, form: stops('o1') }).code).toBe('stop.notDue');
    const tomorrow = { ...stops('o4'), stoppedOn: '2026-03-21' };
    expect(refusal(some, { command: 'stop.confirm', by: cast.worker, form: tomorrow }).code).toBe('date.future');
  });

  it('who confirmed does not check', () => {
    const both = { ...cast.worker, holdings: [...cast.worker.holdings, ...cast.inspector.holdings] };
    expect(refusal(done, { command: 'check.record', by: both, form: { object: 'o2' } }).code).toBe(
      'handsOff.confirmer',
    );
    expect(act(done, { command: 'check.record', by: cast.inspector, form: { object: 'o2' } }).state.state).toBe(
      'checking',
    );
  });

  it('what never stopped can neither be checked nor come back', () => {
    for (const command of ['check.record', 'relapse.report'] as const) {
      const by = command === 'check.record' ? cast.inspector : cast.resident;
      expect(refusal(done, { command, by }).code).toBe('relapse.notStopped');
    }
  });

  const back = act(done, {
    command: 'relapse.report',
    by: cast.resident,
    at: beijing('2026-06-10'),
    form: { object: 'o5', since: '2026-06-08' },
  });

  it('a relapse goes to the relief group and counts again from its month', () => {
    expect(back.state.state).toBe('relapsed');
    expect(back.notices.filter(({ notice }) => notice === 'relapsed').map(({ to }) => to)).toEqual([
      'worker',
      'relief',
    ]);
    expect(rules.states.relapsed.expects).toEqual({ 'relapse.settle': 'reliefOfficer' });
    expect([burdenOf(back, '2026-05'), burdenOf(back, '2026-06'), burdenOf(back, '2026-07')]).toEqual([10, 16, 16]);
    const line = standingOn(entriesOf(back, 'cleanUpObjects'), '2026-06-10').find(({ key }) => key === 'census-1:o5');
    expect(line?.value?.stoppedConfirmed).toBe(false);
  });

  it('is confirmed anew after it was settled', () => {
    expect(refusal(back, { command: 'stop.confirm', by: cast.worker, form: stops('o5') }).code).toBe('stop.notDue');
    const settled = act(back, { command: 'relapse.settle', by: cast.relief2, form: { object: 'o5' } });
    expect(settled.state.state).toBe('stopping');
    const again = act(settled, {
      command: 'stop.confirm',
      by: cast.worker,
      form: { objects: ['o5'], stoppedOn: '2026-06-10', evidence: '不再上报。' },
    });
    expect(again.state.state).toBe('checking');
    expect([burdenOf(again, '2026-06'), burdenOf(again, '2026-07')]).toEqual([16, 10]);
    expect(total(dataOf(again), '2026-06-09').after.objects).toBe(2);
    expect(total(dataOf(again), '2026-06-10').after.objects).toBe(1);
  });

  it('two at once are settled one by one', () => {
    const two = act(back, { command: 'relapse.report', by: cast.worker, form: { object: 'o2' } });
    const one = act(two, { command: 'relapse.settle', by: cast.relief, form: { object: 'o5' } });
    expect(one.state.state).toBe('relapsed');
    expect(refusal(one, { command: 'relapse.settle', by: cast.relief, form: { object: 'o5' } }).code).toBe(
      'relapse.notOpen',
    );
    expect(act(one, { command: 'relapse.settle', by: cast.relief, form: { object: 'o2' } }).state.state).toBe(
      'stopping',
    );
  });

  it('an unfounded report leaves the figures as they were', () => {
    const cleared = act(back, {
      command: 'relapse.settle',
      by: cast.relief,
      form: { object: 'o5', measure: 'unfounded' },
    });
    expect(cleared.state.state).toBe('checking');
    expect([burdenOf(cleared, '2026-06'), burdenOf(cleared, '2026-07')]).toEqual([10, 10]);
  });

  it('a spot check that finds it running does the same as a report', () => {
    const found = act(done, { command: 'check.record', by: cast.supervisor, form: { object: 'o2', found: 'running' } });
    expect(found.state.state).toBe('relapsed');
  });

  it('who reported does not settle', () => {
    const reporter = { ...cast.resident, holdings: [...cast.resident.holdings, ...cast.relief.holdings] };
    expect(refusal(back, { command: 'relapse.settle', by: reporter, form: { object: 'o5' } }).code).toBe(
      'handsOff.reporter',
    );
    const elsewhere = person('elsewhere', 'communityWorker', 'chaoyang.anzhen.elsewhere');
    expect(refusal(done, { command: 'relapse.report', by: elsewhere, form: { object: 'o2' } }).code).toBe(
      'permission.denied',
    );
  });

  it('after the time for checks it has ended', () => {
    const end = wait(done, deadline(done, 'checkWindow').dueAt + DAY_MS);
    expect(refusal(end, { command: 'relapse.report', by: cast.resident, form: { object: 'o2' } }).code).toBe(
      'case.closed',
    );
  });
});

describe('hours of a month', () => {
  it('are never negative and never more than what was found, whatever stops and comes back', () => {
    const days = fc.constantFrom('2026-03-05', '2026-04-10', '2026-05-31', '2026-06-01', '2027-01-15');
    const months = fc.constantFrom('2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2027-02');
    const turns = fc.array(fc.record({ type: fc.constantFrom('stopped', 'relapsed'), on: days }), { maxLength: 5 });
    const found = dataOf(census(march)).objects;
    fc.assert(
      fc.property(turns, months, (list, month) => {
        const signed = { by: { id: 'x', name: 'x' }, at: march };
        const told = list.map(({ type, on }) =>
          type === 'stopped'
            ? { type: 'stopped' as const, on, evidence: '已停', ...signed }
            : {
                type: 'relapsed' as const,
                on,
                demandedBy: null,
                channel: null,
                description: '又来',
                settled: true,
                ...signed,
              },
        );
        const hours = hoursIn({ objects: found.map((object) => ({ ...object, turns: told })) }, month);
        expect([0, 50]).toContain(hours);
        if (!told.some(({ type, on }) => type === 'stopped' && on.slice(0, 7) < month)) expect(hours).toBe(50);
      }),
    );
  });
});
