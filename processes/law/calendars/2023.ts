import type { CalendarYear } from '../../kernel/calendar.ts';

/** Reaches back into December 2022. */
export const calendar2023: CalendarYear = {
  year: 2023,
  version: 1,
  notice: {
    number: '国办发明电〔2022〕16号',
    title: '国务院办公厅关于2023年部分节假日安排的通知',
    issuedOn: '2022-12-08',
    source: 'https://www.gov.cn/zhengce/content/2022-12/08/content_5730844.htm',
  },
  holidays: [
    { name: { zh: '元旦', en: "New Year's Day" }, from: '2022-12-31', to: '2023-01-02' },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2023-01-21', to: '2023-01-27' },
    { name: { zh: '清明', en: 'Tomb-Sweeping Day' }, from: '2023-04-05', to: '2023-04-05' },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2023-04-29', to: '2023-05-03' },
    { name: { zh: '端午', en: 'Dragon Boat Festival' }, from: '2023-06-22', to: '2023-06-24' },
    { name: { zh: '中秋国庆', en: 'Mid-Autumn Festival and National Day' }, from: '2023-09-29', to: '2023-10-06' },
  ],
  makeUpWorkdays: ['2023-01-28', '2023-01-29', '2023-04-23', '2023-05-06', '2023-06-25', '2023-10-07', '2023-10-08'],
};
