import type { CalendarYear } from '../../kernel/calendar.ts';

export const calendar2020v1: CalendarYear = {
  year: 2020,
  version: 1,
  notice: {
    number: '国办发明电〔2019〕16号',
    title: '国务院办公厅关于2020年部分节假日安排的通知',
    issuedOn: '2019-11-21',
    source: 'https://www.gov.cn/zhengce/content/2019-11/21/content_5454164.htm',
  },
  holidays: [
    { name: { zh: '元旦', en: "New Year's Day" }, from: '2020-01-01', to: '2020-01-01' },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2020-01-24', to: '2020-01-30' },
    { name: { zh: '清明', en: 'Tomb-Sweeping Day' }, from: '2020-04-04', to: '2020-04-06' },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2020-05-01', to: '2020-05-05' },
    { name: { zh: '端午', en: 'Dragon Boat Festival' }, from: '2020-06-25', to: '2020-06-27' },
    { name: { zh: '国庆中秋', en: 'National Day and Mid-Autumn Festival' }, from: '2020-10-01', to: '2020-10-08' },
  ],
  makeUpWorkdays: ['2020-01-19', '2020-02-01', '2020-04-26', '2020-05-09', '2020-06-28', '2020-09-27', '2020-10-10'],
};

/**
 * The Spring Festival was prolonged to 2 February because of the epidemic, announced within the holiday; Saturday 1
 * February, to be worked by the first notice, is off, and all else stands as first announced.
 */
export const calendar2020v2: CalendarYear = {
  year: 2020,
  version: 2,
  notice: {
    number: '国办发明电〔2020〕1号',
    title: '国务院办公厅关于延长2020年春节假期的通知',
    issuedOn: '2020-01-26',
    source: 'https://www.gov.cn/zhengce/content/2020-01/27/content_5472352.htm',
  },
  holidays: [
    { name: { zh: '元旦', en: "New Year's Day" }, from: '2020-01-01', to: '2020-01-01' },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2020-01-24', to: '2020-02-02' },
    { name: { zh: '清明', en: 'Tomb-Sweeping Day' }, from: '2020-04-04', to: '2020-04-06' },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2020-05-01', to: '2020-05-05' },
    { name: { zh: '端午', en: 'Dragon Boat Festival' }, from: '2020-06-25', to: '2020-06-27' },
    { name: { zh: '国庆中秋', en: 'National Day and Mid-Autumn Festival' }, from: '2020-10-01', to: '2020-10-08' },
  ],
  makeUpWorkdays: ['2020-01-19', '2020-04-26', '2020-05-09', '2020-06-28', '2020-09-27', '2020-10-10'],
};
