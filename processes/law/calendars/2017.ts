import type { CalendarYear } from '../../kernel/calendar.ts';

export const calendar2017: CalendarYear = {
  year: 2017,
  version: 1,
  notice: {
    number: '国办发明电〔2016〕17号',
    title: '国务院办公厅关于2017年部分节假日安排的通知',
    issuedOn: '2016-12-01',
    source: 'https://www.gov.cn/zhengce/content/2016-12/01/content_5141603.htm',
  },
  holidays: [
    { name: { zh: '元旦', en: "New Year's Day" }, from: '2017-01-01', to: '2017-01-02' },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2017-01-27', to: '2017-02-02' },
    { name: { zh: '清明', en: 'Tomb-Sweeping Day' }, from: '2017-04-02', to: '2017-04-04' },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2017-05-01', to: '2017-05-01' },
    { name: { zh: '端午', en: 'Dragon Boat Festival' }, from: '2017-05-28', to: '2017-05-30' },
    { name: { zh: '中秋国庆', en: 'Mid-Autumn Festival and National Day' }, from: '2017-10-01', to: '2017-10-08' },
  ],
  makeUpWorkdays: ['2017-01-22', '2017-02-04', '2017-04-01', '2017-05-27', '2017-09-30'],
};
