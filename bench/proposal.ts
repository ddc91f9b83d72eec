/** The community and the people of the demo with whom the bench works. */
export const COMMUNITY = 'chaoyang.anzhen.anzhenxili';
export const LEAD = 'liu-guilan';
export const SUPPORTER = {
  id: 'zhao-hongwei',
  name: '赵宏伟',
  holdings: [{ role: 'resident', org: COMMUNITY }],
} as const;

/** The process whose commands are measured: one resident who adds and takes back his signature, so that no case grows. */
export const PROCESS = 'resident-proposal';

export const draft = (title: string) => ({
  title,
  category: 'facilities',
  place: { estate: '安贞西里', building: '12号楼东侧' },
  problem: '12号楼东侧自行车棚顶棚破损漏雨，雨天车辆被淋，老人取车时地面湿滑。',
  suggestion: '维修顶棚并加装充电桩，避免飞线充电。',
  expectedEffect: '车棚不再漏雨，电动自行车有处可充。',
  beneficiaries: { households: 96, persons: 240 },
  funding: { needed: true, estimateYuan: 38000, source: 'partyServiceFund' },
  willingToImplement: true,
  consentToName: true,
  proposer: { residentKind: 'registered', building: '12号楼', addressVerification: 'register' },
  privacyNoticeVersion: '2026-01',
});

/** The command that may be given over and over: by turns in and out. */
export const turn = (isIn: boolean) =>
  isIn
    ? { command: 'proposal.uncosign', form: {} }
    : { command: 'proposal.cosign', form: { as: 'person', building: '12号楼' } };
