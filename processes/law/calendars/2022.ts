import type { CalendarYear } from '../../kernel/calendar.ts';

export const calendar2022: CalendarYear = {
  year: 2022,
  version: 1,
  notice: {
    number: '国办发明电〔2021〕11号',
    title: '国务院办公厅关于2022年部分节假日安排的通知',
    issuedOn: '2021-10-25',
    source: 'https://www.gov.cn/zhengce/content/2021-10/25/content_5644835.htm',
  },
  holidays: [
    { name: { zh: '元旦', en: "New Year's Day" }, from: '2022-01-01', to: '2022-01-03' },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2022-01-31', to: '2022-02-06' },
    { name: { zh: '清明', en: 'Tomb-Sweeping Day' }, from: '2022-04-03', to: '2022-04-05' },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2022-04-30', to: '2022-05-04' },
    { name: { zh: '端午', en: 'Dragon Boat Festival' }, from: '2022-06-03', to: '2022-06-05' },
    { name: { zh: '中秋', en: 'Mid-Autumn Festival' }, from: '2022-09-10', to: '2022-09-12' },
    { name: { zh: '国庆', en: 'National Day' }, from: '2022-10-01', to: '2022-10-07' },
  ],
  makeUpWorkdays: ['2022-01-29', '2022-01-30', '2022-04-02', '2022-04-24', '2022-05-07', '2022-10-08', '2022-10-09'],
};
