import type { CalendarYear } from '../../kernel/calendar.ts';

export const calendar2013: CalendarYear = {
  year: 2013,
  version: 1,
  notice: {
    number: '国办发明电〔2012〕33号',
    title: '国务院办公厅关于2013年部分节假日安排的通知',
    issuedOn: '2012-12-08',
    source: 'https://www.gov.cn/zwgk/2012-12/10/content_2286598.htm',
  },
  holidays: [
    { name: { zh: '元旦', en: "New Year's Day" }, from: '2013-01-01', to: '2013-01-03' },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2013-02-09', to: '2013-02-15' },
    { name: { zh: '清明', en: 'Tomb-Sweeping Day' }, from: '2013-04-04', to: '2013-04-06' },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2013-04-29', to: '2013-05-01' },
    { name: { zh: '端午', en: 'Dragon Boat Festival' }, from: '2013-06-10', to: '2013-06-12' },
    { name: { zh: '中秋', en: 'Mid-Autumn Festival' }, from: '2013-09-19', to: '2013-09-21' },
    { name: { zh: '国庆', en: 'National Day' }, from: '2013-10-01', to: '2013-10-07' },
  ],
  makeUpWorkdays: [
    '2013-01-05',
    '2013-01-06',
    '2013-02-16',
    '2013-02-17',
    '2013-04-07',
    '2013-04-27',
    '2013-04-28',
    '2013-06-08',
    '2013-06-09',
    '2013-09-22',
    '2013-09-29',
    '2013-10-12',
  ],
};
