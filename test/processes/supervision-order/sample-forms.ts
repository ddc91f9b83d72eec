import { dateOf, type Instant } from '../../../processes/kernel/clock.ts';
import type { Forms } from '../../../processes/supervision-order/forms.ts';

/** A well-formed form for every command, at an instant. */
export const sampleForms: { [C in keyof Forms]: (at: Instant) => Forms[C] } = {
  'order.issue': () => ({
    about: {
      caseId: 'case-late',
      caseNumber: '朝阳-安贞-安贞西里-2026-0001',
      process: 'resident-proposal',
      title: '12号楼前车棚漏雨、充电混乱',
      deadline: 'acceptance',
      dueDate: '2026-10-08',
    },
    ground: 'overdue',
    requirement: '就是否受理作出决定,并向提案人说明逾期原因。',
    responsible: { role: 'communityWorker', org: 'chaoyang.anzhen.anzhenxili' },
  }),
  'order.sign': () => ({}),
  'order.object': () => ({ reason: '车棚属产权单位管理,不属本社区职责。', suggestedUnit: '街道城管办' }),
  'objection.decide': () => ({ verdict: 'rejected', reason: '受理是社区的职责,由社区先受理再转办。' }),
  'order.reply': (at) => ({ result: 'done', measures: '已受理并电话告知提案人。', completedOn: dateOf(at) }),
  'reply.verify': (at) => ({
    verdict: 'passed',
    way: 'phone',
    verifiedOn: dateOf(at),
    finding: '提案人确认已收到受理通知。',
  }),
  'order.close': () => ({ lateness: 'subjective', summary: '经办人请假未交接,已补办。' }),
  'review.request': () => ({ reason: '逾期因系统停机,非主观原因。' }),
  'review.decide': () => ({ verdict: 'upheld', reason: '停机仅半天,不足以造成逾期。' }),
  'order.withdraw': () => ({ reason: '事项已在签发前办结,督办单不再需要。' }),
};
