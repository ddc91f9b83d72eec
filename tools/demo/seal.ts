import type { Forms } from '../../processes/seal/forms.ts';
import type { State } from '../../processes/seal/names.ts';
import { anzhenxili } from './places.ts';
import { actsOf, type Story } from './story.ts';

export const onSeal = actsOf<Forms>();
export const keeper = 'xie-min';

const applicant = {
  personId: 'liu-guilan',
  name: '刘桂兰',
  phone: '010-64400000',
  address: '安贞西里12号楼1单元101',
} as const;

export const seal = (
  story: Omit<Story<State>, 'process' | 'org'> & Partial<Pick<Story<State>, 'org'>>,
): Story<State> => ({
  process: 'seal',
  org: anzhenxili.org,
  ...story,
});

/** Used and registered, not issued, and one that waits. */
export const sealStories: readonly Story<State>[] = [
  seal({
    name: 'seal-kinship',
    by: 'liu-guilan',
    form: (): Forms['seal.apply'] => ({
      kind: 'certificate',
      certificateType: 'kinshipForRealEstate',
      purpose: '继承母亲名下房屋,办理不动产登记',
      requestingBody: '朝阳区不动产登记中心',
      matter: 'ordinary',
      copies: 2,
      applicant,
      content: '兹证明刘桂兰系本社区已故居民之女,其母生前居住在安贞西里12号楼1单元101。',
    }),
    steps: [
      onSeal(anzhenxili.worker, 'application.verify', {
        verdict: 'confirmed',
        matter: 'ordinary',
        way: 'records',
        finding: '查阅户口簿和居民登记,情况属实。',
      }),
      onSeal(anzhenxili.director, 'use.approve', { verdict: 'approved', copies: 2, reason: '同意用印。' }),
      onSeal(keeper, 'seal.use', { copies: 2, sameAsApproved: true, receivedBy: '刘桂兰' }),
    ],
    state: 'registered',
  }),
  seal({
    name: 'seal-lease',
    by: anzhenxili.worker,
    form: (): Forms['seal.apply'] => ({
      kind: 'document',
      purpose: '签订社区书屋图书配送协议',
      matter: 'ordinary',
      copies: 2,
      applicant: { name: '李晓明', phone: '010-64400001', address: '安贞西里社区居委会' },
      content: '社区书屋图书配送协议全文,期限一年,不收取费用,双方各执一份。',
    }),
    steps: [
      onSeal('zhang-ting', 'application.verify', {
        verdict: 'confirmed',
        matter: 'ordinary',
        way: 'known',
        finding: '协议内容与居委会讨论结果一致。',
      }),
      onSeal(anzhenxili.director, 'use.approve', { verdict: 'approved', copies: 2, reason: '同意用印。' }),
      onSeal(keeper, 'seal.use', { copies: 2, sameAsApproved: true, receivedBy: '李晓明' }),
    ],
    state: 'registered',
  }),
  seal({
    name: 'seal-no-record',
    by: 'zhao-hongwei',
    form: (): Forms['seal.apply'] => ({
      kind: 'certificate',
      certificateType: 'noCriminalRecord',
      purpose: '应聘单位要求提供',
      requestingBody: '某物业公司',
      matter: 'ordinary',
      copies: 1,
      applicant: { personId: 'zhao-hongwei', name: '赵宏伟', phone: '010-64400002', address: '安贞西里12号楼2单元202' },
      content: '兹证明赵宏伟在本社区居住期间没有犯罪记录。',
    }),
    steps: [],
    state: 'notIssued',
  }),
  seal({
    name: 'seal-waiting',
    by: 'chen-xiuying',
    form: (): Forms['seal.apply'] => ({
      kind: 'certificate',
      certificateType: 'relationToDeceasedInsured',
      purpose: '领取丧葬补助和抚恤待遇',
      requestingBody: '朝阳区社会保险基金管理中心',
      matter: 'ordinary',
      copies: 1,
      applicant: { personId: 'chen-xiuying', name: '陈秀英', phone: '010-64400003', address: '安贞西里12号楼3单元303' },
      content: '兹证明陈秀英系已故参保居民之妻,双方生前共同居住在安贞西里12号楼3单元303。',
    }),
    steps: [],
    state: 'verifying',
  }),
];
