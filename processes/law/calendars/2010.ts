import type { CalendarYear } from '../../kernel/calendar.ts';

export const calendar2010: CalendarYear = {
  year: 2010,
  version: 1,
  notice: {
    number: '国办发明电〔2009〕27号',
    title: '国务院办公厅关于2010年部分节假日安排的通知',
    issuedOn: '2009-12-07',
    source: 'https://www.gov.cn/zwgk/2009-12/08/content_1482691.htm',
  },
  holidays: [
    { name: { zh: '元旦', en: "New Year's Day" }, from: '2010-01-01', to: '2010-01-03' },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2010-02-13', to: '2010-02-19' },
    { name: { zh: '清明', en: 'Tomb-Sweeping Day' }, from: '2010-04-03', to: '2010-04-05' },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2010-05-01', to: '2010-05-03' },
    { name: { zh: '端午', en: 'Dragon Boat Festival' }, from: '2010-06-14', to: '2010-06-16' },
    { name: { zh: '中秋', en: 'Mid-Autumn Festival' }, from: '2010-09-22', to: '2010-09-24' },
    { name: { zh: '国庆', en: 'National Day' }, from: '2010-10-01', to: '2010-10-07' },
  ],
  makeUpWorkdays: [
    '2010-02-20',
    '2010-02-21',
    '2010-06-12',
    '2010-06-13',
    '2010-09-19',
    '2010-09-25',
    '2010-09-26',
    '2010-10-09',
  ],
};
