import type { Instant } from '../kernel/clock.ts';
import type { CaseData, Person } from '../kernel/define-rules.ts';
import type { Forms } from './forms.ts';

/** Everything a resident proposal knows: plain JSON. */
export interface ProposalData extends CaseData {
  content: Forms['proposal.edit'];
  contact: Forms['proposal.draft']['proposer'];
  privacyNoticeVersion: string;
  /** The lead stands first. Joint proposers belong here only once they have confirmed their own will. */
  proposers: Proposer[];
  invited: { personId: string; name: string }[];
  entry: PaperEntry | null;
  supporters: Supporter[];
  voided: VoidedSupporter[];
  audits: Audit[];
  /** Number of persons or households that carry the proposal to acceptance. */
  threshold: { persons: number; households: number };
  /** Keys of the proposers who have asked for withdrawal. */
  withdrawals: { proposer: string; reason: string; at: Instant }[];
  acceptedAt: Instant | null;
  correction: { missing: string[]; requestedAt: Instant; submittedAt: Instant | null } | null;
  declined: (Forms['proposal.decline'] & { at: Instant }) | null;
  transfers: Transfer[];
  merge: { into: string; at: Instant; confirmed: boolean; refusedBecause: string | null } | null;
  /** Cases merged into this one; each of their proposers keeps notice and evaluation. */
  mergedCases: MergedCase[];
  docketedAt: Instant | null;
  /** How often the plan was voted down in this round. */
  rejections: number;
  recusals: Recusal[];
  /** The round now under way. */
  work: Round;
  /** Rounds that are over; nothing ever changes them. */
  rounds: Round[];
  patrols: (Forms['patrol.record'] & { by: Person; at: Instant })[];
  termination: (Forms['work.terminate'] & { at: Instant }) | null;
}

export interface Proposer {
  /** Identity by which persons are counted: the account, or telephone and name on paper. */
  key: string;
  personId: string | null;
  name: string;
  building: string;
}

/** A proposal that came on paper or by word of mouth (代录). */
export interface PaperEntry {
  by: Person;
  phone: string;
  reason: string;
  calls: { outcome: 'confirmed' | 'notReached' | 'denied'; remark: string | null; by: Person; at: Instant }[];
  confirmed: boolean;
}

export interface Supporter {
  key: string;
  personId: string | null;
  name: string;
  as: 'person' | 'household';
  household: string | null;
  building: string | null;
  at: Instant;
  /** Who entered it, where it was entered on behalf. */
  enteredBy: Person | null;
  /** The merged case it came with. */
  mergedFrom: string | null;
}

export interface VoidedSupporter {
  supporter: Supporter;
  ground: Forms['supporter.void']['ground'];
  samePersonAs: string | null;
  reason: string;
  by: Person;
  at: Instant;
}

/** A false entry that the residents' supervisor has to look into. */
export interface Audit {
  number: number;
  ground: Forms['supporter.void']['ground'];
  supporter: string;
  enteredBy: Person | null;
  openedAt: Instant;
  closed: { finding: string; by: Person; at: Instant } | null;
}

export interface Transfer {
  target: string;
  targetKind: Forms['proposal.transfer']['targetKind'];
  reason: string;
  by: Person;
  at: Instant;
  /** The time to object is over. */
  settled: boolean;
  objection: (Forms['transfer.object'] & { by: Person; at: Instant }) | null;
  conclusion: (Forms['transfer.conclude'] & { by: Person; at: Instant }) | null;
}

export interface MergedCase {
  caseId: string;
  title: string;
  proposers: Omit<Proposer, 'key'>[];
  at: Instant;
  /** The vote has opened: the two stay one. */
  sealed: boolean;
}

export interface Recusal {
  personId: string;
  name: string;
  relation: Forms['recusal.declare']['relation'];
  explanation: string;
  by: Person;
  at: Instant;
}

/** One turn of the loop with its own evidence. */
export interface Round {
  number: number;
  startedAt: Instant;
  startedBecause: 'proposed' | 'belowThreshold' | 'visits' | 'reopened';
  reason: string | null;
  clawbackQuestion: boolean;
  plan: Plan | null;
  /** Earlier plans of the round that were voted down or sent back. */
  pastPlans: Plan[];
  noticeEndedAt: Instant | null;
  objections: { by: Person; text: string; at: Instant }[];
  deliberations: Deliberation[];
  decision: ExternalDecision | null;
  funds: Funds | null;
  reports: (Forms['milestone.report'] & { by: Person; at: Instant })[];
  suspensions: Suspension[];
  completion: { summary: string; completedOn: string; by: Person; at: Instant } | null;
  inspections: (Forms['inspection.record'] & { by: Person; at: Instant })[];
  result: (Forms['result.publish'] & { at: Instant }) | null;
  evaluations: Evaluation[];
  visits: (Forms['visit.record'] & { by: Person; at: Instant })[];
  /** Bad evaluations with a name, each to be called back. */
  callBacks: CallBack[];
  outcome: Outcome | null;
}

export type Plan = Forms['plan.submit'] & { by: Person; at: Instant };

export type Deliberation = Forms['deliberation.record'] & {
  by: Person;
  at: Instant;
  /** The rule by which it was judged. */
  rule: string;
  passed: boolean;
};

export type ExternalDecision = Forms['decision.import'] & { by: Person; at: Instant; rule: string; passed: boolean };

export interface Funds {
  request: Forms['funds.request'];
  requestedBy: Person;
  endorsedBy: Person | null;
  reviewedBy: Person | null;
  /** Returned or refused, with the opinion, latest last. */
  opinions: { by: Person; verdict: string; opinion: string; at: Instant }[];
  approvedYuan: number | null;
  vouchers: (Forms['funds.confirm'] & { by: Person; at: Instant })[];
}

export interface Suspension {
  reason: Forms['work.suspend']['reason'];
  explanation: string;
  reviewOn: string;
  from: Instant;
  until: Instant | null;
}

export interface Evaluation {
  number: number;
  by: Person;
  grade: Forms['evaluation.give']['grade'];
  comment: string | null;
  named: boolean;
  at: Instant;
}

export interface CallBack {
  evaluation: number;
  person: Person;
  recorded: { reached: boolean; remark: string; by: Person; at: Instant } | null;
}

export interface Outcome {
  evaluations: number;
  satisfied: number;
  /** In tenths of a percent, so that 63.2 % stays a whole number: 632. Null without evaluations. */
  satisfiedPermille: number | null;
  closedAt: Instant;
  because: 'satisfied' | 'visits' | 'belowThreshold' | 'reopened';
}
