import type { CalendarYear } from '../../kernel/calendar.ts';

/** Reaches back into December 2018. */
export const calendar2019v1: CalendarYear = {
  year: 2019,
  version: 1,
  notice: {
    number: '国办发明电〔2018〕15号',
    title: '国务院办公厅关于2019年部分节假日安排的通知',
    issuedOn: '2018-12-04',
    source: 'https://www.gov.cn/xinwen/2018-12/06/content_5346287.htm',
  },
  holidays: [
    { name: { zh: '元旦', en: "New Year's Day" }, from: '2018-12-30', to: '2019-01-01' },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2019-02-04', to: '2019-02-10' },
    { name: { zh: '清明', en: 'Tomb-Sweeping Day' }, from: '2019-04-05', to: '2019-04-05' },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2019-05-01', to: '2019-05-01' },
    { name: { zh: '端午', en: 'Dragon Boat Festival' }, from: '2019-06-07', to: '2019-06-07' },
    { name: { zh: '中秋', en: 'Mid-Autumn Festival' }, from: '2019-09-13', to: '2019-09-13' },
    { name: { zh: '国庆', en: 'National Day' }, from: '2019-10-01', to: '2019-10-07' },
  ],
  makeUpWorkdays: ['2018-12-29', '2019-02-02', '2019-02-03', '2019-09-29', '2019-10-12'],
};

/** Labour Day was lengthened six weeks before it; all else stands as first announced. */
export const calendar2019v2: CalendarYear = {
  year: 2019,
  version: 2,
  notice: {
    number: '国办发明电〔2019〕3号',
    title: '国务院办公厅关于调整2019年劳动节假期安排的通知',
    issuedOn: '2019-03-22',
    source: 'https://www.gov.cn/zhengce/content/2019-03/22/content_5375877.htm',
  },
  holidays: [
    { name: { zh: '元旦', en: "New Year's Day" }, from: '2018-12-30', to: '2019-01-01' },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2019-02-04', to: '2019-02-10' },
    { name: { zh: '清明', en: 'Tomb-Sweeping Day' }, from: '2019-04-05', to: '2019-04-05' },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2019-05-01', to: '2019-05-04' },
    { name: { zh: '端午', en: 'Dragon Boat Festival' }, from: '2019-06-07', to: '2019-06-07' },
    { name: { zh: '中秋', en: 'Mid-Autumn Festival' }, from: '2019-09-13', to: '2019-09-13' },
    { name: { zh: '国庆', en: 'National Day' }, from: '2019-10-01', to: '2019-10-07' },
  ],
  makeUpWorkdays: ['2018-12-29', '2019-02-02', '2019-02-03', '2019-04-28', '2019-05-05', '2019-09-29', '2019-10-12'],
};
