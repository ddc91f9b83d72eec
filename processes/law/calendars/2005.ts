import type { CalendarYear } from '../../kernel/calendar.ts';

/**
 * The text of the arrangement was read in copies without a number. Number and date were not found on the notice
 * itself: two public compilations give the number, one of them the date and this copy in a collection of laws, which
 * was not read. No copy on a website of the government was found.
 */
export const calendar2005: CalendarYear = {
  year: 2005,
  version: 1,
  notice: {
    number: '国办发明电〔2004〕52号',
    title: '国务院办公厅关于2005年部分节假日安排的通知',
    issuedOn: '2004-12-17',
    source: 'https://www.055110.com/law/1/27150.html',
  },
  holidays: [
    { name: { zh: '元旦', en: "New Year's Day" }, from: '2005-01-01', to: '2005-01-03' },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2005-02-09', to: '2005-02-15' },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2005-05-01', to: '2005-05-07' },
    { name: { zh: '国庆', en: 'National Day' }, from: '2005-10-01', to: '2005-10-07' },
  ],
  makeUpWorkdays: ['2005-02-05', '2005-02-06', '2005-04-30', '2005-05-08', '2005-10-08', '2005-10-09'],
};
