import type { Locale } from '../../processes/kernel/text.ts';
import type { Table } from '../exporting/table.ts';
import type { CaseItem } from './case-lines.ts';

const words = {
  'zh-CN': {
    sheet: '事项',
    drill: '演练',
    headings: ['编号', '事项', '流程', '单位', '地点', '环节', '状态灯', '到期日', '发起日', '最近办理日', '备注'],
  },
  en: {
    sheet: 'Cases',
    drill: 'drill',
    headings: [
      'Number',
      'Title',
      'Process',
      'Organisation',
      'Place',
      'State',
      'Light',
      'Due',
      'Opened',
      'Last act',
      'Remark',
    ],
  },
} as const satisfies Record<Locale, { sheet: string; drill: string; headings: readonly string[] }>;

/** Cases as a table for spreadsheet programs; days are those of Beijing. */
export function caseTable(items: readonly CaseItem[], locale: Locale): Table {
  const { sheet, drill, headings } = words[locale];
  const rows = items.map((item) => [
    item.number,
    item.title,
    item.processText,
    item.orgText,
    item.place ?? '',
    item.stateText,
    item.lightText,
    item.dueDate ?? item.dueAt?.slice(0, 16).replace('T', ' ') ?? '',
    item.openedAt.slice(0, 10),
    item.changedAt.slice(0, 10),
    item.drill ? drill : '',
  ]);
  return { sheet, name: sheet, rows: [[...headings], ...rows] };
}
