import type { CalendarYear } from '../../kernel/calendar.ts';

/**
 * Reaches back into December 2007. The text was read in copies of the press without number and date; these two come
 * from public compilations, one of which says that it read the notice on gov.cn.
 */
export const calendar2008: CalendarYear = {
  year: 2008,
  version: 1,
  notice: {
    number: '国办发明电〔2007〕52号',
    title: '国务院办公厅关于2008年部分节假日安排的通知',
    issuedOn: '2007-12-15',
    source: 'https://www.gov.cn/zwgk/2007-12/18/content_837184.htm',
  },
  holidays: [
    { name: { zh: '元旦', en: "New Year's Day" }, from: '2007-12-30', to: '2008-01-01' },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2008-02-06', to: '2008-02-12' },
    { name: { zh: '清明', en: 'Tomb-Sweeping Day' }, from: '2008-04-04', to: '2008-04-06' },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2008-05-01', to: '2008-05-03' },
    { name: { zh: '端午', en: 'Dragon Boat Festival' }, from: '2008-06-07', to: '2008-06-09' },
    { name: { zh: '中秋', en: 'Mid-Autumn Festival' }, from: '2008-09-13', to: '2008-09-15' },
    { name: { zh: '国庆', en: 'National Day' }, from: '2008-09-29', to: '2008-10-05' },
  ],
  makeUpWorkdays: ['2007-12-29', '2008-02-02', '2008-02-03', '2008-05-04', '2008-09-27', '2008-09-28'],
};
