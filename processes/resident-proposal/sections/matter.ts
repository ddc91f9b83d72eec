import { entered, rowsAt, type SectionRule, type Shown, valueAt } from '../../kernel/sections.ts';

const persons = { zh: '人', en: 'people' };
const households = { zh: '户', en: 'households' };

/** Staff are shown the content as a whole, others its fields. */
const of = (name: string) => [`content.${name}`, name];
const draft = (name: string) => entered(of(name), `proposal.draft/${name}`);

/** What the proposers want, where and for whom. */
export const matter: SectionRule = {
  title: { zh: '提案内容', en: 'The proposal' },
  items: [
    draft('problem'),
    draft('suggestion'),
    draft('expectedEffect'),
    { at: placeOf, label: { zh: '地点', en: 'Place' }, show: 'text' },
    draft('category'),
    entered(of('beneficiaries.households'), 'proposal.draft/beneficiaries/households', { unit: households }),
    entered(of('beneficiaries.persons'), 'proposal.draft/beneficiaries/persons', { unit: persons }),
    draft('touches'),
    entered(of('funding.needed'), 'proposal.draft/funding/needed'),
    entered(of('funding.estimateYuan'), 'proposal.draft/funding/estimateYuan'),
    entered(of('funding.source'), 'proposal.draft/funding/source'),
    draft('willingToImplement'),
  ],
};

/** Who carries it. */
export const support: SectionRule = {
  title: { zh: '提案人与附议', en: 'Proposers and support' },
  items: [
    { at: proposersOf, label: { zh: '提案人', en: 'Proposers' }, show: 'list' },
    {
      at: 'supporterCounts.persons',
      of: 'threshold.persons',
      show: 'progress',
      label: { zh: '附议(人)', en: 'Support (people)' },
      unit: persons,
    },
    {
      at: 'supporterCounts.households',
      of: 'threshold.households',
      show: 'progress',
      label: { zh: '附议(户)', en: 'Support (households)' },
      unit: households,
    },
    {
      at: ['work.startedBecause'],
      show: 'option',
      label: { zh: '本轮来由', en: 'Why this round' },
      options: {
        proposed: { zh: '居民提出', en: 'Proposed by residents' },
        belowThreshold: { zh: '满意率未达标,整改', en: 'Too few were satisfied' },
        visits: { zh: '回访结论为整改', en: 'Visits asked for mending' },
        reopened: { zh: '日常监督中重启', en: 'Reopened under supervision' },
      },
    },
  ],
};

/** How it was taken up, or why not. */
export const handling: SectionRule = {
  title: { zh: '受理与办理', en: 'How it was taken up' },
  items: [
    { at: 'acceptedAt', show: 'instant', label: { zh: '受理时间', en: 'Accepted' } },
    entered(['correction.missing', 'own.correction.missing'], 'correction.request/missing'),
    { at: 'docketedAt', show: 'instant', label: { zh: '立案时间', en: 'Docketed' } },
    entered('declined.reason', 'proposal.decline/reason', { label: { zh: '不予立案的事由', en: 'Why not docketed' } }),
    entered('declined.explanation', 'proposal.decline/explanation', {
      label: { zh: '不予立案的说明', en: 'Explanation' },
    }),
    {
      at: 'transfers',
      show: 'table',
      label: { zh: '转办', en: 'Transfers' },
      columns: [
        entered('target', 'proposal.transfer/target'),
        entered('targetKind', 'proposal.transfer/targetKind'),
        entered('reason', 'proposal.transfer/reason'),
        { at: 'at', show: 'date', label: { zh: '转办日期', en: 'Transferred on' } },
        entered('conclusion.answerKind', 'transfer.conclude/answerKind'),
        entered(['answer', 'conclusion.answer'], 'transfer.conclude/answer'),
        entered('conclusion.toldOn', 'transfer.conclude/toldOn'),
      ],
    },
    { at: mainCaseOf, show: 'case', label: { zh: '已并入', en: 'Merged into' } },
    {
      at: 'mergedCases',
      show: 'case',
      text: 'title',
      label: { zh: '并入本案的提案', en: 'Proposals merged into this one' },
    },
  ],
};

export function placeOf(shown: Shown): string {
  const parts = ['estate', 'building'].map((name) => valueAt(shown, of(`place.${name}`)));
  return parts.filter((part) => typeof part === 'string').join(' ');
}

function proposersOf(shown: Shown): unknown {
  const proposers = valueAt(shown, 'proposers');
  if (!Array.isArray(proposers)) return undefined;
  return proposers.map((one) => (typeof one === 'string' ? one : String(one.name ?? '')));
}

function mainCaseOf(shown: Shown): unknown {
  return (
    valueAt(shown, 'mergedInto') ??
    (valueAt(shown, 'merge.confirmed') === true ? valueAt(shown, 'merge.into') : undefined)
  );
}

/** How far each milestone of the plan has come, by the last report on it. */
export function milestonesOf(shown: Shown): unknown {
  const reports = rowsAt(shown, 'work.reports');
  return rowsAt(shown, 'work.plan.milestones').map((milestone, index) => {
    const last = reports.findLast((report) => report['milestone'] === index + 1);
    return { ...milestone, number: index + 1, percent: last?.['percent'] ?? 0, doneOn: last?.['doneOn'] ?? null };
  });
}
