import type { Words } from './kernel/text.ts';

/** Levels of the hierarchy, from the top; the depth of an organisation's path (domain.md §6.1). */
export const levels = ['district', 'subdistrict', 'community'] as const;
export type Level = (typeof levels)[number];

/** Kinds of community (domain.md §6.2); they decide which bodies own what. */
export const communityKinds = ['oldEstate', 'commercialEstate', 'affordableEstate', 'resettlementEstate'] as const;
export type CommunityKind = (typeof communityKinds)[number];

/** Offices a person may hold (domain.md §6), with the level whose inbox gets the role's tasks. */
export const roles = {
  resident: { level: 'community', title: { zh: '居民', en: 'Resident' } },
  buildingLeader: { level: 'community', title: { zh: '楼门长', en: 'Building leader' } },
  communityWorker: { level: 'community', title: { zh: '社区工作者', en: 'Community worker' } },
  residentsCommitteeDirector: { level: 'community', title: { zh: '居委会主任', en: "Residents' committee director" } },
  partySecretary: { level: 'community', title: { zh: '社区党组织书记', en: 'Community party secretary' } },
  hallModerator: { level: 'community', title: { zh: '议事厅主持人', en: 'Deliberation hall moderator' } },
  deliberationDelegate: { level: 'community', title: { zh: '议事代表', en: 'Deliberation delegate' } },
  residentsSupervisor: {
    level: 'community',
    title: { zh: '居务监督委员会委员', en: "Residents' supervision committee member" },
  },
  serviceProvider: { level: 'community', title: { zh: '实施单位', en: 'Service provider' } },
  subdistrictOfficer: { level: 'subdistrict', title: { zh: '街道经办人', en: 'Sub-district officer' } },
  subdistrictFinance: { level: 'subdistrict', title: { zh: '街道财务', en: 'Sub-district finance' } },
  subdistrictLeader: { level: 'subdistrict', title: { zh: '街道分管领导', en: 'Sub-district leader' } },
  supervisor: { level: 'subdistrict', title: { zh: '监督员', en: 'Supervisor' } },
  districtOfficer: { level: 'district', title: { zh: '区级经办人', en: 'District officer' } },
  operator: { level: 'district', title: { zh: '系统运维', en: 'Operator' } },
} as const satisfies Record<string, { level: Level; title: Words }>;

export type RoleName = keyof typeof roles;

/** The organisation at a level on the path of `org`: `orgAtLevel('chaoyang.anzhen.anzhenxili', 'subdistrict')` is `'chaoyang.anzhen'`. */
export function orgAtLevel(org: string, level: Level): string {
  return org
    .split('.')
    .slice(0, levels.indexOf(level) + 1)
    .join('.');
}
