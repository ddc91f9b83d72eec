import type { CalendarYear } from '../../kernel/calendar.ts';

export const calendar2025: CalendarYear = {
  year: 2025,
  version: 1,
  notice: {
    number: '国办发明电〔2024〕12号',
    title: '国务院办公厅关于2025年部分节假日安排的通知',
    issuedOn: '2024-11-12',
    source: 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm',
  },
  holidays: [
    { name: { zh: '元旦', en: "New Year's Day" }, from: '2025-01-01', to: '2025-01-01' },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2025-01-28', to: '2025-02-04' },
    { name: { zh: '清明', en: 'Tomb-Sweeping Day' }, from: '2025-04-04', to: '2025-04-06' },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2025-05-01', to: '2025-05-05' },
    { name: { zh: '端午', en: 'Dragon Boat Festival' }, from: '2025-05-31', to: '2025-06-02' },
    { name: { zh: '国庆中秋', en: 'National Day and Mid-Autumn Festival' }, from: '2025-10-01', to: '2025-10-08' },
  ],
  makeUpWorkdays: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
};
