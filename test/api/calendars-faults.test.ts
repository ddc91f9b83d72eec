import { describe, expect, it } from 'vitest';
import { faultsOfTable } from '../../api/calendars/faults.ts';
import type { CalendarYear } from '../../processes/kernel/calendar.ts';
import { calendar2019v2 } from '../../processes/law/calendars/2019.ts';
import { calendar2026 } from '../../processes/law/calendars/2026.ts';
import { calendars } from '../../processes/law/calendars/index.ts';

const TODAY = '2026-11-25';
const faultsOf = (change: Partial<CalendarYear>) => faultsOfTable({ ...calendar2026, ...change }, TODAY);
const name = { zh: '试验', en: 'Trial' };

describe('what officers enter', () => {
  it.each(calendars.map((table) => [`${table.year}v${table.version}`, table] as const))(
    'the published table %s would have been taken',
    (_, table) => {
      expect(faultsOfTable(table, TODAY)).toEqual([]);
    },
  );

  it('a day of December before may be named, as the notice for 2019 did', () => {
    expect(faultsOfTable(calendar2019v2, TODAY)).toEqual([]);
    expect(faultsOf({ makeUpWorkdays: ['2025-11-29'] })[0]?.detail.zh).toBe('2025-11-29不属于2026年,也不在上一年12月');
  });

  it('a make-up day twice is told at the second place', () => {
    expect(faultsOf({ makeUpWorkdays: ['2026-10-10', '2026-10-10'] })).toEqual([
      {
        pointer: '/makeUpWorkdays/1',
        detail: { zh: '调休上班日2026-10-10重复', en: 'The make-up working day 2026-10-10 is listed twice' },
      },
    ]);
  });

  it('a day both off and made up is told at its place in both languages', () => {
    expect(faultsOf({ makeUpWorkdays: ['2026-02-14', '2026-10-03'] })).toEqual([
      {
        pointer: '/makeUpWorkdays/1',
        detail: {
          zh: '2026-10-03既在放假期间又列为调休上班',
          en: '2026-10-03 is both a day off and a make-up working day',
        },
      },
    ]);
  });

  it.each([
    ['春节', 'Spring Festival'],
    ['清明', 'Tomb-Sweeping Day'],
    ['端午', 'Dragon Boat Festival'],
  ])('a year without %s has a hole', (zh, en) => {
    const holidays = calendar2026.holidays.filter((holiday) => holiday.name.zh !== zh);
    expect(faultsOf({ holidays })).toEqual([
      { pointer: '/holidays', detail: { zh: `没有${zh}假期`, en: `${en} is missing` } },
    ]);
  });

  it('a Spring Festival of two days is a hole as well', () => {
    const holidays = calendar2026.holidays.map((holiday) =>
      holiday.name.zh === '春节' ? { name, from: '2026-02-17', to: '2026-02-18' } : holiday,
    );
    expect(faultsOf({ holidays })).toHaveLength(1);
  });

  it.each(['2024-12-31', '2026-11-26'])('a notice of %s cannot be the one for 2026', (issuedOn) => {
    const notice = calendar2026.notice && { ...calendar2026.notice, issuedOn };
    expect(faultsOf({ notice })).toMatchObject([{ pointer: '/notice/issuedOn' }]);
  });
});
