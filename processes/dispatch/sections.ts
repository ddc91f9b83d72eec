import { entered, type FieldRef, type SectionRule } from '../kernel/sections.ts';

const hours = { zh: '小时', en: 'hours' };
const task = (name: string) => entered(`task.${name}`, `task.issue/${name.replaceAll('.', '/')}` as FieldRef);

/** A task: what is asked by whom, how much work it is, and what came of it. The gates stand apart. */
export const sections: readonly SectionRule[] = [
  {
    title: { zh: '任务', en: 'The task' },
    items: [
      task('unit'),
      task('requirement'),
      { at: 'task.itemCode', show: 'text', label: { zh: '事项编码', en: 'Code of the item' } },
      task('acts'),
      task('standard'),
      task('mainResponsible'),
      task('responsibilityStatement'),
      task('contact.name'),
      {
        at: ({ admission }) => {
          const found = admission as { caseId?: string; number: string | null } | null;
          return found?.caseId ? [found] : undefined;
        },
        show: 'case',
        text: 'number',
        label: { zh: '准入事项', en: 'Admission' },
      },
    ],
  },
  {
    title: { zh: '时间与工作量', en: 'Time and workload' },
    items: [
      task('from'),
      { at: 'until', show: 'date', label: { zh: '截止日期', en: 'Until' } },
      entered('task.hoursPerMonth', 'task.issue/hoursPerMonth', { unit: hours }),
      entered('overCeiling.decidedBy.name', 'task.issue/overCeiling/decidedBy/name', {
        label: { zh: '超过负担上限的决定人', en: 'Who decided to go over the ceiling' },
      }),
      entered('overCeiling.reason', 'task.issue/overCeiling/reason', {
        label: { zh: '超过负担上限的理由', en: 'Why over the ceiling' },
      }),
    ],
  },
  {
    title: { zh: '经费与暂停', en: 'Money and standstill' },
    items: [
      {
        at: ['suspension.note', 'suspension.reason'],
        show: 'long',
        label: { zh: '暂停原因', en: 'Why it stands still' },
      },
      { at: ['suspension.at', 'suspendedSince'], show: 'date', label: { zh: '暂停自', en: 'Standing still since' } },
      {
        at: 'pastSuspensions',
        show: 'table',
        label: { zh: '以前的暂停', en: 'Earlier standstills' },
        columns: [
          { at: 'at', show: 'date', label: { zh: '自', en: 'From' } },
          { at: 'endedAt', show: 'date', label: { zh: '至', en: 'Until' } },
          { at: ['note', 'reason'], show: 'text', label: { zh: '原因', en: 'Why' } },
        ],
      },
    ],
  },
  {
    title: { zh: '社区答复', en: 'What the community answered' },
    items: [
      { at: ['acceptance.at', 'acceptedAt'], show: 'instant', label: { zh: '接受', en: 'Accepted' } },
      entered('acceptance.remark', 'task.accept/remark'),
      { at: ['refusal.at', 'refusedAt'], show: 'instant', label: { zh: '拒绝', en: 'Refused' } },
      entered(['refusal.grounds', 'refusalGrounds'], 'task.refuse/grounds'),
      entered('refusal.reason', 'task.refuse/reason'),
      {
        at: 'returns',
        show: 'table',
        label: { zh: '退回', en: 'Returns' },
        columns: [
          { at: 'at', show: 'date', label: { zh: '日期', en: 'On' } },
          entered('grounds', 'task.return/grounds'),
          entered('reason', 'task.return/reason'),
          entered('doneSoFar', 'task.return/doneSoFar'),
          entered('dispute.reason', 'return.dispute/reason'),
          entered('decision.verdict', 'return.decide/verdict'),
          entered('decision.reason', 'return.decide/reason'),
        ],
      },
    ],
  },
  {
    title: { zh: '完成情况', en: 'What was done' },
    items: [
      {
        at: 'reports',
        show: 'table',
        label: { zh: '报告', en: 'Reports' },
        columns: [
          entered('doneOn', 'task.report/doneOn'),
          entered('result', 'task.report/result'),
          entered('hoursUsed', 'task.report/hoursUsed', { unit: hours }),
          entered(['confirmation.verdict', 'verdict'], 'task.confirm/verdict'),
          entered('confirmation.finding', 'task.confirm/finding'),
          entered('sentBack.reason', 'task.sendBack/reason'),
        ],
      },
      { at: 'withdrawal.reason', show: 'long', label: { zh: '撤回理由', en: 'Why it was withdrawn' } },
    ],
  },
];
