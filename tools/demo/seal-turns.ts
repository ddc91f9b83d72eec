import type { Forms } from '../../processes/seal/forms.ts';
import type { State } from '../../processes/seal/names.ts';
import { anhuali, anzhenOffice, anzhenxili } from './places.ts';
import { keeper, onSeal, seal } from './seal.ts';
import type { Story } from './story.ts';

type Apply = Forms['seal.apply'];

const committee = { name: '马国强', phone: '010-64400005', address: '安贞西里社区居委会' } as const;

/** Matters of the seal that the lists do not settle by themselves, and the seal itself: checked, handed over, lost. */
export const sealTurns: readonly Story<State>[] = [
  seal({
    name: 'seal-unlisted',
    by: 'zhou-ming',
    form: (): Apply => ({
      kind: 'certificate',
      certificateType: 'other',
      typeName: '楼上漏水受损证明',
      purpose: '与楼上住户协商修复',
      requestingBody: '某物业公司',
      matter: 'ordinary',
      copies: 1,
      applicant: { personId: 'zhou-ming', name: '周明', phone: '010-64400004', address: '安贞西里6号楼2单元501' },
      content: '兹说明安贞西里6号楼2单元501客厅顶面因楼上漏水受损,社区曾到场查看。',
    }),
    steps: [],
    state: 'judging',
  }),
  seal({
    name: 'seal-major',
    by: anzhenxili.worker,
    form: (): Apply => ({
      kind: 'document',
      purpose: '签订院内空地设便民早餐点的合作协议',
      matter: 'major',
      copies: 2,
      applicant: { name: '李晓明', phone: '010-64400001', address: '安贞西里社区居委会' },
      content: '院内东侧空地设便民早餐点的合作协议全文,期限三年,收入用于公共设施维护。',
    }),
    steps: [
      onSeal('zhang-ting', 'application.verify', {
        verdict: 'confirmed',
        matter: 'major',
        way: 'known',
        finding: '涉及公共空地使用,须先由居民代表会议决定。',
      }),
    ],
    state: 'deliberating',
  }),
  seal({
    name: 'seal-taken-out',
    by: 'zhang-ting',
    form: (): Apply => ({
      kind: 'document',
      purpose: '与共建单位签订志愿服务约定',
      matter: 'ordinary',
      copies: 2,
      applicant: { name: '张婷', phone: '010-64400006', address: '安贞西里社区居委会' },
      content: '与共建单位的志愿服务约定全文,期限一年,双方各执一份。',
    }),
    steps: [
      onSeal(anzhenxili.worker, 'application.verify', {
        verdict: 'confirmed',
        matter: 'ordinary',
        way: 'known',
        finding: '约定内容与居委会讨论结果一致。',
      }),
      onSeal(anzhenxili.director, 'use.approve', { verdict: 'approved', copies: 2, reason: '同意用印。' }),
      onSeal(keeper, 'seal.use', { copies: 2, sameAsApproved: true, receivedBy: '张婷' }),
      onSeal('gao-zhiyuan', 'use.check', {
        verdict: 'irregular',
        irregularities: ['takenOut'],
        finding: '印章被带到共建单位用印,未见带出审批。',
      }),
    ],
    state: 'irregular',
  }),
  seal({
    name: 'seal-hand-over',
    by: anzhenxili.director,
    form: ({ today }): Apply => ({
      kind: 'handOver',
      matter: 'ordinary',
      applicant: committee,
      handOver: {
        electedOn: today,
        outgoing: { personId: keeper, name: '谢敏' },
        incoming: { personId: 'zhang-ting', name: '张婷' },
      },
    }),
    steps: [onSeal(keeper, 'handOver.give', { items: ['居委会公章一枚', '用印登记簿'], registerVolumes: 3 })],
    state: 'witnessing',
  }),
  // A drill, because the notice takes a month; and in another community, where nothing waits for its seal.
  seal({
    name: 'seal-lost',
    org: anhuali.org,
    drill: true,
    by: anhuali.worker,
    form: ({ today }): Apply => ({
      kind: 'loss',
      matter: 'ordinary',
      applicant: { name: '卢静', phone: '010-64400030', address: '安华里社区居委会' },
      loss: { discoveredOn: today, circumstances: '办公室搬迁清点时发现公章不在保险柜内,已寻找一日未果。' },
    }),
    steps: [
      onSeal(anzhenOffice, 'loss.receive', {
        verdict: 'confirmed',
        noticePlace: '社区公告栏和街道网站',
        noticeText: '安华里社区居民委员会公章一枚遗失,自本公告之日起停止使用。',
        remark: '情况属实,同意公告。',
      }),
      { advanceTo: { deadline: 'lossNotice', days: 1 } },
    ],
    state: 'sealMaking',
  }),
];
