import type { CalendarYear } from '../../kernel/calendar.ts';

/**
 * Text and number were read in copies; the date comes from a public compilation, the page named here appeared on
 * 2008-12-10.
 */
export const calendar2009: CalendarYear = {
  year: 2009,
  version: 1,
  notice: {
    number: '国办发明电〔2008〕42号',
    title: '国务院办公厅关于2009年部分节假日安排的通知',
    issuedOn: '2008-12-04',
    source: 'https://www.gov.cn/zwgk/2008-12/10/content_1174014.htm',
  },
  holidays: [
    { name: { zh: '元旦', en: "New Year's Day" }, from: '2009-01-01', to: '2009-01-03' },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2009-01-25', to: '2009-01-31' },
    { name: { zh: '清明', en: 'Tomb-Sweeping Day' }, from: '2009-04-04', to: '2009-04-06' },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2009-05-01', to: '2009-05-03' },
    { name: { zh: '端午', en: 'Dragon Boat Festival' }, from: '2009-05-28', to: '2009-05-30' },
    { name: { zh: '国庆中秋', en: 'National Day and Mid-Autumn Festival' }, from: '2009-10-01', to: '2009-10-08' },
  ],
  makeUpWorkdays: ['2009-01-04', '2009-01-24', '2009-02-01', '2009-05-31', '2009-09-27', '2009-10-10'],
};
