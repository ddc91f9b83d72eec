import type { CalendarYear } from '../../kernel/calendar.ts';

/** Reaches back: Saturday 2011-12-31 was worked for New Year. */
export const calendar2012: CalendarYear = {
  year: 2012,
  version: 1,
  notice: {
    number: '国办发明电〔2011〕45号',
    title: '国务院办公厅关于2012年部分节假日安排的通知',
    issuedOn: '2011-12-05',
    source: 'https://www.gov.cn/zwgk/2011-12/06/content_2012097.htm',
  },
  holidays: [
    { name: { zh: '元旦', en: "New Year's Day" }, from: '2012-01-01', to: '2012-01-03' },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2012-01-22', to: '2012-01-28' },
    { name: { zh: '清明', en: 'Tomb-Sweeping Day' }, from: '2012-04-02', to: '2012-04-04' },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2012-04-29', to: '2012-05-01' },
    { name: { zh: '端午', en: 'Dragon Boat Festival' }, from: '2012-06-22', to: '2012-06-24' },
    { name: { zh: '中秋国庆', en: 'Mid-Autumn Festival and National Day' }, from: '2012-09-30', to: '2012-10-07' },
  ],
  makeUpWorkdays: ['2011-12-31', '2012-01-21', '2012-01-29', '2012-03-31', '2012-04-01', '2012-04-28', '2012-09-29'],
};
