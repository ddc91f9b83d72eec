import { dateOf, type Instant } from '../../../processes/kernel/clock.ts';
import type { Forms } from '../../../processes/seal/forms.ts';

/** A well-formed form for every command, at an instant. */
export const sampleForms: { [C in keyof Forms]: (at: Instant) => Forms[C] } = {
  'seal.apply': () => ({
    kind: 'certificate',
    certificateType: 'kinshipForRealEstate',
    purpose: '继承父亲名下房屋,办理不动产登记',
    requestingBody: '朝阳区不动产登记中心',
    matter: 'ordinary',
    copies: 2,
    applicant: { personId: 'resident', name: '王建国', phone: '13800000000', address: '安贞西里12号楼3单元501' },
    content: '兹证明王建国系王德山之子,王德山于2026年9月1日去世,生前居住在本社区12号楼。',
  }),
  'type.judge': () => ({
    verdict: 'issuable',
    basis: '某部门规章第12条',
    reason: '规章要求由居民委员会出具居住情况。',
  }),
  'application.verify': () => ({
    verdict: 'confirmed',
    matter: 'ordinary',
    way: 'records',
    finding: '查阅户口簿和居民登记,情况属实。',
  }),
  'decision.record': (at) => ({
    verdict: 'passed',
    heldOn: dateOf(at),
    entitled: 45,
    present: 38,
    agreed: 30,
    minutes: '居民代表会议讨论并表决通过。',
  }),
  'use.approve': () => ({ verdict: 'approved', copies: 2, reason: '同意用印。' }),
  'seal.use': () => ({ copies: 2, sameAsApproved: true, receivedBy: '王建国' }),
  'use.check': () => ({ verdict: 'regular', irregularities: [], finding: '内容、份数与登记一致。' }),
  'irregularity.settle': () => ({ measure: 'paperRecalled', result: '已收回并登记作废。' }),
  'application.withdraw': () => ({ reason: '不再需要。' }),
  'loss.receive': () => ({
    verdict: 'confirmed',
    noticePlace: '社区公告栏和街道门户网站',
    noticeText: '安贞西里社区居民委员会印章遗失,声明作废。',
    remark: '已向派出所报案。',
  }),
  'newSeal.register': (at) => ({
    madeOn: dateOf(at),
    policeFiling: '公安备案2026第18号',
    keeper: { personId: 'keeper', name: '赵敏' },
  }),
  'handOver.give': () => ({ items: ['居民委员会公章一枚'], registerVolumes: 2, lastUseNumber: '2026-0031' }),
  'handOver.witness': () => ({ complete: true, finding: '印章和登记簿清点无误。' }),
};

/** What the other three kinds of matter need instead. */
export const kinds: Record<'document' | 'loss' | 'handOver', Partial<Forms['seal.apply']>> = {
  document: {
    kind: 'document',
    certificateType: undefined,
    requestingBody: undefined,
    purpose: '签订社区用房租赁合同',
    content: '社区用房租赁合同全文,租期一年,租金每月三千元,双方各执一份。',
  },
  loss: {
    kind: 'loss',
    certificateType: undefined,
    purpose: undefined,
    requestingBody: undefined,
    copies: undefined,
    content: undefined,
    loss: { discoveredOn: '2026-03-02', circumstances: '办公室被盗,印章柜被撬。' },
  },
  handOver: {
    kind: 'handOver',
    certificateType: undefined,
    purpose: undefined,
    requestingBody: undefined,
    copies: undefined,
    content: undefined,
    handOver: {
      electedOn: '2026-03-02',
      outgoing: { personId: 'keeper', name: '赵敏' },
      incoming: { personId: 'new-keeper', name: '孙涛' },
    },
  },
};
