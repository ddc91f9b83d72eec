import { ANZHENXILI } from '../../support/case.ts';

/** A proposal as a resident would write it; each test changes what it is about. */
export function draftForm(changes: object = {}) {
  return {
    title: '维修12号楼东侧自行车棚并加装充电桩',
    category: 'facilities',
    place: { estate: '安贞西里', building: '12号楼' },
    problem: '12号楼东侧自行车棚顶棚破损漏雨,电动车无处充电。',
    suggestion: '建议维修顶棚并加装充电桩。',
    expectedEffect: '雨天不漏,充电安全。',
    beneficiaries: { households: 120, persons: 300 },
    funding: { needed: true, estimateYuan: 48000 },
    willingToImplement: false,
    consentToName: true,
    proposer: { residentKind: 'registered', building: '12号楼', addressVerification: 'register' },
    privacyNoticeVersion: '2026-01',
    ...changes,
  };
}

/** The body that opens a proposal in 安贞西里. */
export function startBody(changes: { form?: object; org?: string; process?: string; drill?: boolean } = {}) {
  return { process: 'resident-proposal', org: ANZHENXILI, form: draftForm(), ...changes };
}
