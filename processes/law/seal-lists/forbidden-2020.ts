import type { Words } from '../../kernel/text.ts';

/** A certificate that a residents' committee must not issue. */
export interface ForbiddenRule {
  key: ForbiddenKey;
  title: Words;
  /** What people call it, without 证明 and the like; the shortest form that means nothing else. */
  aliases: readonly string[];
  /** Who is competent, as the non-issuance notice says it. Our own guide: the column of the list itself was not read. */
  competent: Words;
}

export const forbiddenKeys = [
  'kinship',
  'identity',
  'householdRegisterChange',
  'dogKeeping',
  'noCriminalRecord',
  'drugRehabilitation',
  'missingPerson',
  'maritalStatus',
  'birth',
  'beingAlive',
  'death',
  'illness',
  'disability',
  'marriageAndChildbearing',
  'employment',
  'personalFile',
  'property',
  'inheritanceRight',
  'businessAddress',
  'lostDocument',
] as const;
export type ForbiddenKey = (typeof forbiddenKeys)[number];

const police = { zh: '户籍所在地公安派出所', en: 'police station of the household register' };
const hospital = { zh: '医疗机构', en: 'medical institution' };
const civilAffairs = { zh: '民政部门婚姻登记机关', en: 'marriage registry of the civil affairs bureau' };
const notary = { zh: '公证机构', en: 'notary office' };

/** The twenty of the first national list, in its order. */
export const forbidden2020: readonly ForbiddenRule[] = [
  {
    key: 'kinship',
    title: { zh: '亲属关系证明', en: 'kinship' },
    aliases: [
      '亲属关系',
      '直系亲属',
      '家庭关系',
      '家庭成员',
      '亲子关系',
      '血缘关系',
      '父子',
      '母子',
      '父女',
      '母女',
      '祖孙',
      '兄弟姐妹',
      '我妈是我妈',
    ],
    competent: {
      zh: '公安派出所(以户口簿、登记档案为准)或公证机构',
      en: 'police station (household register) or notary office',
    },
  },
  {
    key: 'identity',
    title: { zh: '居民身份信息证明', en: 'identity of a resident' },
    aliases: ['身份信息', '居民身份', '身份', '同一人', '同一个人', '曾用名'],
    competent: police,
  },
  {
    key: 'householdRegisterChange',
    title: { zh: '户口登记项目内容变更申请证明', en: 'request to change entries of the household register' },
    aliases: [
      '户口登记项目',
      '户口变更',
      '户口登记',
      '更改姓名',
      '更名',
      '改名',
      '民族变更',
      '出生日期更正',
      '出生日期变更',
    ],
    competent: police,
  },
  {
    key: 'dogKeeping',
    title: { zh: '居民养犬证明', en: 'keeping of a dog' },
    aliases: ['养犬', '养狗', '犬只', '狗证'],
    competent: { zh: '公安机关养犬登记部门', en: 'police, registration of dogs' },
  },
  {
    key: 'noCriminalRecord',
    title: { zh: '无犯罪记录证明', en: 'no criminal record' },
    aliases: ['无犯罪', '犯罪记录', '未犯罪', '没有犯罪', '违法犯罪', '无违法', '无前科', '案底', '刑事处罚'],
    competent: police,
  },
  {
    key: 'drugRehabilitation',
    title: { zh: '社区戒毒社区康复人员情况证明', en: 'conduct during community drug rehabilitation' },
    aliases: ['戒毒', '社区康复', '吸毒', '涉毒'],
    competent: {
      zh: '公安机关或乡镇(街道)社区戒毒康复工作机构',
      en: 'police or drug rehabilitation office of the sub-district',
    },
  },
  {
    key: 'missingPerson',
    title: { zh: '人员失踪证明', en: 'missing person' },
    aliases: ['失踪', '下落不明', '走失'],
    competent: {
      zh: '公安机关;宣告失踪向人民法院申请',
      en: 'police; a declaration of disappearance is asked of the court',
    },
  },
  {
    key: 'maritalStatus',
    title: { zh: '婚姻状况证明', en: 'marital status' },
    aliases: ['婚姻', '单身', '未婚', '已婚', '离婚', '离异', '丧偶', '无配偶', '夫妻关系', '配偶关系'],
    competent: civilAffairs,
  },
  {
    key: 'birth',
    title: { zh: '出生证明', en: 'birth' },
    aliases: ['出生'],
    competent: { zh: '助产机构(出生医学证明)', en: 'institution of the birth (medical certificate)' },
  },
  {
    key: 'beingAlive',
    title: { zh: '健在证明', en: 'being alive' },
    aliases: ['健在', '在世', '生存状况', '生存', '活着', '还活着'],
    competent: {
      zh: '需用部门通过信息核验或社会保险经办机构资格认证办理',
      en: 'the asking body checks it itself, or the social insurance agency does',
    },
  },
  {
    key: 'death',
    title: { zh: '死亡证明', en: 'death' },
    aliases: ['死亡', '去世', '病故', '身故'],
    competent: {
      zh: '医疗卫生机构;非正常死亡由公安司法部门出具',
      en: 'medical institution; police where the death was not natural',
    },
  },
  {
    key: 'illness',
    title: { zh: '疾病状况证明', en: 'illness' },
    aliases: ['疾病', '病情', '患病', '重病', '健康状况', '精神病'],
    competent: hospital,
  },
  {
    key: 'disability',
    title: { zh: '残疾状况证明', en: 'disability' },
    aliases: ['残疾', '残障', '伤残'],
    competent: { zh: '残疾人联合会(残疾人证)', en: "disabled persons' federation" },
  },
  {
    key: 'marriageAndChildbearing',
    title: { zh: '婚育状况证明', en: 'marriage and childbearing' },
    aliases: ['婚育', '生育', '未育', '已育', '独生子女'],
    competent: {
      zh: '卫生健康部门;婚姻情况由婚姻登记机关查询',
      en: 'health bureau; marriage registry for the marriage',
    },
  },
  {
    key: 'employment',
    title: { zh: '居民就业状况证明', en: 'employment' },
    aliases: ['就业', '失业', '无业', '待业', '在职', '无工作', '没有工作'],
    competent: { zh: '人力资源社会保障部门或用人单位', en: 'human resources bureau or employer' },
  },
  {
    key: 'personalFile',
    title: { zh: '居民个人档案证明', en: 'personal file' },
    aliases: ['个人档案', '人事档案', '档案'],
    competent: { zh: '档案保管机构(公共就业和人才服务机构)', en: 'keeper of the file (public employment service)' },
  },
  {
    key: 'property',
    title: { zh: '居民财产证明', en: 'property' },
    aliases: ['财产', '房产', '存款', '无房', '资产'],
    competent: {
      zh: '不动产登记机构、金融机构等财产登记或保管机构',
      en: 'real-estate registry, bank or other keeper of the property',
    },
  },
  {
    key: 'inheritanceRight',
    title: { zh: '遗产继承权证明', en: 'right to inherit' },
    aliases: ['遗产', '继承权', '继承人', '继承'],
    competent: notary,
  },
  {
    key: 'businessAddress',
    title: { zh: '市场主体住所证明', en: 'address of a business' },
    aliases: ['市场主体住所', '经营场所', '经营地址', '营业场所', '注册地址', '公司住所', '企业住所', '住改商'],
    competent: { zh: '市场监督管理部门(住所登记)', en: 'market regulation bureau' },
  },
  {
    key: 'lostDocument',
    title: { zh: '证件遗失证明', en: 'loss of a document' },
    aliases: [
      '证件遗失',
      '证件丢失',
      '身份证遗失',
      '身份证丢失',
      '户口本遗失',
      '户口本丢失',
      '证遗失',
      '证丢失',
      '遗失',
      '丢失',
      '挂失',
    ],
    competent: { zh: '原发证机关', en: 'the office that issued the document' },
  },
];
