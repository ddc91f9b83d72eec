import {
  entered,
  type FieldRef,
  rowsAt,
  type SectionItemRule,
  type SectionRule,
  type Shown,
  valueAt,
} from '../../kernel/sections.ts';
import { milestonesOf } from './matter.ts';

const percent = { zh: '%', en: '%' };
const plan = (name: string) => entered(`work.plan.${name}`, `plan.submit/${name.replaceAll('.', '/')}` as FieldRef);

/** The plan (五有): goal, method, steps, schedule, safeguard, and what belongs to it. */
export const planning: SectionRule = {
  title: { zh: '方案', en: 'The plan' },
  items: [
    plan('goal'),
    plan('method'),
    plan('steps'),
    plan('schedule'),
    plan('safeguard'),
    entered(['work.plan.implementer.name', 'work.plan.implementer'], 'plan.submit/implementer', { show: 'text' }),
    plan('participants'),
    {
      at: milestonesOf,
      show: 'table',
      label: { zh: '里程碑', en: 'Milestones' },
      columns: [
        { at: 'number', show: 'number', label: { zh: '序号', en: 'No.' } },
        entered('title', 'plan.submit/milestones/title'),
        entered('plannedOn', 'plan.submit/milestones/plannedOn'),
        { at: 'percent', show: 'number', unit: percent, label: { zh: '已完成', en: 'Done' } },
      ],
    },
    plan('budget'),
    { at: budgetOf, show: 'money', label: { zh: '预算合计', en: 'Budget in all' } },
    plan('compliance.propertyRights'),
    plan('compliance.fireSafety'),
    plan('compliance.planning'),
    plan('compliance.propertyContract'),
    plan('risks'),
    plan('maintenance.by'),
    entered('work.plan.maintenance.months', 'plan.submit/maintenance/months', { unit: { zh: '个月', en: 'months' } }),
    plan('opinions'),
    plan('decisionBody'),
    plan('complexity'),
    plan('changes'),
    {
      at: 'work.objections',
      show: 'table',
      label: { zh: '公示期间的意见', en: 'Opinions while it was public' },
      columns: [{ at: 'at', show: 'date', label: { zh: '日期', en: 'On' } }, entered('text', 'notice.object/text')],
    },
  ],
};

const meeting = (name: string, more: Omit<SectionItemRule, 'at' | 'field'> = {}) =>
  entered(name, `deliberation.record/${name}`, more);

/** How it was decided. */
export const deciding: SectionRule = {
  title: { zh: '议事与决定', en: 'Deliberation and decision' },
  items: [
    {
      at: 'work.deliberations',
      show: 'table',
      label: { zh: '表决', en: 'Votes' },
      columns: [
        meeting('meeting'),
        meeting('heldOn'),
        meeting('invited'),
        meeting('present'),
        meeting('for'),
        meeting('against'),
        meeting('abstain'),
        meeting('advisory'),
        { at: 'passed', show: 'yesNo', label: { zh: '是否通过', en: 'Passed' } },
      ],
    },
    entered('work.decision.result.body', 'plan.submit/decisionBody', {
      label: { zh: '作出决定的机构', en: 'Decided by' },
    }),
    entered('work.decision.decidedOn', 'decision.import/decidedOn'),
    entered('work.decision.certificateNumber', 'decision.import/certificateNumber'),
    {
      at: sharesOf,
      show: 'table',
      label: { zh: '表决结果', en: 'Result of the vote' },
      columns: [
        { at: 'what', show: 'option', label: { zh: '按', en: 'By' }, options: whatWords() },
        { at: 'total', show: 'number', label: { zh: '总数', en: 'In all' } },
        { at: 'took', show: 'number', label: { zh: '参与', en: 'Took part' } },
        { at: 'for', show: 'number', label: { zh: '同意', en: 'In favour' } },
      ],
    },
    { at: 'work.decision.passed', show: 'yesNo', label: { zh: '是否通过', en: 'Passed' } },
  ],
};

function whatWords() {
  return {
    area: { zh: '专有部分面积(平方米)', en: 'Owned area (m²)' },
    heads: { zh: '业主人数', en: 'Owners' },
    members: { zh: '村民代表人数', en: 'Village representatives' },
  };
}

function sharesOf(shown: Shown): unknown {
  const result = (name: string) => valueAt(shown, `work.decision.result.${name}`);
  const area = result('area.totalSquareMetres');
  const heads = result('heads.total');
  const members = result('members.total');
  return [
    ...(area === undefined
      ? []
      : [
          {
            what: 'area',
            total: area,
            took: result('area.participatingSquareMetres'),
            for: result('area.forSquareMetres'),
          },
        ]),
    ...(heads === undefined
      ? []
      : [{ what: 'heads', total: heads, took: result('heads.participating'), for: result('heads.for') }]),
    ...(members === undefined
      ? []
      : [{ what: 'members', total: members, took: result('members.present'), for: result('members.for') }]),
  ];
}

function budgetOf(shown: Shown): number | undefined {
  const lines = rowsAt(shown, 'work.plan.budget');
  if (lines.length === 0) return undefined;
  // Summed in fen, so that no cent is lost.
  return lines.reduce((sum, line) => sum + Math.round(Number(line['amountYuan']) * 100), 0) / 100;
}
