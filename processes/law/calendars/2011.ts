import type { CalendarYear } from '../../kernel/calendar.ts';

export const calendar2011: CalendarYear = {
  year: 2011,
  version: 1,
  notice: {
    number: '国办发明电〔2010〕40号',
    title: '国务院办公厅关于2011年部分节假日安排的通知',
    issuedOn: '2010-12-09',
    source: 'https://www.gov.cn/zwgk/2010-12/10/content_1762643.htm',
  },
  holidays: [
    { name: { zh: '元旦', en: "New Year's Day" }, from: '2011-01-01', to: '2011-01-03' },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2011-02-02', to: '2011-02-08' },
    { name: { zh: '清明', en: 'Tomb-Sweeping Day' }, from: '2011-04-03', to: '2011-04-05' },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2011-04-30', to: '2011-05-02' },
    { name: { zh: '端午', en: 'Dragon Boat Festival' }, from: '2011-06-04', to: '2011-06-06' },
    { name: { zh: '中秋', en: 'Mid-Autumn Festival' }, from: '2011-09-10', to: '2011-09-12' },
    { name: { zh: '国庆', en: 'National Day' }, from: '2011-10-01', to: '2011-10-07' },
  ],
  makeUpWorkdays: ['2011-01-30', '2011-02-12', '2011-04-02', '2011-10-08', '2011-10-09'],
};
