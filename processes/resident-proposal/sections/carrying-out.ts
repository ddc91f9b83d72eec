import { entered, rowsAt, type SectionRule, type Shown, valueAt } from '../../kernel/sections.ts';

const percent = { zh: '%', en: '%' };
const persons = { zh: '人', en: 'people' };

/** Money asked, granted and arrived. */
export const funds: SectionRule = {
  title: { zh: '资金', en: 'Money' },
  items: [
    entered(['work.funds.fund', 'work.funds.request.fund'], 'funds.request/fund'),
    entered('work.funds.request.requestedYuan', 'funds.request/requestedYuan'),
    entered('work.funds.request.purpose', 'funds.request/purpose'),
    { at: 'work.funds.approvedYuan', show: 'money', label: { zh: '批准金额', en: 'Granted' } },
    { at: confirmedOf, show: 'money', label: { zh: '已到位', en: 'Arrived' } },
    { at: 'work.funds.outstandingYuan', show: 'money', label: { zh: '尚未到位', en: 'Still to come' } },
    {
      at: 'work.funds.opinions',
      show: 'table',
      label: { zh: '审签与审核意见', en: 'Opinions on the request' },
      columns: [
        {
          at: 'verdict',
          show: 'option',
          label: { zh: '意见', en: 'Opinion' },
          options: {
            endorsed: { zh: '同意', en: 'endorsed' },
            returned: { zh: '退回', en: 'sent back' },
            approved: { zh: '批准', en: 'granted' },
            refused: { zh: '不予批准', en: 'refused' },
          },
        },
        entered('opinion', 'funds.review/opinion'),
        { at: 'at', show: 'date', label: { zh: '日期', en: 'On' } },
      ],
    },
  ],
};

/** The work itself, and whether it was found good. */
export const works: SectionRule = {
  title: { zh: '实施与验收', en: 'Work and inspection' },
  items: [
    {
      at: 'work.reports',
      show: 'table',
      label: { zh: '进度报告', en: 'Progress reports' },
      columns: [
        entered('milestone', 'milestone.report/milestone'),
        entered('percent', 'milestone.report/percent', { unit: percent }),
        entered('doneOn', 'milestone.report/doneOn'),
        entered('remark', 'milestone.report/remark'),
      ],
    },
    {
      at: 'work.suspensions',
      show: 'table',
      label: { zh: '挂起', en: 'Suspensions' },
      columns: [
        entered('reason', 'work.suspend/reason'),
        entered('explanation', 'work.suspend/explanation'),
        { at: 'from', show: 'date', label: { zh: '自', en: 'From' } },
        entered('reviewOn', 'work.suspend/reviewOn'),
        { at: 'until', show: 'date', label: { zh: '至', en: 'Until' } },
      ],
    },
    entered('work.completion.summary', 'work.complete/summary'),
    entered('work.completion.completedOn', 'work.complete/completedOn'),
    {
      at: 'work.inspections',
      show: 'table',
      label: { zh: '验收', en: 'Inspections' },
      columns: [
        entered('inspectedOn', 'inspection.record/inspectedOn'),
        entered('verdict', 'inspection.record/verdict'),
        {
          at: ({ members }) => (Array.isArray(members) ? members.length : members),
          show: 'number',
          unit: persons,
          label: { zh: '验收组', en: 'Inspectors' },
        },
        entered('issues', 'inspection.record/issues'),
      ],
    },
    entered('work.result.summary', 'result.publish/summary'),
    entered('work.result.spentYuan', 'result.publish/spentYuan'),
    entered('work.result.where', 'result.publish/where'),
  ],
};

/** What people say of it, and what was seen afterwards. */
export const oversight: SectionRule = {
  title: { zh: '评价与日常监督', en: 'Evaluation and standing supervision' },
  items: [
    { at: countOf, show: 'number', unit: persons, label: { zh: '评价人数', en: 'Evaluations' } },
    { at: satisfiedOf, show: 'number', unit: persons, label: { zh: '满意以上', en: 'Satisfied or better' } },
    { at: shareOf, show: 'number', unit: percent, label: { zh: '满意率', en: 'Share satisfied' } },
    {
      at: ({ work }) => callBacksOf(work, true),
      of: ({ work }) => callBacksOf(work, false),
      show: 'progress',
      label: { zh: '差评回访', en: 'Bad reviews called back' },
    },
    {
      at: 'patrols',
      show: 'table',
      label: { zh: '巡查', en: 'Patrols' },
      columns: [
        { at: 'at', show: 'date', label: { zh: '日期', en: 'On' } },
        entered('inOrder', 'patrol.record/inOrder'),
        entered('finding', 'patrol.record/finding'),
      ],
    },
    {
      at: 'rounds',
      show: 'table',
      label: { zh: '以前各轮', en: 'Earlier rounds' },
      columns: [
        { at: 'number', show: 'number', label: { zh: '轮次', en: 'Round' } },
        {
          at: ({ outcome, satisfaction }) => permille(outcome ?? satisfaction),
          show: 'number',
          unit: percent,
          label: { zh: '满意率', en: 'Share satisfied' },
        },
        { at: ['outcome.closedAt', 'satisfaction.closedAt'], show: 'date', label: { zh: '办结', en: 'Closed' } },
      ],
    },
    entered('work.reason', 'case.reopen/reason', { label: { zh: '重启理由', en: 'Why it was reopened' } }),
    entered('termination.reason', 'work.terminate/reason', { label: { zh: '终止原因', en: 'Why it was ended' } }),
    entered('termination.moneyHandling', 'work.terminate/moneyHandling'),
    entered('termination.publishedWhere', 'work.terminate/publishedWhere'),
  ],
};

function confirmedOf(shown: Shown): unknown {
  const told = valueAt(shown, 'work.funds.confirmedYuan');
  const vouchers = rowsAt(shown, 'work.funds.vouchers');
  if (told !== undefined || vouchers.length === 0) return told;
  return vouchers.reduce((sum, voucher) => sum + Math.round(Number(voucher['amountYuan']) * 100), 0) / 100;
}

/** Staff are shown each evaluation, others the sums. */
function gradesOf(shown: Shown): string[] {
  return rowsAt(shown, 'work.evaluations').map(({ grade }) => String(grade));
}

function countOf(shown: Shown): unknown {
  const told = valueAt(shown, ['work.outcome.evaluations', 'work.satisfaction.evaluations']) ?? gradesOf(shown).length;
  return told === 0 ? undefined : told;
}

function satisfiedOf(shown: Shown): unknown {
  if (countOf(shown) === undefined) return undefined;
  const told = valueAt(shown, ['work.outcome.satisfied', 'work.satisfaction.satisfied']);
  return told ?? gradesOf(shown).filter((grade) => grade === 'verySatisfied' || grade === 'satisfied').length;
}

function shareOf(shown: Shown): unknown {
  const [count, satisfied] = [countOf(shown), satisfiedOf(shown)];
  if (typeof count !== 'number' || typeof satisfied !== 'number') return undefined;
  return Math.round((satisfied * 1000) / count) / 10;
}

function permille(outcome: unknown): unknown {
  const share = (outcome as { satisfiedPermille?: unknown } | null)?.satisfiedPermille;
  return typeof share === 'number' ? share / 10 : undefined;
}

function callBacksOf(work: unknown, done: boolean): unknown {
  const { callBacks } = (work ?? {}) as { callBacks?: unknown };
  if (Array.isArray(callBacks)) {
    if (callBacks.length === 0) return undefined;
    return done ? callBacks.filter(({ recorded }) => recorded !== null).length : callBacks.length;
  }
  const { total = 0, done: called = 0 } = (callBacks ?? {}) as { total?: number; done?: number };
  return total === 0 ? undefined : done ? called : total;
}
