import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../processes/kernel/clock.ts';
import {
  type MeetingBody,
  meetingBodies,
  meetingRuleOn,
  meetingRules,
  reaches,
} from '../../../processes/law/meeting-rules.ts';

describe('dated meeting rules', () => {
  it('never overlap, and end and begin on neighbouring days', () => {
    for (const one of meetingRules) {
      const next = meetingRules.filter(
        (other) => other.body === one.body && other.subject === one.subject && other.validFrom > one.validFrom,
      );
      for (const other of next) expect(one.validTo === null ? null : addDays(one.validTo, 1)).toBe(other.validFrom);
    }
  });

  it('each body can decide today, and its rule says where it comes from', () => {
    for (const body of Object.keys(meetingBodies) as MeetingBody[]) {
      const rule = meetingRules.find((one) => one.body === body && one.validTo === null);
      expect(rule?.source.title.zh, body).toBeTruthy();
    }
  });

  it('the day of the act decides which rule holds', () => {
    const on = (day: string) => meetingRuleOn({ body: 'residentsMeeting', subject: 'ordinary', on: day });
    expect(on('2025-12-31')).toMatchObject({ id: 'residentsMeeting/ordinary@2018-12-29', confirmed: true });
    expect(on('2026-01-01')).toMatchObject({ id: 'residentsMeeting/ordinary@2026-01-01', confirmed: false });
    expect(on('2018-12-28')).toBeUndefined();
  });

  it('民法典 278: two thirds take part; more than half use, three quarters raise', () => {
    const use = meetingRuleOn({ body: 'ownersAssembly', subject: 'ownersFundUse', on: '2026-06-01' });
    const raise = meetingRuleOn({ body: 'ownersAssembly', subject: 'ownersThreeQuarters', on: '2026-06-01' });
    if (!use || !raise) throw new Error('both rules are in force');
    expect(reaches(use.quorum, 200, 300)).toBe(true);
    expect(reaches(use.quorum, 199, 300)).toBe(false);
    expect(reaches(use.majority, 100, 200)).toBe(false);
    expect(reaches(use.majority, 101, 200)).toBe(true);
    expect(reaches(raise.majority, 149, 200)).toBe(false);
    expect(reaches(raise.majority, 150, 200)).toBe(true);
  });

  it('a share that is reached stays reached when more agree, and nothing is reached of nothing', () => {
    const shares = fc.constantFrom(...meetingRules.flatMap((rule) => [rule.quorum, rule.majority]));
    fc.assert(
      fc.property(shares, fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (share, whole, part) => {
        if (reaches(share, part, whole)) expect(reaches(share, part + 1, whole)).toBe(true);
        expect(reaches(share, part, 0)).toBe(false);
        expect(reaches(share, whole, whole)).toBe(true);
      }),
    );
  });
});
