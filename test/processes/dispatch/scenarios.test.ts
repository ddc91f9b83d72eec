import { describe, expect, it } from 'vitest';
import { dispatch } from '../../../processes/dispatch/index.ts';
import { rules } from '../../../processes/dispatch/rules.ts';
import { DAY_MS } from '../../../processes/kernel/clock.ts';
import { lightOf } from '../../../processes/kernel/deadline.ts';
import { decide } from '../../../processes/kernel/decide.ts';
import { entryWords, maySee, presentCase } from '../../../processes/kernel/present.ts';
import { hours, theList } from './register-book.ts';
import {
  act,
  acts,
  answer,
  begin,
  beijing,
  burdenOf,
  cast,
  common,
  dataOf,
  deadline,
  ID,
  ORG,
  offered,
  refusal,
  relays,
  reported,
  taken,
  type Walk,
  wait,
} from './walk.ts';

describe('a task that goes its way', () => {
  const walk = reported({ at: beijing('2026-10-09') });

  it('asks the admission of the item, with everything that its gates look at', () => {
    expect(relays(begin({ at: beijing('2026-10-09'), book: [...theList, hours('2026-11', 100)] }))).toEqual([
      {
        caseId: 'admission-1',
        command: 'dispatch.check',
        form: {
          dispatchId: ID,
          org: ORG,
          from: '2026-10-16',
          until: '2026-12-08',
          acts: ['contactResidents', 'helpHouseholdVisits', 'reportFindings'],
          hoursPerMonth: 40,
          mainResponsible: 'department',
          burden: { committedHoursPerMonth: 100, ceilingHoursPerMonth: 160, overCeilingDecidedBy: null },
        },
        numbered: true,
        accepted: 'check.answered',
        refused: 'check.refused',
      },
    ]);
  });

  it('is offered, accepted, reported and confirmed, and the admission learns of its end', () => {
    const confirmed = act(walk, { command: 'task.confirm', by: cast.department });
    expect(relays(confirmed)).toMatchObject([
      { caseId: 'admission-1', command: 'dispatch.end', form: { dispatchId: ID, how: 'finished' } },
    ]);
    const closed = answer(confirmed, 'end.recorded');
    expect(closed.entries.map(({ type, to }) => `${type} > ${to}`)).toEqual([
      'task.issue > checking',
      'check.answered > offered',
      'task.accept > accepted',
      'task.report > reported',
      'task.confirm > ending',
      'end.recorded > closed',
    ]);
    expect(dataOf(closed).end).toMatchObject({ how: 'finished', told: 'recorded' });
  });

  it('ends all the same where the admission cannot take it in, and says why', () => {
    const confirmed = act(walk, { command: 'task.confirm', by: cast.district });
    const closed = answer(confirmed, 'end.refused', { code: 'case.closed' });
    expect(closed.state.state).toBe('closed');
    expect(dataOf(closed).end).toMatchObject({ told: 'refused', refusedBecause: 'case.closed' });
    expect(closed.notices.at(-1)).toMatchObject({ notice: 'endNotRecorded' });
  });

  it('may be sent back once, with a clock of its own, and the first report stays', () => {
    const back = act(walk, { command: 'task.sendBack', by: cast.department });
    expect(back.state.state).toBe('sentBack');
    expect(deadline(back, 'redo')).toMatchObject({ endedAt: null, limit: { workingDays: 5 } });
    const again = act(back, { command: 'task.report', by: cast.worker });
    expect(dataOf(again).reports.map(({ sentBack }) => sentBack?.by.id ?? null)).toEqual(['department', null]);
    expect(refusal(again, { command: 'task.sendBack', by: cast.department })).toMatchObject({
      code: 'sendBack.already',
      values: { times: 1 },
    });
    expect(act(again, { command: 'task.confirm', by: cast.department }).state.state).toBe('ending');
  });

  it('is seen by residents without any person in it, and not before it is offered', () => {
    const record = (one: Walk) => ({ ...one.state, number: 'n', hash: 'h' });
    expect(maySee(rules, record(begin()), cast.resident)).toBe(false);
    expect(maySee(rules, record(walk), cast.resident)).toBe(true);
    const shown = JSON.stringify(rules.present(dataOf(walk), { kind: 'public', id: 'resident' }));
    expect(shown).toContain('充电安全');
    for (const name of ['程立', '65090000', '"worker"', '"director"', '"colleague"']) expect(shown).not.toContain(name);
  });

  it('tells its ledger in sentences', () => {
    const words = walk.entries.map((entry) => entryWords({ process: dispatch, entry, locale: 'zh-CN' }));
    expect(words[0]).toBe('department代表区消防救援支队下派任务:独居老人电动自行车充电安全入户排查');
  });
});

describe('the answer of the community', () => {
  const walk = offered({ at: beijing('2026-09-28') });

  it('is urged and never given by silence', () => {
    const { dueAt } = deadline(walk, 'answer');
    expect(deadline(walk, 'answer')).toMatchObject({ dueDate: '2026-10-08' });
    const silent = wait(walk, dueAt + 20 * DAY_MS);
    expect(silent.state.state).toBe('offered');
    expect(lightOf(deadline(silent, 'answer'), silent.at)).toBe('red');
    expect(rules.deadlines.answer.onExpiry).toBeUndefined();
  });

  it('refuses with reasons, and the articles stand with it', () => {
    const refused = act(walk, {
      command: 'task.refuse',
      by: cast.secretary,
      form: { grounds: ['notListed', 'noMoney'], reason: '任务没有带经费。' },
    });
    const shown = rules.present(dataOf(refused), { kind: 'staff', id: 'x' })['refusal'];
    expect(JSON.stringify(shown)).toMatch(/街道办事处条例.*"at":"32".*居民委员会.*"at":"28".*"at":"41"/);
    expect(relays(refused)).toMatchObject([{ form: { how: 'refused' } }]);
    expect(answer(refused, 'end.recorded').state.state).toBe('refused');
  });

  it('comes too late on the last day of the task', () => {
    const day = { command: 'task.accept', by: cast.director } as const;
    expect(refusal(walk, { ...day, at: beijing('2026-11-27') })).toMatchObject({ code: 'time.over' });
    const last = act(walk, { ...day, at: beijing('2026-11-26T23:59') });
    expect(deadline(last, 'work')).toMatchObject({ dueDate: '2026-11-27', limit: { calendarDays: 1 } });
  });

  it('is never given by the one who issued the task, whatever office he holds', () => {
    const both = { ...cast.department, holdings: [...cast.department.holdings, ...cast.director.holdings] };
    const own = offered({ by: both });
    for (const command of ['task.accept', 'task.refuse'] as const) {
      expect(refusal(own, { command, by: both }).code).toBe('handsOff.issuer');
    }
    const colleague = { ...cast.colleague, holdings: cast.director.holdings };
    expect(refusal(own, { command: 'task.accept', by: colleague }).code).toBe('handsOff.issuer');
  });

  it('offers the people of the community what they may do now', () => {
    const view = (one: Walk, actor: typeof cast.director) =>
      presentCase({
        process: dispatch,
        record: { ...one.state, number: 'n', hash: 'h' },
        actor,
        at: one.at,
        locale: 'zh-CN',
        calendars: one.state.calendars,
      });
    const names = (one: Walk, actor: typeof cast.director) => view(one, actor).commands.map(({ name }) => name);
    expect(names(walk, cast.director)).toEqual(['task.accept', 'task.refuse']);
    expect(view(walk, cast.director).tasks).toMatchObject([{ command: 'task.accept', mine: true }]);
    const suspended = act(walk, { command: 'task.suspend' });
    expect(names(suspended, cast.director)).toEqual(['task.refuse']);
    const running = act(act(walk, { command: 'task.accept', by: cast.director }), { command: 'task.suspend' });
    expect(names(running, cast.director)).toEqual(['task.report', 'task.return']);
  });
});

describe('the clock of the work', () => {
  it('ends on the task’s own last day, and moves over rest days', () => {
    const until = (day: string) => taken({ at: beijing('2026-09-15'), form: { from: '2026-09-17', until: day } });
    expect(deadline(until('2026-09-30'), 'work')).toMatchObject({ dueDate: '2026-09-30' });
    // 2026-10-01 to 10-07 are a holiday; Saturday 10-10 is a working day, Sunday 10-11 is not.
    expect(deadline(until('2026-10-03'), 'work')).toMatchObject({ dueDate: '2026-10-08' });
    expect(deadline(until('2026-10-10'), 'work')).toMatchObject({ dueDate: '2026-10-10' });
    expect(deadline(until('2026-10-11'), 'work')).toMatchObject({ dueDate: '2026-10-12' });
  });

  it('is not extended into time that nobody has paid for; doing it over may be, once', () => {
    const walk = taken({ at: beijing('2026-10-09') });
    const asking = { command: 'deadline.askExtension', actor: cast.worker, at: walk.at, commandId: 'more' };
    const work = { deadline: 'work', by: { calendarDays: 10 }, reason: '雨天无法入户。' };
    expect(decide(rules, walk.state, { ...asking, form: work })).toHaveProperty('refused');

    const back = acts(walk, [
      { command: 'task.report', by: cast.worker },
      { command: 'task.sendBack', by: cast.department },
    ]);
    const ask = { deadline: 'redo', by: { workingDays: 2 }, reason: '雨天无法入户。' };
    const asked = common(back, 'deadline.askExtension', cast.worker, ask);
    const grant = { deadline: 'redo', verdict: 'granted', reason: '情况属实。' };
    const granted = common(asked, 'deadline.decideExtension', cast.department, grant);
    expect(deadline(back, 'redo')).toMatchObject({ dueDate: '2026-10-15' });
    expect(deadline(granted, 'redo')).toMatchObject({ dueDate: '2026-10-19' });
  });
});

describe('the community gives the task back after it has accepted', () => {
  const walk = taken({ at: beijing('2026-10-09') });
  const returning = act(walk, { command: 'task.return', by: cast.director, at: beijing('2026-10-20') });

  it('the issuer takes note: the task ends and the admission is told', () => {
    expect(deadline(returning, 'returnAnswer')).toMatchObject({ dueDate: '2026-10-23' });
    const noted = act(returning, { command: 'return.acknowledge', by: cast.colleague });
    expect(relays(noted)).toMatchObject([{ form: { dispatchId: ID, how: 'returned' } }]);
    const end = answer(noted, 'end.recorded');
    expect(end.state.state).toBe('returned');
    expect(Object.keys(burdenOf(end))).toEqual(['2026-10']);
  });

  it('disputed, the burden-relief group upholds it', () => {
    const end = acts(returning, [
      { command: 'return.dispute', by: cast.department },
      { command: 'return.decide', by: cast.relief },
    ]);
    expect(end.state.state).toBe('ending');
    expect(dataOf(end).returns).toMatchObject([
      { dispute: { by: { id: 'department' } }, decision: { verdict: 'upheld' } },
    ]);
  });

  it('or rejects it: the work goes on with the days that were left when it was returned', () => {
    const disputed = act(returning, { command: 'return.dispute', by: cast.department });
    expect(lightOf(deadline(disputed, 'work'), beijing('2026-12-31'))).toBe('grey');
    const on = act(disputed, {
      command: 'return.decide',
      by: cast.relief,
      form: { verdict: 'rejected', reason: '消防员已到位。' },
      at: beijing('2026-10-30'),
    });
    expect(on.state.state).toBe('accepted');
    expect(deadline(on, 'work')).toMatchObject({ dueDate: '2026-12-18' });
    expect(dataOf(on).until).toBe('2026-12-18');
  });

  it('the money goes while that is undecided: it waits when it would go on', () => {
    const on = acts(returning, [
      { command: 'task.suspend' },
      { command: 'return.dispute', by: cast.department },
      { command: 'return.decide', by: cast.relief, form: { verdict: 'rejected', reason: '消防员已到位。' } },
    ]);
    expect(on.state.state).toBe('suspended');
    expect(lightOf(deadline(on, 'work'), on.at)).toBe('grey');
    const resumed = act(on, { command: 'task.resume', at: beijing('2026-10-30') });
    expect(deadline(resumed, 'work')).toMatchObject({ dueDate: '2026-12-18' });
    expect(dataOf(resumed).until).toBe('2026-12-18');
  });

  it('by other hands than those that answer or decide', () => {
    const both = {
      ...cast.director,
      holdings: [...cast.director.holdings, ...cast.district.holdings, ...cast.relief.holdings],
    };
    const own = act(walk, { command: 'task.return', by: both });
    expect(refusal(own, { command: 'return.acknowledge', by: both }).code).toBe('handsOff.returner');
    const disputed = act(own, { command: 'return.dispute', by: cast.department });
    expect(refusal(disputed, { command: 'return.decide', by: both }).code).toBe('handsOff.returner');
    const issuing = { ...cast.department, holdings: cast.relief.holdings };
    expect(refusal(disputed, { command: 'return.decide', by: issuing }).code).toBe('handsOff.issuer');
  });
});

describe('hands that must not be one', () => {
  it('who reported cannot confirm, even standing in for the issuer', () => {
    const both = { ...cast.worker, holdings: [...cast.worker.holdings, ...cast.district.holdings] };
    const walk = act(taken(), { command: 'task.report', by: both });
    for (const command of ['task.confirm', 'task.sendBack'] as const) {
      expect(refusal(walk, { command, by: both }).code).toBe('handsOff.reporter');
    }
  });

  it('another department neither confirms nor withdraws', () => {
    const walk = reported();
    expect(refusal(walk, { command: 'task.confirm', by: cast.stranger }).code).toBe('permission.denied');
    expect(refusal(taken(), { command: 'task.withdraw', by: cast.stranger }).code).toBe('permission.denied');
  });
});
