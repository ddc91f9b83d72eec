import type { CommunityKind, Level, RoleName } from '../../processes/organisation.ts';

/** The demo community: places are real names of Chaoyang, all persons are invented. Only loaded in demo mode. */

export interface DemoOrg {
  id: string;
  name: string;
  shortName: string;
  level: Level;
  kind: CommunityKind;
}

export interface DemoPerson {
  id: string;
  name: string;
  holdings: readonly (readonly [RoleName, string])[];
}

const district = 'chaoyang';
const anzhen = `${district}.anzhen`;
const anzhenxili = `${anzhen}.anzhenxili`;
const anhuali = `${anzhen}.anhuali`;
const jinsong = `${district}.jinsong`;
const nongguangli = `${jinsong}.nongguangli`;
const wangjing = `${district}.wangjing`;
const wangjinghuayuan = `${wangjing}.wangjinghuayuan`;
const huajiadixili = `${wangjing}.huajiadixili`;
const cuigezhuang = `${district}.cuigezhuang`;
const jingwangjiayuan = `${cuigezhuang}.jingwangjiayuan`;

export const demoOrgs: readonly DemoOrg[] = [
  { id: district, name: '朝阳区', shortName: '朝阳', level: 'district', kind: 'oldEstate' },
  { id: anzhen, name: '安贞街道', shortName: '安贞', level: 'subdistrict', kind: 'oldEstate' },
  { id: anzhenxili, name: '安贞西里社区', shortName: '安贞西里', level: 'community', kind: 'oldEstate' },
  { id: anhuali, name: '安华里社区', shortName: '安华里', level: 'community', kind: 'oldEstate' },
  { id: jinsong, name: '劲松街道', shortName: '劲松', level: 'subdistrict', kind: 'oldEstate' },
  { id: nongguangli, name: '农光里社区', shortName: '农光里', level: 'community', kind: 'oldEstate' },
  { id: wangjing, name: '望京街道', shortName: '望京', level: 'subdistrict', kind: 'commercialEstate' },
  { id: wangjinghuayuan, name: '望京花园社区', shortName: '望京花园', level: 'community', kind: 'commercialEstate' },
  { id: huajiadixili, name: '花家地西里社区', shortName: '花家地西里', level: 'community', kind: 'oldEstate' },
  { id: cuigezhuang, name: '崔各庄地区', shortName: '崔各庄', level: 'subdistrict', kind: 'resettlementEstate' },
  { id: jingwangjiayuan, name: '京旺家园社区', shortName: '京旺家园', level: 'community', kind: 'resettlementEstate' },
];

export const demoPeople: readonly DemoPerson[] = [
  { id: 'liu-guilan', name: '刘桂兰', holdings: [['resident', anzhenxili]] },
  { id: 'zhao-hongwei', name: '赵宏伟', holdings: [['resident', anzhenxili]] },
  { id: 'chen-xiuying', name: '陈秀英', holdings: [['resident', anzhenxili]] },
  { id: 'sun-jianguo', name: '孙建国', holdings: [['resident', anzhenxili]] },
  { id: 'zhou-ming', name: '周明', holdings: [['resident', anzhenxili]] },
  { id: 'wu-lihua', name: '吴丽华', holdings: [['resident', anzhenxili]] },
  {
    id: 'zheng-wen',
    name: '郑文',
    holdings: [
      ['resident', anzhenxili],
      ['deliberationDelegate', anzhenxili],
    ],
  },
  {
    id: 'wang-shuzhen',
    name: '王淑珍',
    holdings: [
      ['resident', anzhenxili],
      ['buildingLeader', anzhenxili],
    ],
  },
  { id: 'li-xiaoming', name: '李晓明', holdings: [['communityWorker', anzhenxili]] },
  { id: 'zhang-ting', name: '张婷', holdings: [['communityWorker', anzhenxili]] },
  { id: 'ma-guoqiang', name: '马国强', holdings: [['residentsCommitteeDirector', anzhenxili]] },
  { id: 'he-weidong', name: '何卫东', holdings: [['partySecretary', anzhenxili]] },
  { id: 'yang-fan', name: '杨帆', holdings: [['hallModerator', anzhenxili]] },
  { id: 'gao-zhiyuan', name: '高志远', holdings: [['residentsSupervisor', anzhenxili]] },
  { id: 'feng-gang', name: '冯刚', holdings: [['serviceProvider', anzhenxili]] },
  { id: 'xu-jing', name: '许静', holdings: [['subdistrictOfficer', anzhen]] },
  { id: 'cao-ying', name: '曹颖', holdings: [['subdistrictFinance', anzhen]] },
  { id: 'guo-li', name: '郭立', holdings: [['subdistrictLeader', anzhen]] },
  { id: 'shen-yan', name: '沈岩', holdings: [['supervisor', district]] },
  { id: 'luo-min', name: '罗敏', holdings: [['districtOfficer', district]] },
  { id: 'tang-rui', name: '唐锐', holdings: [['departmentOfficer', district]] },
  { id: 'pan-yun', name: '潘云', holdings: [['departmentOfficer', district]] },
  { id: 'jin-hai', name: '金海', holdings: [['districtFinance', district]] },
  { id: 'wei-ning', name: '魏宁', holdings: [['reliefOfficer', district]] },
  { id: 'du-bin', name: '杜斌', holdings: [['reliefOfficer', district]] },
  { id: 'xie-min', name: '谢敏', holdings: [['sealKeeper', anzhenxili]] },
  { id: 'qian-wei', name: '钱伟', holdings: [['operator', district]] },
  { id: 'lu-jing', name: '卢静', holdings: [['communityWorker', anhuali]] },
  { id: 'ren-haiyan', name: '任海燕', holdings: [['residentsCommitteeDirector', anhuali]] },
  { id: 'fang-ling', name: '方玲', holdings: [['communityWorker', nongguangli]] },
  { id: 'shi-lei', name: '石磊', holdings: [['residentsCommitteeDirector', nongguangli]] },
  { id: 'xing-wei', name: '邢伟', holdings: [['subdistrictOfficer', jinsong]] },
  { id: 'lin-fang', name: '林芳', holdings: [['resident', wangjinghuayuan]] },
  { id: 'yuan-ping', name: '袁萍', holdings: [['residentsCommitteeDirector', wangjinghuayuan]] },
  { id: 'han-xue', name: '韩雪', holdings: [['communityWorker', wangjinghuayuan]] },
  { id: 'dong-jie', name: '董洁', holdings: [['resident', huajiadixili]] },
  { id: 'peng-tao', name: '彭涛', holdings: [['communityWorker', huajiadixili]] },
  { id: 'jiang-hong', name: '蒋红', holdings: [['resident', jingwangjiayuan]] },
  {
    id: 'tian-ye',
    name: '田野',
    holdings: [
      ['communityWorker', jingwangjiayuan],
      ['hallModerator', jingwangjiayuan],
    ],
  },
];
