import type { CalendarYear } from '../../kernel/calendar.ts';

export const calendar2021: CalendarYear = {
  year: 2021,
  version: 1,
  notice: {
    number: '国办发明电〔2020〕27号',
    title: '国务院办公厅关于2021年部分节假日安排的通知',
    issuedOn: '2020-11-25',
    source: 'https://www.gov.cn/zhengce/content/2020-11/25/content_5564127.htm',
  },
  holidays: [
    { name: { zh: '元旦', en: "New Year's Day" }, from: '2021-01-01', to: '2021-01-03' },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2021-02-11', to: '2021-02-17' },
    { name: { zh: '清明', en: 'Tomb-Sweeping Day' }, from: '2021-04-03', to: '2021-04-05' },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2021-05-01', to: '2021-05-05' },
    { name: { zh: '端午', en: 'Dragon Boat Festival' }, from: '2021-06-12', to: '2021-06-14' },
    { name: { zh: '中秋', en: 'Mid-Autumn Festival' }, from: '2021-09-19', to: '2021-09-21' },
    { name: { zh: '国庆', en: 'National Day' }, from: '2021-10-01', to: '2021-10-07' },
  ],
  makeUpWorkdays: ['2021-02-07', '2021-02-20', '2021-04-25', '2021-05-08', '2021-09-18', '2021-09-26', '2021-10-09'],
};
