import type { Words } from '../../kernel/text.ts';
import type { ForbiddenKey } from './forbidden-2020.ts';

/** A certificate that a city keeps, for one purpose and for those who ask for it. */
export interface KeptRule {
  key: KeptKey;
  title: Words;
  aliases: readonly string[];
  purpose: Words;
  requestingBody: Words;
  /** Of each group one word must stand in the purpose. */
  purposeWords: readonly (readonly string[])[];
  /** One of these must stand in the name of the body. The source names the matter; which bodies it means is our reading. */
  bodyWords: readonly string[];
  /** Forbidden types that it is an exception to, so that 亲属关系证明 for this very purpose is found as well. */
  insteadOf: readonly ForbiddenKey[];
  /** Where to turn with any other purpose. */
  competent: Words;
}

export const keptKeys = [
  'landContractIdentity',
  'relationToDeceasedInsured',
  'kinshipForRealEstate',
  'guardianForRealEstate',
] as const;
export type KeptKey = (typeof keptKeys)[number];

const registry = { zh: '不动产登记机构', en: 'real-estate registry' };
const registryWords = ['不动产登记', '不动产', '自然资源', '规划和自然', '规自'];
const policeOrNotary = { zh: '公安派出所或公证机构', en: 'police station or notary office' };

export const kept2019: readonly KeptRule[] = [
  {
    key: 'landContractIdentity',
    title: { zh: '土地承包经营权人身份证明', en: 'identity of a holder of contracted farmland' },
    aliases: ['土地承包经营权', '土地承包', '农民身份'],
    purpose: {
      zh: '有本市农村土地承包经营权证的非农业户籍人员以农民身份申请入社登记',
      en: 'joining a cooperative as a farmer, for those with contracted farmland and a non-agricultural register',
    },
    requestingBody: { zh: '农民专业合作社登记机关', en: 'registrar of farmers’ cooperatives' },
    purposeWords: [['入社', '合作社']],
    bodyWords: ['市场监督', '市场监管', '工商', '合作社', '农业农村', '农村合作'],
    insteadOf: ['identity'],
    competent: policeOrNotary,
  },
  {
    key: 'relationToDeceasedInsured',
    title: { zh: '与死亡参保人关系证明', en: 'relation to a deceased insured person' },
    aliases: ['与死亡人员关系', '与死亡参保人关系', '死亡人员关系', '死亡参保人关系', '参保人关系'],
    purpose: {
      zh: '参保人或老年保障待遇领取人死亡后,受益人或法定继承人申请享受相关待遇',
      en: 'benefits after the death of an insured person or a recipient of old-age benefits',
    },
    requestingBody: { zh: '社会保险经办机构', en: 'social insurance agency' },
    purposeWords: [['待遇', '丧葬', '抚恤', '养老金', '养老保险', '一次性']],
    bodyWords: ['社会保险', '社保', '人力资源', '人社', '人力社保'],
    insteadOf: ['kinship', 'inheritanceRight'],
    competent: policeOrNotary,
  },
  {
    key: 'kinshipForRealEstate',
    title: { zh: '继承不动产登记亲属关系证明', en: 'kinship for inheriting real estate' },
    aliases: ['继承不动产', '不动产继承', '房屋继承', '继承房屋', '房产继承', '继承房产'],
    purpose: {
      zh: '不能提交不动产继承权公证书或者生效法律文书的,申请继承不动产登记',
      en: 'registration of inherited real estate where there is neither a notarial deed nor a judgment',
    },
    requestingBody: registry,
    purposeWords: [['继承'], ['不动产', '房屋', '房产']],
    bodyWords: registryWords,
    insteadOf: ['kinship', 'inheritanceRight'],
    competent: policeOrNotary,
  },
  {
    key: 'guardianForRealEstate',
    title: { zh: '指定监护人代办的监护关系证明', en: 'guardianship for acting in real-estate registration' },
    aliases: ['监护关系', '指定监护', '监护人'],
    purpose: {
      zh: '代无民事行为能力人、限制民事行为能力人申请不动产登记',
      en: 'applying for real-estate registration for a person without full capacity',
    },
    requestingBody: registry,
    purposeWords: [
      ['不动产', '房屋', '房产'],
      ['登记', '过户', '办理'],
    ],
    bodyWords: registryWords,
    insteadOf: ['kinship'],
    competent: { zh: '人民法院、民政部门或公证机构', en: 'court, civil affairs bureau or notary office' },
  },
];
