import type { Words } from './kernel/text.ts';

/** Levels of the hierarchy, from the top; the depth of an organisation's path. */
export const levels = ['district', 'subdistrict', 'community'] as const;
export type Level = (typeof levels)[number];

/** Kinds of community; they decide which bodies own what. */
export const communityKinds = ['oldEstate', 'commercialEstate', 'affordableEstate', 'resettlementEstate'] as const;
export type CommunityKind = (typeof communityKinds)[number];

/**
 * Offices a person may hold, with the level whose inbox gets the role's tasks. Only `staff` sees the personal
 * data of cases that are not his own: volunteers and service providers do not need it (个人信息保护法 art. 6).
 */
export const roles = {
  resident: { staff: false, level: 'community', title: { zh: '居民', en: 'Resident' } },
  buildingLeader: { staff: false, level: 'community', title: { zh: '楼门长', en: 'Building leader' } },
  communityWorker: { staff: true, level: 'community', title: { zh: '社区工作者', en: 'Community worker' } },
  residentsCommitteeDirector: {
    staff: true,
    level: 'community',
    title: { zh: '居委会主任', en: "Residents' committee director" },
  },
  partySecretary: { staff: true, level: 'community', title: { zh: '社区党组织书记', en: 'Community party secretary' } },
  hallModerator: { staff: true, level: 'community', title: { zh: '议事厅主持人', en: 'Deliberation hall moderator' } },
  deliberationDelegate: { staff: false, level: 'community', title: { zh: '议事代表', en: 'Deliberation delegate' } },
  residentsSupervisor: {
    staff: true,
    level: 'community',
    title: { zh: '居务监督委员会委员', en: "Residents' supervision committee member" },
  },
  serviceProvider: { staff: false, level: 'community', title: { zh: '实施单位', en: 'Service provider' } },
  sealKeeper: { staff: true, level: 'community', title: { zh: '印章保管人', en: 'Seal keeper' } },
  subdistrictOfficer: { staff: true, level: 'subdistrict', title: { zh: '街道经办人', en: 'Sub-district officer' } },
  subdistrictFinance: { staff: true, level: 'subdistrict', title: { zh: '街道财务', en: 'Sub-district finance' } },
  subdistrictLeader: { staff: true, level: 'subdistrict', title: { zh: '街道分管领导', en: 'Sub-district leader' } },
  supervisor: { staff: true, level: 'subdistrict', title: { zh: '监督员', en: 'Supervisor' } },
  districtOfficer: { staff: true, level: 'district', title: { zh: '区级经办人', en: 'District officer' } },
  districtFinance: { staff: true, level: 'district', title: { zh: '区财政经办人', en: 'District finance' } },
  reliefOfficer: { staff: true, level: 'district', title: { zh: '社区减负工作组', en: 'Burden-relief group' } },
  departmentOfficer: { staff: true, level: 'district', title: { zh: '区级部门经办人', en: 'Department officer' } },
  operator: { staff: true, level: 'district', title: { zh: '系统运维', en: 'Operator' } },
} as const satisfies Record<string, { staff: boolean; level: Level; title: Words }>;

export type RoleName = keyof typeof roles;

/** True for offices of staff, false for residents, volunteers and service providers. */
export function isStaffRole(role: string): boolean {
  return (roles as Record<string, { staff: boolean }>)[role]?.staff ?? false;
}

/** The organisation at a level on the path of `org`: `orgAtLevel('chaoyang.anzhen.anzhenxili', 'subdistrict')` is `'chaoyang.anzhen'`. */
export function orgAtLevel(org: string, level: Level): string {
  return org
    .split('.')
    .slice(0, levels.indexOf(level) + 1)
    .join('.');
}

/** The organisations on the path, from the district down. */
export function pathOf(org: string): string[] {
  return levels.slice(0, org.split('.').length).map((level) => orgAtLevel(org, level));
}
