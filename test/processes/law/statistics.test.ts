import { describe, expect, it } from 'vitest';
import {
  type StatisticalMark,
  statisticalFault,
  statisticalMarks,
  statisticsRuleOn,
  statisticsRules,
} from '../../../processes/law/statistics.ts';

const lawful = {
  tableNumber: '京统社01表',
  authority: '北京市统计局',
  approvalNumber: '国统制〔2025〕88号',
  validUntil: '2026-12-31',
};
const marks = Object.keys(statisticalMarks) as StatisticalMark[];

describe('a statistical form', () => {
  it('that shows all four marks and is valid may not be refused, on its last day either', () => {
    expect(statisticalFault(lawful, '2026-11-23')).toBeUndefined();
    expect(statisticalFault(lawful, '2026-12-31')).toBeUndefined();
  });

  it.each(marks)('without %s may be refused, and that mark alone is named', (mark) => {
    const { [mark]: _, ...rest } = lawful;
    expect(statisticalFault(rest, '2026-11-23')).toEqual({ missing: [mark], expiredOn: null });
    expect(statisticalFault({ ...lawful, [mark]: '  ' }, '2026-11-23')).toEqual({ missing: [mark], expiredOn: null });
  });

  it('that is a day over may be refused, with the day named', () => {
    expect(statisticalFault(lawful, '2027-01-01')).toEqual({ missing: [], expiredOn: '2026-12-31' });
  });

  it('may be both incomplete and expired', () => {
    expect(statisticalFault({ validUntil: '2025-12-31' }, '2026-11-23')).toEqual({
      missing: ['tableNumber', 'authority', 'approvalNumber'],
      expiredOn: '2025-12-31',
    });
  });

  it('of which nothing is known lacks every mark, in the order of the law', () => {
    expect(statisticalFault({}, '2026-11-23')).toEqual({ missing: marks, expiredOn: null });
  });
});

describe('the rule', () => {
  it('is that of the day: article 15 until 2024-09-12, article 17 since, and nothing before 2010', () => {
    expect(statisticsRuleOn('2024-09-12')?.source.at).toBe('15');
    expect(statisticsRuleOn('2024-09-13')?.source.at).toBe('17');
    expect(statisticsRuleOn('2009-12-31')).toBeUndefined();
    expect(statisticalFault({}, '2009-12-31')).toBeUndefined();
  });

  it('protects units against reprisal only since 2024', () => {
    expect(statisticsRules.map(({ reprisalArticle }) => reprisalArticle)).toEqual([null, '7']);
  });
});
