import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../processes/kernel/calendar.ts';
import { addDays, DAY_MS, dateOf, startOfDay } from '../../../processes/kernel/clock.ts';
import { lightOf } from '../../../processes/kernel/deadline.ts';
import { calendars } from '../../../processes/law/calendars/index.ts';
import { beijing, type Clock, cast, clockOf, give, refusal, type Shop, startedAt, wait } from './support/workshop.ts';

const shop = startedAt('2026-09-28T10:05');

const pause = (from: Shop, clock: Clock, dates: object, at?: string) =>
  give(from, 'deadline.pause', {
    form: { deadline: clock, reason: 'hearing', note: '依法听证', ...dates },
    ...(at === undefined ? {} : { at }),
  });
const toNovember = { until: '2026-11-02' };
const resume = (from: Shop, clock: Clock, at: string) =>
  give(from, 'deadline.resume', { form: { deadline: clock, note: '听证结束' }, at });
const refusedPause = (from: Shop, form: object) =>
  refusal(from, 'deadline.pause', {
    form: { deadline: 'workingDays', reason: 'hearing', note: '依法听证', until: '2026-11-02', ...form },
  });

describe('a pause', () => {
  it('keeps what is left: four working days are used by 9 October, so six are left', () => {
    const paused = pause(shop, 'workingDays', { until: '2026-11-02' }, '2026-10-09');
    expect(clockOf(paused, 'workingDays')).toMatchObject({ left: { workingDays: 6 }, dueDate: '2026-10-16' });
    expect(lightOf(clockOf(paused, 'workingDays'), beijing('2027-01-01'))).toBe('grey');
    const resumed = resume(paused, 'workingDays', '2026-10-20');
    expect(clockOf(resumed, 'workingDays')).toMatchObject({ dueDate: '2026-10-28', pausedSince: null, left: null });
    expect(clockOf(resumed, 'workingDays').moves).toMatchObject([
      { because: 'resumption', reason: 'hearing', by: { id: 'worker' }, from: { dueDate: '2026-10-16' } },
    ]);
  });

  it('within one day moves nothing', () => {
    const resumed = resume(
      pause(shop, 'workingDays', toNovember, '2026-10-09T09:00'),
      'workingDays',
      '2026-10-09T17:00',
    );
    expect(clockOf(resumed, 'workingDays')).toMatchObject({ dueDate: '2026-10-16', moves: [] });
  });

  it('moves the last day by exactly the working days between, on every day of a year', () => {
    const day = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 80 }), (offset, into, length) => {
        const start = addDays('2024-01-02', offset);
        const begun = startedAt(start);
        const since = addDays(start, into);
        const dueDate = clockOf(begun, 'workingDays').dueDate ?? '';
        fc.pre(since <= dueDate);
        const until = addDays(since, length);
        const paused = pause(begun, 'workingDays', { until: addDays(since, 89) }, `${since}T11:00`);
        const after = clockOf(resume(paused, 'workingDays', `${until}T12:00`), 'workingDays').dueDate ?? '';
        const worked = (from: string, to: string) => {
          let days = 0;
          for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
            if (dayOf(date, calendars).workday) days += 1;
          }
          return days;
        };
        // Whoever pauses on the last day still has that one day when the clock goes on.
        expect(worked(until, after)).toBe(Math.max(1, worked(since, dueDate)));
      }),
      { numRuns: 150 },
    );
  });

  it('keeps an extension that was granted and not yet counted', () => {
    const asked = give(shop, 'deadline.askExtension', {
      form: { deadline: 'workingDays', by: { workingDays: 5 }, reason: '征求意见' },
    });
    const extended = give(asked, 'deadline.decideExtension', {
      by: cast.director,
      form: { deadline: 'workingDays', verdict: 'granted', reason: '同意' },
    });
    expect(clockOf(extended, 'workingDays').dueDate).toBe('2026-10-23');
    const early = resume(pause(extended, 'workingDays', toNovember, '2026-10-09'), 'workingDays', '2026-10-20');
    // Six are left of the limit, then the five of the extension.
    expect(clockOf(early, 'workingDays')).toMatchObject({
      dueDate: '2026-11-04',
      counting: { limit: { workingDays: 6 }, extensions: [{ workingDays: 5 }] },
    });
    const late = resume(pause(extended, 'workingDays', toNovember, '2026-10-20'), 'workingDays', '2026-10-27');
    // The limit is used up; three of the five are left.
    expect(clockOf(late, 'workingDays')).toMatchObject({
      dueDate: '2026-10-30',
      counting: { limit: { workingDays: 3 }, extensions: [] },
    });
    // On the last day of the limit nothing of it is left, and the extension is whole.
    const between = resume(pause(extended, 'workingDays', toNovember, '2026-10-16'), 'workingDays', '2026-10-26');
    expect(clockOf(between, 'workingDays')).toMatchObject({
      dueDate: '2026-11-02',
      counting: { limit: { workingDays: 5 }, extensions: [] },
    });
  });

  it('of hours keeps the milliseconds', () => {
    const paused = pause(shop, 'hours', toNovember, '2026-10-01T00:00');
    const left = clockOf(shop, 'hours').dueAt - beijing('2026-10-01T00:00');
    expect(clockOf(paused, 'hours').left).toEqual({ milliseconds: left });
    expect(clockOf(resume(paused, 'hours', '2026-10-10T09:30'), 'hours').dueAt).toBe(
      beijing('2026-10-10T09:30') + left,
    );
  });
});

describe('the end of a pause', () => {
  it('comes by itself on the day that was named, marked as by the system', () => {
    const resumed = wait(pause(shop, 'workingDays', { until: '2026-10-20' }, '2026-10-09'), '2026-12-01');
    const entry = resumed.entries.at(-1);
    expect(entry).toMatchObject({ type: 'deadline.return', actor: null, at: startOfDay('2026-10-20') });
    expect(clockOf(resumed, 'workingDays').dueDate).toBe('2026-10-28');
    expect(resumed.notices.at(-1)).toMatchObject({
      notice: 'deadlineReturned',
      to: 'owner',
      values: { toDue: '2026-10-28' },
    });
  });

  it('of a parked matter comes when the day of review has passed without a decision', () => {
    const parked = give(shop, 'deadline.pause', {
      at: '2026-10-09',
      form: { deadline: 'workingDays', reason: 'parked', note: '待雨季结束', reviewOn: '2026-10-20' },
    });
    expect(clockOf(wait(parked, '2026-10-20T23:59'), 'workingDays').pausedSince).not.toBeNull();
    expect(clockOf(wait(parked, '2026-10-21T00:00'), 'workingDays')).toMatchObject({
      pausedSince: null,
      dueDate: '2026-10-29',
    });
  });

  it('waits for the state, where the state makes the clock stand still as well', () => {
    const both = give(pause(shop, 'workingDays', { until: '2026-10-20' }, '2026-10-09'), 'wait', { at: '2026-10-12' });
    const returned = wait(both, '2026-10-20');
    expect(clockOf(returned, 'workingDays')).toMatchObject({ pausedSince: beijing('2026-10-09') });
    expect(clockOf(returned, 'workingDays').pauses.map((one) => [one.because, one.endedAt !== null])).toEqual([
      ['hearing', true],
      ['state', false],
    ]);
    const gone = give(returned, 'goOn', { at: '2026-10-27' });
    expect(clockOf(gone, 'workingDays')).toMatchObject({ pausedSince: null, dueDate: '2026-11-04' });
  });

  it('is not brought by a step of the case: only the hand that stopped the clock, or the day, lets it go on', () => {
    const paused = pause(shop, 'workingDays', { until: '2026-10-20' }, '2026-10-09');
    expect(clockOf(give(paused, 'note', { at: '2026-10-12' }), 'workingDays').pausedSince).not.toBeNull();
    const through = give(give(paused, 'wait', { at: '2026-10-12' }), 'goOn', { at: '2026-10-13' });
    expect(clockOf(through, 'workingDays').pausedSince).not.toBeNull();
    expect(clockOf(wait(through, '2026-10-20'), 'workingDays').dueDate).toBe('2026-10-28');
  });
});

describe('bad input', () => {
  it.each<[string, object, string, string]>([
    ['a reason that is not on the list', { reason: 'holiday' }, 'pause.reason', '/reason'],
    ['no reason', { reason: '' }, 'pause.reason', '/reason'],
    ['neither end nor review', { until: undefined }, 'pause.endMissing', '/until'],
    ['an end that is today', { until: '2026-09-28' }, 'pause.endPast', '/until'],
    ['an end that has passed', { until: '2026-01-01' }, 'pause.endPast', '/until'],
    ['an end that does not exist', { until: '2026-11-31' }, 'pause.endPast', '/until'],
    ['an end that is too far off', { until: '2027-09-28' }, 'pause.tooLong', '/until'],
    ['a review that is too far off', { until: undefined, reviewOn: '2027-09-28' }, 'pause.tooLong', '/reviewOn'],
    ['a review after the end', { reviewOn: '2026-11-03' }, 'pause.reviewAfterEnd', '/reviewOn'],
  ])('%s', (_, form, code, pointer) => {
    expect(refusedPause(shop, form)).toMatchObject({ code, pointer });
  });

  it('a clock that is overdue: a pause heals nothing', () => {
    const overdue = wait(shop, '2026-10-17T00:00');
    expect(refusedPause(overdue, {}).code).toBe('pause.late');
    const waiting = give(overdue, 'wait');
    expect(lightOf(clockOf(waiting, 'workingDays'), waiting.at)).toBe('red');
  });

  it('a clock that stands still already, or does not', () => {
    expect(refusedPause(pause(shop, 'workingDays', toNovember), {}).code).toBe('deadline.paused');
    expect(refusedPause(give(shop, 'wait'), {}).code).toBe('deadline.paused');
    const form = { deadline: 'workingDays', note: '恢复' };
    expect(refusal(shop, 'deadline.resume', { form }).code).toBe('pause.none');
    expect(refusal(give(shop, 'wait'), 'deadline.resume', { form }).code).toBe('pause.byState');
  });

  it('a person who may not', () => {
    const form = { deadline: 'workingDays', reason: 'hearing', note: '听证', until: '2026-11-02' };
    expect(refusal(shop, 'deadline.pause', { by: cast.resident, form }).code).toBe('permission.denied');
  });

  it('a pause on the last day leaves that day, and the clock does not resume expired', () => {
    const paused = pause(shop, 'workingDays', toNovember, '2026-10-16T23:59');
    const resumed = clockOf(resume(paused, 'workingDays', '2026-10-20'), 'workingDays');
    expect(resumed.dueAt).toBe(startOfDay('2026-10-21') + DAY_MS);
    expect(dateOf(resumed.dueAt - 1)).toBe('2026-10-21');
  });
});
