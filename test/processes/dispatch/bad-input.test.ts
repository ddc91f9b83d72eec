import { describe, expect, it } from 'vitest';
import { dispatch } from '../../../processes/dispatch/index.ts';
import { DAY_MS } from '../../../processes/kernel/clock.ts';
import { sampleForms } from './sample-forms.ts';
import { begin, beijing, cast, person, refusal, taken, tryBegin } from './walk.ts';

describe('bad input', () => {
  const form = sampleForms['task.issue'](beijing('2026-10-09'));
  const bad = (change: object) => dispatch.forms['task.issue']?.safeParse({ ...form, ...change }).success;

  it.each([
    ['no hours', { hoursPerMonth: 0 }],
    ['negative hours', { hoursPerMonth: -8 }],
    ['hours as text', { hoursPerMonth: '40' }],
    ['a tenth of an hour', { hoursPerMonth: 1.1 }],
    ['more hours than a month has', { hoursPerMonth: 745 }],
    ['an act outside the six', { acts: ['enforceLaw'] }],
    ['no act', { acts: [] }],
    ['an act twice', { acts: ['organise', 'organise'] }],
    ['29 February of a common year', { from: '2027-02-29' }],
    ['an empty statement of responsibility', { responsibilityStatement: '    ' }],
    ['an empty standard', { standard: '' }],
    ['no contact', { contact: undefined }],
    ['a code with blanks', { itemCode: 'XZ 017' }],
    ['a ceiling decision without a reason', { overCeiling: { decidedBy: { personId: 'a', name: 'a', office: 'a' } } }],
    ['a field that is not there', { assessment: '扣2分' }],
  ])('refuses %s', (_, change) => {
    expect(bad(change)).toBe(false);
  });

  it('takes the sample', () => {
    expect(bad({})).toBe(true);
  });

  it('refuses outright to make the community mainly responsible, and names the article', () => {
    expect(tryBegin({ form: { mainResponsible: 'community' } })).toEqual({
      refused: { code: 'responsibility.shifted', values: {}, pointer: '/mainResponsible' },
    });
    expect(dispatch.texts['zh-CN'].problems['responsibility.shifted']?.title).toContain('第17条');
  });

  it.each([
    ['time.past', { from: '2026-10-08' }],
    ['time.order', { from: '2026-11-01', until: '2026-10-31' }],
    ['time.sameDay', { from: '2026-10-09', until: '2026-10-09' }],
    ['time.tooLong', { from: '2026-10-09', until: '2027-10-10' }],
  ])('refuses a time that is none: %s', (code, change) => {
    expect(tryBegin({ at: beijing('2026-10-09'), form: change })).toMatchObject({ refused: { code } });
  });

  it('is not opened by the community, a resident, a leader or a department of another district', () => {
    for (const by of [
      cast.director,
      cast.worker,
      cast.resident,
      cast.relief,
      person('x', 'departmentOfficer', 'haidian'),
    ]) {
      expect(tryBegin({ by })).toMatchObject({ refused: { code: 'permission.denied' } });
    }
    expect(begin({ by: cast.subdistrict }).state.state).toBe('checking');
  });

  it('refuses work that is reported for tomorrow', () => {
    const walk = taken();
    const tomorrow = sampleForms['task.report'](walk.at + 2 * DAY_MS);
    expect(refusal(walk, { command: 'task.report', by: cast.worker, form: tomorrow }).code).toBe('date.future');
  });
});
