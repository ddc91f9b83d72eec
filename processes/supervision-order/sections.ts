import { entered, type SectionRule } from '../kernel/sections.ts';

const days = { zh: '个工作日', en: 'working days' };

/** An order: about which matter, to whom, what it demands, what was done and how it was concluded. */
export const sections: readonly SectionRule[] = [
  {
    title: { zh: '督办事项', en: 'The matter' },
    items: [
      {
        at: ({ about }) => [about],
        show: 'case',
        text: 'caseNumber',
        label: { zh: '被督办事项', en: 'The case it is about' },
      },
      { at: 'about.title', show: 'text', label: { zh: '事项标题', en: 'Its title' } },
      entered('ground', 'order.issue/ground'),
      { at: 'about.dueDate', show: 'date', label: { zh: '到期日', en: 'Was due' } },
    ],
  },
  {
    title: { zh: '责任单位与要求', en: 'Unit and demands' },
    items: [
      entered(['assignment.responsible.role', 'responsible.role'], 'order.issue/responsible/role'),
      entered(['assignment.responsible.org', 'responsible.org'], 'order.issue/responsible/org', { show: 'org' }),
      { at: 'assignment.responsible.person.name', show: 'text', label: { zh: '责任人', en: 'Person responsible' } },
      entered('requirement', 'order.issue/requirement'),
      entered('limitWorkingDays', 'order.issue/limitWorkingDays', { unit: days }),
      { at: ['assignment.signed.at', 'signedAt'], show: 'instant', label: { zh: '签收', en: 'Signed for' } },
      { at: 'assignment.signed.handler.name', show: 'text', label: { zh: '具体办理人', en: 'Handled by' } },
      entered('assignment.objection.reason', 'order.object/reason', {
        label: { zh: '职责异议', en: 'Objection of the unit' },
      }),
      entered('assignment.objection.basis', 'order.object/basis'),
      entered('assignment.objection.suggestedUnit', 'order.object/suggestedUnit'),
      entered('assignment.objection.decision.verdict', 'objection.decide/verdict'),
      entered('assignment.objection.decision.reason', 'objection.decide/reason', {
        label: { zh: '裁定理由', en: 'Why so decided' },
      }),
    ],
  },
  {
    title: { zh: '办理与核查', en: 'Rectification' },
    items: [
      {
        at: 'replies',
        show: 'table',
        label: { zh: '答复与核查', en: 'Replies and verification' },
        columns: [
          entered('completedOn', 'order.reply/completedOn'),
          entered('result', 'order.reply/result'),
          entered('measures', 'order.reply/measures'),
          entered('lateBecause', 'order.reply/lateBecause'),
          entered(['verification.verdict', 'verdict'], 'reply.verify/verdict'),
          entered('verification.finding', 'reply.verify/finding'),
        ],
      },
    ],
  },
  {
    title: { zh: '结论', en: 'Conclusion' },
    items: [
      entered('lateness', 'order.close/lateness'),
      entered('conclusion.summary', 'order.close/summary'),
      { at: ['conclusion.at', 'closedAt'], show: 'instant', label: { zh: '结案', en: 'Concluded' } },
      { at: 'review.reason', show: 'long', label: { zh: '复核申请理由', en: 'Why a review was asked' } },
      entered(['review.decision.verdict', 'reviewed'], 'review.decide/verdict'),
      entered('review.decision.reason', 'review.decide/reason', { label: { zh: '复核理由', en: 'Why so reviewed' } }),
      { at: 'withdrawal.reason', show: 'long', label: { zh: '撤销理由', en: 'Why it was withdrawn' } },
    ],
  },
];
