import type { CalendarYear } from '../../kernel/calendar.ts';

/** The notice names 5 April and, in lieu, Monday 7 April; the Sunday between is off anyway and makes one holiday of them. */
export const calendar2014: CalendarYear = {
  year: 2014,
  version: 1,
  notice: {
    number: '国办发明电〔2013〕28号',
    title: '国务院办公厅关于2014年部分节假日安排的通知',
    issuedOn: '2013-12-11',
    source: 'https://www.gov.cn/zwgk/2013-12/11/content_2546204.htm',
  },
  holidays: [
    { name: { zh: '元旦', en: "New Year's Day" }, from: '2014-01-01', to: '2014-01-01' },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2014-01-31', to: '2014-02-06' },
    { name: { zh: '清明', en: 'Tomb-Sweeping Day' }, from: '2014-04-05', to: '2014-04-07' },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2014-05-01', to: '2014-05-03' },
    { name: { zh: '端午', en: 'Dragon Boat Festival' }, from: '2014-06-02', to: '2014-06-02' },
    { name: { zh: '中秋', en: 'Mid-Autumn Festival' }, from: '2014-09-08', to: '2014-09-08' },
    { name: { zh: '国庆', en: 'National Day' }, from: '2014-10-01', to: '2014-10-07' },
  ],
  makeUpWorkdays: ['2014-01-26', '2014-02-08', '2014-05-04', '2014-09-28', '2014-10-11'],
};
