import type { CalendarYear } from '../../kernel/calendar.ts';

/** Reaches back: the weekend of 2006-12-30 and 31 was worked for New Year. */
export const calendar2007: CalendarYear = {
  year: 2007,
  version: 1,
  notice: {
    number: '国办发明电〔2006〕49号',
    title: '国务院办公厅关于2007年部分节假日安排的通知',
    issuedOn: '2006-12-14',
    source: 'http://zw.china.com.cn/2016-05/09/content_38413913.htm',
  },
  holidays: [
    { name: { zh: '元旦', en: "New Year's Day" }, from: '2007-01-01', to: '2007-01-03' },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2007-02-18', to: '2007-02-24' },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2007-05-01', to: '2007-05-07' },
    { name: { zh: '国庆', en: 'National Day' }, from: '2007-10-01', to: '2007-10-07' },
  ],
  makeUpWorkdays: [
    '2006-12-30',
    '2006-12-31',
    '2007-02-17',
    '2007-02-25',
    '2007-04-28',
    '2007-04-29',
    '2007-09-29',
    '2007-09-30',
  ],
};
