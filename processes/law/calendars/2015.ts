import type { CalendarYear } from '../../kernel/calendar.ts';

/** The notice names 20 June and, in lieu, Monday 22 June; the Sunday between is off anyway and makes one holiday of them. */
export const calendar2015v1: CalendarYear = {
  year: 2015,
  version: 1,
  notice: {
    number: '国办发明电〔2014〕28号',
    title: '国务院办公厅关于2015年部分节假日安排的通知',
    issuedOn: '2014-12-16',
    source: 'https://www.gov.cn/zhengce/content/2014-12/16/content_9302.htm',
  },
  holidays: [
    { name: { zh: '元旦', en: "New Year's Day" }, from: '2015-01-01', to: '2015-01-03' },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2015-02-18', to: '2015-02-24' },
    { name: { zh: '清明', en: 'Tomb-Sweeping Day' }, from: '2015-04-05', to: '2015-04-06' },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2015-05-01', to: '2015-05-01' },
    { name: { zh: '端午', en: 'Dragon Boat Festival' }, from: '2015-06-20', to: '2015-06-22' },
    { name: { zh: '中秋', en: 'Mid-Autumn Festival' }, from: '2015-09-27', to: '2015-09-27' },
    { name: { zh: '国庆', en: 'National Day' }, from: '2015-10-01', to: '2015-10-07' },
  ],
  makeUpWorkdays: ['2015-01-04', '2015-02-15', '2015-02-28', '2015-10-10'],
};

/** The State Council added the seventieth anniversary of the victory; all else stands as first announced. */
export const calendar2015v2: CalendarYear = {
  year: 2015,
  version: 2,
  notice: {
    number: '国发明电〔2015〕1号',
    title: '国务院关于中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日调休放假的通知',
    issuedOn: '2015-05-13',
    source: 'https://www.gov.cn/zhengce/content/2015-05/13/content_9742.htm',
  },
  holidays: [
    { name: { zh: '元旦', en: "New Year's Day" }, from: '2015-01-01', to: '2015-01-03' },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2015-02-18', to: '2015-02-24' },
    { name: { zh: '清明', en: 'Tomb-Sweeping Day' }, from: '2015-04-05', to: '2015-04-06' },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2015-05-01', to: '2015-05-01' },
    { name: { zh: '端午', en: 'Dragon Boat Festival' }, from: '2015-06-20', to: '2015-06-22' },
    { name: { zh: '抗战胜利纪念日', en: 'Victory Day' }, from: '2015-09-03', to: '2015-09-05' },
    { name: { zh: '中秋', en: 'Mid-Autumn Festival' }, from: '2015-09-27', to: '2015-09-27' },
    { name: { zh: '国庆', en: 'National Day' }, from: '2015-10-01', to: '2015-10-07' },
  ],
  makeUpWorkdays: ['2015-01-04', '2015-02-15', '2015-02-28', '2015-09-06', '2015-10-10'],
};
