import {
  entered,
  type FieldRef,
  rowsAt,
  type SectionItemRule,
  type SectionRule,
  type Shown,
} from '../kernel/sections.ts';

const hours = { zh: '小时', en: 'hours' };

const facet = (name: string, more: Omit<SectionItemRule, 'at' | 'field'> = {}) =>
  entered([`facet.${name}`, name], `object.register/${name}` as FieldRef, more);

/** What stood before and what is left: the census, its objects, the comparison. */
export const sections: readonly SectionRule[] = [
  {
    title: { zh: '清理整顿', en: 'The census' },
    items: [
      entered('campaign', 'census.open/campaign'),
      entered('scope', 'census.open/scope'),
      { at: 'openedAt', show: 'date', label: { zh: '开始', en: 'Began' } },
      { at: ['publication.at', 'publishedAt'], show: 'date', label: { zh: '公布日期', en: 'Published on' } },
      entered(['publication.place', 'publishedAtPlace'], 'result.publish/place'),
    ],
  },
  {
    title: { zh: '前后对比', en: 'Before and after' },
    items: [
      {
        at: comparison,
        show: 'table',
        label: { zh: '前后对比', en: 'Before and after' },
        columns: [
          entered('kind', 'object.register/kind'),
          { at: 'before.objects', show: 'number', label: { zh: '清理前(项)', en: 'Before (number)' } },
          { at: 'after.objects', show: 'number', label: { zh: '清理后(项)', en: 'After (number)' } },
          {
            at: 'before.hoursPerMonth',
            show: 'number',
            unit: hours,
            label: { zh: '清理前每月工时', en: 'Hours a month before' },
          },
          {
            at: 'after.hoursPerMonth',
            show: 'number',
            unit: hours,
            label: { zh: '清理后每月工时', en: 'Hours a month after' },
          },
          { at: 'before.costPerYear', show: 'money', label: { zh: '清理前每年费用', en: 'Cost a year before' } },
          { at: 'after.costPerYear', show: 'money', label: { zh: '清理后每年费用', en: 'Cost a year after' } },
        ],
      },
      { at: 'measuredOn', show: 'date', label: { zh: '统计截止', en: 'Measured on' } },
    ],
  },
  {
    title: { zh: '清理项目', en: 'What was found' },
    items: [
      {
        at: (shown) => rowsAt(shown, 'objects').filter(({ removed }) => !removed),
        show: 'table',
        label: { zh: '项目', en: 'Objects' },
        columns: [
          { at: 'id', show: 'text', label: { zh: '编号', en: 'No.' } },
          facet('kind'),
          facet('name'),
          facet('demandedBy'),
          facet('basis'),
          facet('frequency'),
          facet('hoursPerMonth', { unit: hours }),
          entered(['judgement.verdict', 'verdict'], 'object.judge/judgements/verdict', {
            label: { zh: '处理', en: 'Verdict' },
          }),
          entered(['judgement.reason', 'reason'], 'object.judge/judgements/reason', {
            label: { zh: '理由', en: 'Reason' },
          }),
          { at: stoppedOf, show: 'yesNo', label: { zh: '已停止', en: 'Stopped' } },
        ],
      },
    ],
  },
  {
    title: { zh: '抽查与反弹', en: 'Checks and relapses' },
    items: [
      {
        at: 'checks',
        show: 'table',
        label: { zh: '抽查', en: 'Checks' },
        columns: [
          { at: 'object', show: 'text', label: { zh: '项目编号', en: 'Object' } },
          entered('checkedOn', 'check.record/checkedOn'),
          entered('found', 'check.record/found'),
          entered('finding', 'check.record/finding'),
        ],
      },
      {
        at: 'settlements',
        show: 'table',
        label: { zh: '处理', en: 'Settlements' },
        columns: [
          { at: 'at', show: 'date', label: { zh: '日期', en: 'On' } },
          entered('measure', 'relapse.settle/measure'),
          entered('result', 'relapse.settle/result'),
        ],
      },
      { at: 'withdrawal.reason', show: 'long', label: { zh: '撤回理由', en: 'Why it was withdrawn' } },
    ],
  },
];

function comparison(shown: Shown): unknown {
  const kinds = rowsAt(shown, 'measure');
  return kinds.length === 0
    ? undefined
    : [...kinds, ...(shown['total'] ? [{ ...(shown['total'] as object), kind: '合计 / All' }] : [])];
}

function stoppedOf({ stopped, turns }: Shown): unknown {
  if (typeof stopped === 'boolean') return stopped;
  if (!Array.isArray(turns) || turns.length === 0) return undefined;
  return turns.at(-1)?.type === 'stopped';
}
