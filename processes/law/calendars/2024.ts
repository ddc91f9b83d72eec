import type { CalendarYear } from '../../kernel/calendar.ts';

/** New Year's Eve of the lunar year, 9 February, is a working day: the notice only encourages employers to give leave. */
export const calendar2024: CalendarYear = {
  year: 2024,
  version: 1,
  notice: {
    number: '国办发明电〔2023〕7号',
    title: '国务院办公厅关于2024年部分节假日安排的通知',
    issuedOn: '2023-10-25',
    source: 'https://www.gov.cn/zhengce/content/202310/content_6911527.htm',
  },
  holidays: [
    { name: { zh: '元旦', en: "New Year's Day" }, from: '2024-01-01', to: '2024-01-01' },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2024-02-10', to: '2024-02-17' },
    { name: { zh: '清明', en: 'Tomb-Sweeping Day' }, from: '2024-04-04', to: '2024-04-06' },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2024-05-01', to: '2024-05-05' },
    { name: { zh: '端午', en: 'Dragon Boat Festival' }, from: '2024-06-10', to: '2024-06-10' },
    { name: { zh: '中秋', en: 'Mid-Autumn Festival' }, from: '2024-09-15', to: '2024-09-17' },
    { name: { zh: '国庆', en: 'National Day' }, from: '2024-10-01', to: '2024-10-07' },
  ],
  makeUpWorkdays: [
    '2024-02-04',
    '2024-02-18',
    '2024-04-07',
    '2024-04-28',
    '2024-05-11',
    '2024-09-14',
    '2024-09-29',
    '2024-10-12',
  ],
};
