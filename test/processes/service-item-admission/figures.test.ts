import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forms as dispatchForms } from '../../../processes/dispatch/forms.ts';
import { calendars } from '../../../processes/law/calendars/index.ts';
import { admissionProfiles, assistingActs, negativeList } from '../../../processes/law/service-items.ts';
import { coveredTime, fen } from '../../../processes/service-item-admission/funds.ts';
import { settings } from '../../../processes/service-item-admission/settings.ts';
import {
  act,
  agreed,
  beforeMeeting,
  begin,
  beijing,
  cast,
  dataOf,
  deadline,
  openingOf,
  refusal,
  refusedOpening,
  relayed,
  told,
} from './walk.ts';

describe('figures of the district', () => {
  it('are those of the one published profile, each with its source', () => {
    expect(admissionProfiles).toHaveLength(1);
    expect([settings.applyAheadDays.value, settings.decisionDays.value]).toEqual([30, 15]);
    expect(settings.applyAheadDays.source).toMatchObject({ standing: 'analogue' });
    for (const { source, article } of negativeList) expect(`${source.title.zh}${article}`).not.toBe('');
    expect(assistingActs).toHaveLength(6);
  });

  it('of its own are the ones that hold', () => {
    const opening = openingOf({ settings: { ...openingOf().settings, applyAheadDays: 20, decisionDays: 10 } });
    const walk = begin({ opening, form: { startOn: '2026-11-02' } });
    expect(dataOf(walk).earliestStart).toMatchObject({ workingDays: 20, day: '2026-10-17' });
    expect(deadline(walk, 'decision').dueDate).toBe('2026-09-28');
  });
});

describe('a start that lies in a year without a calendar', () => {
  const at = beijing('2026-11-25');
  const plan = [{ from: '2027-01-11', until: '2027-04-30', amountYuan: 60000 }];
  const form = { startOn: '2027-01-11', money: { needed: true, plan } };

  it('is taken as provisional, and counted anew before the publication', () => {
    const walk = begin({ at, form });
    expect(dataOf(walk).earliestStart).toEqual({ day: '2027-01-07', workingDays: 30, provisional: true });
    expect(refusedOpening({ at, form: { ...form, startOn: '2027-01-06' } }).code).toBe('start.tooEarly');
    const decided = act(beforeMeeting(walk, plan), { command: 'meeting.decide', by: cast.district });
    // A table of 2027 with a long holiday moves the earliest start past the day that was asked for.
    const holiday = { name: { zh: '元旦', en: 'New Year' }, from: '2027-01-01', to: '2027-01-10' };
    const table = { year: 2027, version: 1, notice: null, holidays: [holiday], makeUpWorkdays: [] };
    const known = { ...decided, state: { ...decided.state, calendars: [...calendars, table] } };
    const publish = { command: 'list.publish', by: cast.district, form: { effectiveFrom: '2027-01-11' } } as const;
    expect(act(decided, publish).state.state).toBe('published');
    expect(refusal(known, publish)).toMatchObject({ code: 'start.tooEarly' });
  });
});

describe('the time that money covers', () => {
  const plan = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 8 }).map((amounts) =>
    amounts.map((amount, index) => ({
      from: `2027-0${index + 1}-01`,
      until: `2027-0${index + 1}-28`,
      amountYuan: amount / 100,
    })),
  );

  it('ends exactly with the last period that is paid in full, to the fen', () => {
    fc.assert(
      fc.property(plan, fc.nat(8_000_000), (periods, confirmed) => {
        const sums = periods.map((_, index) =>
          periods.slice(0, index + 1).reduce((sum, { amountYuan }) => sum + fen(amountYuan), 0),
        );
        const paid = sums.filter((sum) => sum <= confirmed).length;
        const expected = paid === 0 ? null : { from: '2027-01-01', until: `2027-0${paid}-28` };
        expect(coveredTime(periods, confirmed)).toEqual(expected);
      }),
    );
  });

  it('does not hang on the order in which periods are written, and more money never covers less', () => {
    fc.assert(
      fc.property(plan, fc.nat(8_000_000), fc.nat(1_000_000), (periods, confirmed, more) => {
        const covered = coveredTime(periods, confirmed);
        expect(coveredTime([...periods].reverse(), confirmed)).toEqual(covered);
        expect(coveredTime(periods, confirmed + more)?.until ?? '').toSatisfy(
          (until) => until >= (covered?.until ?? ''),
        );
      }),
    );
  });
});

describe('what the case of a task is told', () => {
  it('fits its forms', () => {
    const trial = act(agreed(), { command: 'funds.confirm', by: cast.finance });
    const running = relayed(trial, 'dispatch.check', { at: beijing('2026-11-02') });
    const without = act(running, { command: 'funds.withdraw', by: cast.finance });
    const back = act(without, { command: 'funds.confirm', by: cast.finance });
    for (const { command, form } of [...told(without), ...told(back)]) {
      const schema = dispatchForms[command as 'task.suspend' | 'task.resume'];
      expect(schema.safeParse(form).success, command).toBe(true);
    }
    expect([...told(without), ...told(back)].map(({ command }) => command)).toEqual(['task.suspend', 'task.resume']);
  });
});
