import type { Forms } from '../../processes/resident-proposal/forms.ts';
import type { State } from '../../processes/resident-proposal/names.ts';
import { anzhenxili } from './places.ts';
import { type ActStep, actsOf, type Days, type Story } from './story.ts';

type Draft = Forms['proposal.draft'];
type Plan = Forms['plan.submit'];

export const act = actsOf<Forms>();

/** What a resident writes down; the rest is the same in every proposal of the demo. */
type Told = Pick<Draft, 'title' | 'category' | 'problem' | 'suggestion' | 'expectedEffect'> & {
  building: string;
  households: number;
  estate?: string;
  estimateYuan?: number;
} & Partial<Pick<Draft, 'enteredOnBehalf' | 'touches'>>;

export function matter(told: Told): () => Draft {
  const { building, households, estate = '安贞西里', estimateYuan, enteredOnBehalf, touches, ...text } = told;
  return () => ({
    ...text,
    place: { estate, building },
    beneficiaries: { households, persons: Math.round(households * 2.5) },
    funding:
      estimateYuan === undefined
        ? { needed: false }
        : { needed: true, estimateYuan, source: touches ? 'maintenanceFund' : 'communityWelfareFund' },
    ...(touches ? { touches } : {}),
    ...(enteredOnBehalf ? { enteredOnBehalf } : {}),
    willingToImplement: true,
    consentToName: true,
    proposer: { residentKind: 'registered', building, addressVerification: 'register' },
    privacyNoticeVersion: '2026-01',
  });
}

/** A proposal of 安贞西里, or of the community that the story names. */
export function proposal(
  story: Omit<Story<State>, 'process' | 'org'> & Partial<Pick<Story<State>, 'org'>>,
): Story<State> {
  return { process: 'resident-proposal', org: anzhenxili.org, ...story };
}

export const drill = (story: Parameters<typeof proposal>[0]): Story<State> => proposal({ drill: true, ...story });

export const published = (by: string) => act(by, 'proposal.publish', {});

/** Each for a household of its own. */
export function households(building: string, ...who: readonly string[]): ActStep[] {
  return who.map((person, index) =>
    act(person, 'proposal.cosign', {
      as: 'household',
      household: `${building}${index + 1}单元${index + 2}01`,
      building,
    }),
  );
}

/** Neighbours who are not online; a worker enters them one by one. */
export function householdsOnPaper(worker: string, building: string, ...names: readonly string[]): ActStep[] {
  return names.map((name, index) =>
    act(worker, 'proposal.cosign', {
      as: 'household',
      household: `${building}${index + 1}单元${index + 3}02`,
      building,
      onBehalf: { name, phone: `010-6440010${index}`, reason: '不使用网络,当面签字' },
    }),
  );
}

/** Five households are enough. */
export function supported(by: string, building: string): ActStep[] {
  const neighbours = ['zhao-hongwei', 'chen-xiuying', 'sun-jianguo', 'zhou-ming', 'wu-lihua', 'liu-guilan'];
  return [published(by), ...households(building, ...neighbours.filter((one) => one !== by).slice(0, 5))];
}

export const accepted = act(anzhenxili.worker, 'proposal.accept', { remark: '材料齐全,予以受理。' });
export const docketed = act(anzhenxili.director, 'proposal.docket', { remark: '属社区公共事务,同意立案。' });

/** A plan with everything that is asked of one. */
export function planned(
  told: Pick<Plan, 'goal' | 'method'> & Partial<Plan> & { costYuan?: number },
  by: string = anzhenxili.worker,
) {
  const { costYuan, ...plan } = told;
  return act(by, 'plan.submit', (days: Days) => ({
    steps: '一、现场踏勘;二、公示施工安排;三、施工;四、验收交付。',
    schedule: '方案通过、资金到位后40日内完成。',
    safeguard: '楼门长每日查看,施工时间避开午休。',
    leader: { name: '居委会' },
    participants: ['本楼居民', '物业公司'],
    implementer: { name: '安居维修队', personIds: ['feng-gang'] },
    milestones: [
      { title: '材料进场', plannedOn: days.in(40) },
      { title: '完工交付', plannedOn: days.in(60) },
    ],
    budget:
      costYuan === undefined ? [] : [{ item: '材料和人工', amountYuan: costYuan, source: 'communityWelfareFund' }],
    compliance: {
      propertyRights: '小区公共部位',
      fireSafety: '不占用消防通道',
      planning: '无需规划许可',
      propertyContract: '不影响物业合同',
    },
    risks: '雨雪天顺延。',
    maintenance: { by: '物业公司', months: 24 },
    opinions: '逐户走访,多数住户赞成。',
    touches: [],
    decisionBody: 'deliberationHall',
    complexity: 'simple',
    ...plan,
  }));
}

export const noticeOver = { advanceTo: { deadline: 'publicNotice', days: 1 } } as const;
export const evaluationOver = { advanceTo: { deadline: 'evaluation', days: 1 } } as const;

/** A meeting of the hall, passed unless it is said to have failed. */
export function voted(votes: { for: number; against: number } = { for: 24, against: 2 }) {
  return act('yang-fan', 'deliberation.record', (days) => ({
    meeting: 'deliberationHall',
    advisory: false,
    agendaPostedOn: days.in(-5),
    heldOn: days.today,
    place: '社区议事厅',
    invited: 31,
    present: 27,
    validVotes: 27,
    ...votes,
    abstain: 27 - votes.for - votes.against,
    recused: [],
    speeches: '议事代表逐项讨论了位置、费用和日常维护。',
    signatures: ['杨帆', '郑文'],
  }));
}

export function requested(yuan: number, purpose: string) {
  return act(anzhenxili.worker, 'funds.request', {
    fund: 'communityWelfareFund',
    yearQuotaYuan: 200_000,
    usedYuan: 61_500,
    requestedYuan: yuan,
    purpose,
    instalments: 1,
  });
}
export const endorsed = act(anzhenxili.director, 'funds.endorse', { verdict: 'endorsed', opinion: '同意申请。' });
export const approved = act('xu-jing', 'funds.review', { verdict: 'approved', opinion: '预算合理,同意拨付。' });
export const paid = (amountYuan: number, voucher: string) =>
  act('cao-ying', 'funds.confirm', ({ today }) => ({ voucher, amountYuan, receivedOn: today }));

export const milestone = (number: number, remark: string) =>
  act('feng-gang', 'milestone.report', ({ today }) => ({ milestone: number, doneOn: today, percent: 100, remark }));
export const completed = (summary: string) =>
  act('feng-gang', 'work.complete', ({ today }) => ({ summary, completedOn: today }));
export const inspected = act('yang-fan', 'inspection.record', ({ today }) => ({
  members: [
    { personId: 'zheng-wen', name: '郑文', capacity: 'delegate', head: true, relatedToImplementer: false },
    { name: '王淑珍', capacity: 'resident', head: false, relatedToImplementer: false },
    { name: '第三方工程师', capacity: 'expert', head: false, relatedToImplementer: false },
  ],
  inspectedOn: today,
  verdict: 'passed',
  milestonesMet: 2,
  issues: [],
  photos: [],
}));
export const resultTold = (summary: string) =>
  act(anzhenxili.worker, 'result.publish', { summary, spentYuan: 0, where: '社区公示栏' });
type Grade = Forms['evaluation.give']['grade'];
export const evaluated = (...grades: readonly (readonly [string, Grade, string])[]) =>
  grades.map(([who, grade, comment]) => act(who, 'evaluation.give', { grade, comment, named: true }));

/** The way of a matter that costs nothing; each story stops where it stands. */
export function toDecision(by: string, building: string, plan: ActStep) {
  return [...supported(by, building), accepted, docketed, plan, noticeOver];
}
export function toWork(by: string, building: string, plan: ActStep) {
  return [...toDecision(by, building, plan), voted()];
}
export function toEvaluation(by: string, building: string, plan: ActStep, summary: string) {
  return [
    ...toWork(by, building, plan),
    milestone(1, '材料已进场。'),
    milestone(2, '已完工。'),
    completed(summary),
    inspected,
    resultTold(summary),
  ];
}
