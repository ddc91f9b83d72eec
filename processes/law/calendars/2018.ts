import type { CalendarYear } from '../../kernel/calendar.ts';

export const calendar2018: CalendarYear = {
  year: 2018,
  version: 1,
  notice: {
    number: '国办发明电〔2017〕12号',
    title: '国务院办公厅关于2018年部分节假日安排的通知',
    issuedOn: '2017-11-30',
    source: 'https://www.gov.cn/zhengce/content/2017-11/30/content_5243579.htm',
  },
  holidays: [
    { name: { zh: '元旦', en: "New Year's Day" }, from: '2018-01-01', to: '2018-01-01' },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2018-02-15', to: '2018-02-21' },
    { name: { zh: '清明', en: 'Tomb-Sweeping Day' }, from: '2018-04-05', to: '2018-04-07' },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2018-04-29', to: '2018-05-01' },
    { name: { zh: '端午', en: 'Dragon Boat Festival' }, from: '2018-06-18', to: '2018-06-18' },
    { name: { zh: '中秋', en: 'Mid-Autumn Festival' }, from: '2018-09-24', to: '2018-09-24' },
    { name: { zh: '国庆', en: 'National Day' }, from: '2018-10-01', to: '2018-10-07' },
  ],
  makeUpWorkdays: ['2018-02-11', '2018-02-24', '2018-04-08', '2018-04-28', '2018-09-29', '2018-09-30'],
};
