import type { CalendarYear } from '../../kernel/calendar.ts';

export const calendar2016: CalendarYear = {
  year: 2016,
  version: 1,
  notice: {
    number: '国办发明电〔2015〕18号',
    title: '国务院办公厅关于2016年部分节假日安排的通知',
    issuedOn: '2015-12-10',
    source: 'https://www.gov.cn/zhengce/content/2015-12/10/content_10394.htm',
  },
  holidays: [
    { name: { zh: '元旦', en: "New Year's Day" }, from: '2016-01-01', to: '2016-01-01' },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2016-02-07', to: '2016-02-13' },
    { name: { zh: '清明', en: 'Tomb-Sweeping Day' }, from: '2016-04-04', to: '2016-04-04' },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2016-05-01', to: '2016-05-02' },
    { name: { zh: '端午', en: 'Dragon Boat Festival' }, from: '2016-06-09', to: '2016-06-11' },
    { name: { zh: '中秋', en: 'Mid-Autumn Festival' }, from: '2016-09-15', to: '2016-09-17' },
    { name: { zh: '国庆', en: 'National Day' }, from: '2016-10-01', to: '2016-10-07' },
  ],
  makeUpWorkdays: ['2016-02-06', '2016-02-14', '2016-06-12', '2016-09-18', '2016-10-08', '2016-10-09'],
};
