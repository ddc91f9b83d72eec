import type { CalendarYear } from '../../processes/kernel/calendar.ts';

const drillOnly = (zh: string, en: string) => ({ zh: `${zh}(演练)`, en: `${en} (drill)` });

/** 2027 as it might be, for drills only: invented, and its names say so wherever a date is explained. */
export const drillCalendars: readonly CalendarYear[] = [
  {
    year: 2027,
    version: 1,
    drill: true,
    notice: null,
    holidays: [
      { name: drillOnly('元旦', "New Year's Day"), from: '2027-01-01', to: '2027-01-03' },
      { name: drillOnly('春节', 'Spring Festival'), from: '2027-02-05', to: '2027-02-12' },
      { name: drillOnly('清明', 'Tomb-Sweeping Day'), from: '2027-04-03', to: '2027-04-05' },
      { name: drillOnly('劳动节', 'Labour Day'), from: '2027-05-01', to: '2027-05-05' },
      { name: drillOnly('端午', 'Dragon Boat Festival'), from: '2027-06-09', to: '2027-06-09' },
      { name: drillOnly('中秋', 'Mid-Autumn Festival'), from: '2027-09-15', to: '2027-09-15' },
      { name: drillOnly('国庆', 'National Day'), from: '2027-10-01', to: '2027-10-07' },
    ],
    makeUpWorkdays: ['2027-01-31', '2027-02-14', '2027-04-25', '2027-05-08', '2027-09-26', '2027-10-09'],
  },
];
