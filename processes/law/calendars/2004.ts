import type { CalendarYear } from '../../kernel/calendar.ts';

/**
 * The text of the arrangement was read in copies without a number. Number and date were not found on the notice
 * itself: two public compilations give the number, one of them the date and this page of a provincial gazette, which
 * was not read.
 */
export const calendar2004: CalendarYear = {
  year: 2004,
  version: 1,
  notice: {
    number: '国办发明电〔2003〕53号',
    title: '国务院办公厅关于2004年部分节假日安排的通知',
    issuedOn: '2003-12-18',
    source: 'https://www.shaanxi.gov.cn/zfxxgk/zfgb/2004/d1q_4317/200806/t20080626_1641120.html',
  },
  holidays: [
    { name: { zh: '元旦', en: "New Year's Day" }, from: '2004-01-01', to: '2004-01-01' },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2004-01-22', to: '2004-01-28' },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2004-05-01', to: '2004-05-07' },
    { name: { zh: '国庆', en: 'National Day' }, from: '2004-10-01', to: '2004-10-07' },
  ],
  makeUpWorkdays: ['2004-01-17', '2004-01-18', '2004-05-08', '2004-05-09', '2004-10-09', '2004-10-10'],
};
