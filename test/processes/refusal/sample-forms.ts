import { dateOf, type Instant } from '../../../processes/kernel/clock.ts';
import type { Forms } from '../../../processes/refusal/forms.ts';

/** A task that came around the list, by message. */
export const S6_MESSAGE = '今晚8点前各社区上报沿街商户用工情况表,未报的年底考核扣2分。';

/** A well-formed form for every command, at an instant. The refusal is that of S6. */
export const sampleForms: { [C in keyof Forms]: (at: Instant) => Forms[C] } = {
  'task.refuse': (at) => ({
    title: '上报沿街商户用工情况表',
    unit: { name: '劲松街道某科室', level: 'subdistrict', person: '周建平' },
    channel: 'wechat',
    receivedOn: dateOf(at),
    wording: S6_MESSAGE,
    dueText: '今晚8点前',
    asksForForm: { name: '沿街商户用工情况表' },
    evidence: [{ kind: 'screenshot', note: '社区工作群聊天截图,存于社区电脑。' }],
  }),
  'threat.add': (at) => ({
    wording: '再不报就全街通报批评。',
    receivedOn: dateOf(at),
    evidence: [{ kind: 'callNote', note: '值班电话记录第3页。' }],
  }),
  'relief.accept': () => ({}),
  'assessment.find': () => ({
    verdict: 'confirmed',
    reason: '部门不得自行考核,扣分要求没有依据。',
    consequence: '撤回扣分要求,并在原工作群书面说明。',
  }),
  'correction.ask': () => ({ requirement: '撤回该任务及所附扣分要求,书面答复。' }),
  'correction.answer': (at) => ({
    result: 'withdrawn',
    explanation: '已在群内撤回,由科室自行摸底。',
    answeredOn: dateOf(at),
  }),
  'answer.record': (at) => ({ result: 'withdrawn', explanation: '来函称已撤回该任务。', answeredOn: dateOf(at) }),
  'unit.name': () => ({ statement: '劲松街道某科室逾期未纠正清单外派任务,予以通报。' }),
  'outcome.decide': () => ({ verdict: 'corrected', reasons: '已撤回任务和扣分要求,社区确认。' }),
  'objection.raise': () => ({ reason: '清单内没有此事项,驳回没有依据。' }),
  'review.decide': () => ({ verdict: 'upheld', reason: '该任务属已准入事项的组成部分。' }),
};
