import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../../processes/kernel/clock.ts';
import { lightOf } from '../../../processes/kernel/deadline.ts';
import {
  act,
  acts,
  begin,
  beijing,
  burdenOf,
  cast,
  checked,
  dataOf,
  deadline,
  offered,
  refusal,
  relays,
  taken,
  wait,
} from './walk.ts';

describe('the money goes in the middle and comes back', () => {
  const walk = taken({ at: beijing('2026-10-09') });
  const suspended = act(walk, { command: 'task.suspend', at: beijing('2026-11-03') });

  it('every clock turns grey, both sides are told, and nothing becomes overdue', () => {
    expect(suspended.state.state).toBe('suspended');
    const later = wait(suspended, beijing('2026-12-31'));
    expect(lightOf(deadline(later, 'work'), later.at)).toBe('grey');
    expect(later.entries.length).toBe(suspended.entries.length);
    const told = suspended.notices.filter(({ notice }) => notice === 'suspended').map(({ to }) => to);
    expect(told).toEqual(['department', 'colleague', 'director']);
    expect(dataOf(suspended).suspension).toMatchObject({ reason: 'funds.withdrawn', note: '第四季度经费收回。' });
  });

  it('goes on with the days that were left, and the last day of the task moves with the clock', () => {
    const resumed = act(suspended, { command: 'task.resume', at: beijing('2026-11-23') });
    // 2026-12-08 and the twenty days of standing still.
    expect(resumed.state.state).toBe('accepted');
    expect(deadline(resumed, 'work')).toMatchObject({ dueDate: '2026-12-28', pausedSince: null, endedAt: null });
    expect(dataOf(resumed)).toMatchObject({ until: '2026-12-28', suspension: null, task: { until: '2026-12-08' } });
    expect(dataOf(resumed).pastSuspensions).toMatchObject([{ reason: 'funds.withdrawn', endedAt: resumed.at }]);
    expect(lightOf(deadline(resumed, 'work'), resumed.at)).toBe('green');
  });

  it('moves the hours with the work: empty months come off, new ones come on', () => {
    const walk2 = taken({ at: beijing('2026-03-02'), form: { from: '2026-03-09', until: '2026-05-20' } });
    const resumed = acts(walk2, [
      { command: 'task.suspend', at: beijing('2026-03-20') },
      { command: 'task.resume', at: beijing('2026-05-11') },
    ]);
    expect(Object.keys(burdenOf(walk2))).toEqual(['2026-03', '2026-04', '2026-05']);
    expect(Object.keys(burdenOf(resumed))).toEqual(['2026-03', '2026-05', '2026-06', '2026-07']);
    expect(dataOf(resumed).until).toBe('2026-07-11');
    expect(deadline(resumed, 'work').dueDate).toBe('2026-07-13');
  });

  it('is finished meanwhile: the report says that it was not covered, and what comes back later changes nothing', () => {
    const done = act(suspended, { command: 'task.report', by: cast.worker });
    expect(done.state.state).toBe('reported');
    expect(dataOf(done).reports).toMatchObject([{ whileSuspended: true }]);
    expect(deadline(done, 'confirmation')).toMatchObject({ pausedSince: null, endedAt: null });
    const resumed = act(done, { command: 'task.resume' });
    expect(resumed.state.state).toBe('reported');
    expect(dataOf(resumed).suspension).toBeNull();
  });

  it('finished and sent back while it is still not covered: it waits again', () => {
    const back = acts(suspended, [
      { command: 'task.report', by: cast.worker },
      { command: 'task.sendBack', by: cast.department },
    ]);
    expect(back.state.state).toBe('suspended');
    const resumed = act(back, { command: 'task.resume' });
    expect(resumed.state.state).toBe('sentBack');
    expect(deadline(resumed, 'redo')).toMatchObject({ startedAt: resumed.at, endedAt: null });
  });

  it('is returned meanwhile, or withdrawn', () => {
    const back = acts(suspended, [
      { command: 'task.return', by: cast.director },
      { command: 'return.acknowledge', by: cast.department },
    ]);
    expect(relays(back)).toMatchObject([{ form: { how: 'returned' } }]);
    const withdrawn = act(suspended, { command: 'task.withdraw', by: cast.department });
    expect(Object.keys(burdenOf(withdrawn))).toEqual(['2026-10', '2026-11']);
  });

  it('a second reason is kept beside the first, and the standstill counts from the first', () => {
    const twice = act(suspended, {
      command: 'task.suspend',
      form: { reason: 'item.suspended', note: '' },
      at: beijing('2026-11-10'),
    });
    const resumed = act(twice, { command: 'task.resume', at: beijing('2026-11-23') });
    expect(dataOf(resumed).until).toBe('2026-12-28');
    expect(dataOf(resumed).pastSuspensions.map(({ reason }) => reason)).toEqual(['funds.withdrawn', 'item.suspended']);
  });

  it('goes and comes twice: both standstills move the end', () => {
    const twice = acts(suspended, [
      { command: 'task.resume', at: beijing('2026-11-05') },
      { command: 'task.suspend', at: beijing('2026-11-09') },
      { command: 'task.resume', at: beijing('2026-11-12') },
    ]);
    expect(deadline(twice, 'work').dueDate).toBe('2026-12-14');
    expect(dataOf(twice).until).toBe('2026-12-13');
  });

  it('only by the admission: no person can suspend or resume', () => {
    for (const by of Object.values(cast)) {
      expect(refusal(walk, { command: 'task.suspend', by }).code).toBe('permission.denied');
      expect(refusal(suspended, { command: 'task.resume', by }).code).toBe('permission.denied');
    }
  });
});

describe('the money goes at an awkward moment', () => {
  it('while the task is overdue: it stays red through the standstill and gains no day', () => {
    const walk = taken({ at: beijing('2026-10-09') });
    const { dueAt } = deadline(walk, 'work');
    const suspended = act(walk, { command: 'task.suspend', at: dueAt + HOUR_MS });
    expect(suspended.state.state).toBe('suspended');
    expect(lightOf(deadline(suspended, 'work'), suspended.at)).toBe('red');
    const resumed = act(suspended, { command: 'task.resume', at: dueAt + 20 * DAY_MS });
    expect(deadline(resumed, 'work')).toMatchObject({ dueAt, endedAt: null });
    expect(dataOf(resumed).until).toBe('2026-12-08');
    expect(lightOf(deadline(resumed, 'work'), resumed.at)).toBe('red');
  });

  it('on the rest day to which the last day has moved: it is still in time, and a day is left', () => {
    // Saturday 2026-10-31; its clock ends on Monday 11-02.
    const walk = taken({ at: beijing('2026-10-09'), form: { until: '2026-10-31' } });
    const resumed = acts(walk, [
      { command: 'task.suspend', at: beijing('2026-11-01') },
      { command: 'task.resume', at: beijing('2026-11-11') },
    ]);
    expect(deadline(resumed, 'work').dueDate).toBe('2026-11-12');
    expect(lightOf(deadline(resumed, 'work'), resumed.at)).not.toBe('red');
  });

  it('while it is offered: the answer waits, nobody can accept, the community may refuse', () => {
    const walk = offered({ at: beijing('2026-10-09') });
    const suspended = act(walk, { command: 'task.suspend', at: beijing('2026-10-10') });
    expect(refusal(suspended, { command: 'task.accept', by: cast.director }).code).toBe('command.notNow');
    expect(refusal(suspended, { command: 'task.report', by: cast.worker }).code).toBe('task.notAccepted');
    expect(refusal(suspended, { command: 'task.return', by: cast.director }).code).toBe('task.notAccepted');
    expect(act(suspended, { command: 'task.refuse', by: cast.director }).state.state).toBe('ending');
    const later = wait(suspended, beijing('2027-01-15'));
    expect(lightOf(deadline(later, 'answer'), later.at)).toBe('grey');
    const resumed = act(later, { command: 'task.resume' });
    expect(resumed.state.state).toBe('offered');
    expect(lightOf(deadline(resumed, 'answer'), resumed.at)).not.toBe('red');
    // The time of the task has moved, so that it can still be accepted and done.
    const accepted = act(resumed, { command: 'task.accept', by: cast.director });
    expect(dataOf(accepted).until).toBe('2027-03-15');
    expect(deadline(accepted, 'work').dueAt).toBeGreaterThan(accepted.at);
  });

  it('before the answer of the gates has come: the task waits and is not offered uncovered', () => {
    const early = act(begin(), { command: 'task.suspend' });
    expect(early.state.state).toBe('checking');
    const answered = checked(early);
    expect(answered.state.state).toBe('suspended');
    const resumed = act(answered, { command: 'task.resume' });
    expect(resumed.state.state).toBe('offered');
    expect(deadline(resumed, 'answer')).toMatchObject({ startedAt: resumed.at });
    const back = checked(act(early, { command: 'task.resume' }));
    expect(back.state.state).toBe('offered');
  });

  it('once the task is accepted it can no longer be refused, only returned', () => {
    const suspended = act(taken(), { command: 'task.suspend' });
    expect(refusal(suspended, { command: 'task.refuse', by: cast.director }).code).toBe('task.accepted');
  });
});
