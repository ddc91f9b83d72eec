import { entered, type FieldRef, type SectionRule } from '../kernel/sections.ts';

const hours = { zh: '小时', en: 'hours' };
const item = (name: string) => entered(`item.${name}`, `item.apply/${name.replaceAll('.', '/')}` as FieldRef);

/** What a department wants from communities, on what basis, with what money, and what became of it. */
export const sections: readonly SectionRule[] = [
  {
    title: { zh: '事项', en: 'The item' },
    items: [
      item('name'),
      item('code'),
      item('department'),
      item('kind'),
      item('category'),
      entered('origin', 'item.apply/origin'),
      item('necessity'),
      item('mainResponsible'),
      item('acts'),
      item('actsDetail'),
      item('authority'),
      item('serviceTargets'),
      entered(['areas', 'item.areas'], 'item.apply/areas', { show: 'list' }),
      item('startOn'),
      item('validUntil'),
      { at: 'earliestStart.day', show: 'date', label: { zh: '最早可以开始', en: 'May start at the earliest' } },
    ],
  },
  {
    title: { zh: '依据', en: 'Basis' },
    items: [
      item('basis'),
      item('survey.formNumber'),
      item('survey.issuedBy'),
      item('survey.approvalNumber'),
      item('survey.validUntil'),
      item('duplicates'),
      item('negativeListNote'),
      entered('basisCheck.verdict', 'basis.check/verdict'),
      entered('basisCheck.finding', 'basis.check/finding'),
      entered('basisCheck.articles', 'basis.check/articles'),
      {
        at: 'formalChecks',
        show: 'table',
        label: { zh: '形式审查', en: 'Formal checks' },
        columns: [
          { at: 'at', show: 'date', label: { zh: '日期', en: 'On' } },
          entered('verdict', 'form.check/verdict'),
          entered('note', 'form.check/note'),
        ],
      },
    ],
  },
  {
    title: { zh: '工作量', en: 'Workload' },
    items: [
      entered('item.hoursPerMonth', 'item.apply/hoursPerMonth', { unit: hours }),
      item('equipment'),
      item('dataSource'),
      item('standard'),
      item('training'),
      item('assessment'),
      item('exitConditions'),
      {
        at: 'consultation.opinions',
        show: 'table',
        label: { zh: '社区意见', en: 'Opinions of communities' },
        columns: [
          entered('community', 'opinion.give/community', { show: 'org' }),
          entered('verdict', 'opinion.give/verdict'),
          entered('opinion', 'opinion.give/opinion'),
          entered('hoursPerMonth', 'opinion.give/hoursPerMonth', { unit: hours }),
        ],
      },
      { at: 'opinions.agree', show: 'number', label: { zh: '同意的社区', en: 'Communities that agree' } },
      { at: 'opinions.agreeIf', show: 'number', label: { zh: '有条件同意的社区', en: 'That agree on conditions' } },
      { at: 'opinions.oppose', show: 'number', label: { zh: '不同意的社区', en: 'That oppose' } },
      entered('consultation.summary', 'consultation.close/summary'),
    ],
  },
  {
    title: { zh: '经费', en: 'Money' },
    items: [
      entered(['money.needed', 'moneyRequest.needed'], 'money.assess/needed'),
      entered(['money.reason', 'moneyRequest.reason'], 'item.apply/money/reason'),
      entered('moneyRequest.source', 'item.apply/money/source'),
      entered('moneyRequest.payment', 'item.apply/money/payment'),
      entered(['money.plan', 'moneyRequest.plan'], 'money.assess/plan'),
      { at: 'approvedYuan', show: 'money', label: { zh: '核定经费', en: 'Assessed' } },
      { at: 'confirmedYuan', show: 'money', label: { zh: '已到位', en: 'Arrived' } },
      entered('assessment.opinion', 'money.assess/opinion'),
      {
        at: ({ movements }) =>
          Array.isArray(movements) ? movements.map((one) => ({ ...one, amountYuan: one.amountFen / 100 })) : undefined,
        show: 'table',
        label: { zh: '到位与收回', en: 'Money that came and went' },
        columns: [
          { at: 'at', show: 'date', label: { zh: '日期', en: 'On' } },
          {
            at: 'kind',
            show: 'option',
            label: { zh: '类别', en: 'Kind' },
            options: { confirmed: { zh: '到位', en: 'came' }, withdrawn: { zh: '收回', en: 'taken back' } },
          },
          { at: 'amountYuan', show: 'money', label: { zh: '金额', en: 'Amount' } },
          { at: 'note', show: 'text', label: { zh: '凭证或理由', en: 'Voucher or reason' } },
        ],
      },
    ],
  },
  {
    title: { zh: '审议与协议', en: 'Decision and agreement' },
    items: [
      entered('decision.verdict', 'meeting.decide/verdict'),
      entered('decision.meetingOn', 'meeting.decide/meetingOn'),
      entered('decision.reason', 'meeting.decide/reason'),
      entered('decision.articles', 'meeting.decide/articles'),
      entered('decision.conditions', 'meeting.decide/conditions'),
      entered(['agreement.terms.rights', 'agreement.rights'], 'agreement.draft/rights'),
      entered(['agreement.terms.moneyTerms', 'agreement.moneyTerms'], 'agreement.draft/moneyTerms'),
      entered(['agreement.terms.limits', 'agreement.limits'], 'agreement.draft/limits'),
      entered(['agreement.terms.standard', 'agreement.standard'], 'agreement.draft/standard'),
      { at: 'agreement.signedAt', show: 'date', label: { zh: '协议签订', en: 'Agreement signed' } },
      { at: 'agreement.returned', show: 'long', label: { zh: '退回修改的说明', en: 'Why it was sent back' } },
    ],
  },
  {
    title: { zh: '试行、评估与退出', en: 'Trial, reviews and end' },
    items: [
      entered('trial.verdict', 'trial.conclude/verdict'),
      entered('trial.finding', 'trial.conclude/finding'),
      {
        at: 'reviews',
        show: 'table',
        label: { zh: '评估', en: 'Reviews' },
        columns: [
          { at: 'at', show: 'date', label: { zh: '日期', en: 'On' } },
          entered('verdict', 'review.decide/verdict'),
          entered('finding', 'review.decide/finding'),
          entered('satisfactionPercent', 'review.decide/satisfactionPercent'),
        ],
      },
      entered('temporaryReview.verdict', 'temporary.review/verdict'),
      entered('temporaryReview.finding', 'temporary.review/finding'),
      { at: 'suspension.reason', show: 'long', label: { zh: '暂停原因', en: 'Why it is suspended' } },
      { at: 'suspension.at', show: 'date', label: { zh: '暂停日期', en: 'Suspended on' } },
      { at: 'ending.reason', show: 'long', label: { zh: '退出或撤销的理由', en: 'Why it ended' } },
      entered('ending.articles', 'item.revoke/articles'),
      { at: 'ending.at', show: 'date', label: { zh: '结束日期', en: 'Ended on' } },
    ],
  },
];
