import type { CalendarYear } from '../../kernel/calendar.ts';

/** Reaches back: Saturday 2005-12-31 was worked for New Year. */
export const calendar2006: CalendarYear = {
  year: 2006,
  version: 1,
  notice: {
    number: '国办发明电〔2005〕35号',
    title: '国务院办公厅关于2006年部分节假日安排的通知',
    issuedOn: '2005-12-16',
    source: 'https://zh.wikisource.org/wiki/国务院办公厅关于2006年部分节假日安排的通知',
  },
  holidays: [
    { name: { zh: '元旦', en: "New Year's Day" }, from: '2006-01-01', to: '2006-01-03' },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2006-01-29', to: '2006-02-04' },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2006-05-01', to: '2006-05-07' },
    { name: { zh: '国庆', en: 'National Day' }, from: '2006-10-01', to: '2006-10-07' },
  ],
  makeUpWorkdays: ['2005-12-31', '2006-01-28', '2006-02-05', '2006-04-29', '2006-04-30', '2006-09-30', '2006-10-08'],
};
