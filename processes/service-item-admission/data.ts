import type { DateString, Instant } from '../kernel/clock.ts';
import type { CaseData, Person } from '../kernel/define-rules.ts';
import type { Gate, TaskStanding } from '../law/gates.ts';
import type { Forms } from './forms.ts';
import type { Finding } from './names.ts';

export type Application = Forms['item.apply'];
export type Item = Omit<Application, 'origin' | 'money'>;
export type MoneyRequest = NonNullable<Application['money']>;
export type Period = NonNullable<MoneyRequest['plan']>[number];

/** Everything the admission of one item knows: plain JSON. */
export interface AdmissionData extends CaseData {
  /** Identity of the admission itself, as the list and the tasks name it. */
  admissionId: string;
  origin: Application['origin'];
  item: Item;
  /** Organisations in which the item holds. */
  areas: readonly string[];
  applicant: Person;
  appliedAt: Instant;
  /** The first day on which it may start, by the rule of the day of the application; null where none binds. */
  earliestStart: { day: DateString; workingDays: number; provisional: boolean } | null;
  moneyRequest: MoneyRequest | null;
  formalChecks: FormalCheck[];
  corrections: { fields: string[]; by: Person; at: Instant }[];
  basisCheck: (Omit<Forms['basis.check'], 'consult'> & { by: Person; at: Instant }) | null;
  consultation: Consultation | null;
  /** The money that finance has set; nothing else is ever confirmed. */
  money: ApprovedMoney | null;
  assessment: { opinion: string; by: Person; at: Instant } | null;
  decision: Decision | null;
  /** What it has put on the public list, oldest first. */
  listLines: ListLine[];
  agreement: Agreement | null;
  /** Money that came and went, in order. */
  movements: Movement[];
  trial: { verdict: Forms['trial.conclude']['verdict']; finding: string; by: Person; at: Instant } | null;
  reviews: Review[];
  suspension: Suspension | null;
  pastSuspensions: (Suspension & { endedAt: Instant; endedBecause: string })[];
  temporaryReview: (Forms['temporary.review'] & { by: Person; at: Instant }) | null;
  ending: Ending | null;
  /** Tasks that asked for the gates, by the case of the task. */
  dispatches: Record<string, DispatchRecord>;
  /** Tasks that could not be told, with what they answered. */
  unreached: { command: 'task.suspend' | 'task.resume'; code: string; at: Instant }[];
}

export interface FormalCheck {
  verdict: Forms['form.check']['verdict'];
  note: string;
  findings: Finding[];
  by: Person;
  at: Instant;
}

export interface Consultation {
  communities: string[];
  opinions: (Forms['opinion.give'] & { by: Person; at: Instant })[];
  summary: string | null;
}

export type ApprovedMoney = { needed: false; reason: string } | { needed: true; plan: Period[] };

export type Decision = Omit<Forms['meeting.decide'], 'meetingOn'> & {
  meetingOn: DateString | null;
  by: Person;
  at: Instant;
};

export interface ListLine {
  at: Instant;
  day: DateString;
  value: ListedItem | null;
}

/** An item as the public list shows it. */
export interface ListedItem extends Record<string, unknown> {
  code: string;
  name: string;
  department: string;
  category: 'assisting' | 'ownDuty';
  kind: Item['kind'];
  assistingActs: Item['acts'];
  effectiveFrom: DateString;
  validUntil: DateString | null;
  hoursPerMonth: number;
  moneyNeeded: boolean;
  temporary: boolean;
}

export interface Agreement {
  terms: Forms['agreement.draft'];
  draftedBy: Person;
  draftedAt: Instant;
  returned: string | null;
  signedBy: Person | null;
  signedAt: Instant | null;
}

/** In fen, so that sums are exact. */
export interface Movement {
  kind: 'confirmed' | 'withdrawn';
  amountFen: number;
  /** Number of the voucher, or the reason of the withdrawal. */
  note: string;
  by: Person;
  at: Instant;
}

export type Review = Forms['review.decide'] & { by: Person; at: Instant };

export interface Suspension {
  because: 'money' | 'review';
  reason: string;
  /** The state to which it goes back. */
  from: 'trial' | 'regular';
  at: Instant;
}

export interface Ending {
  because: 'expired' | 'residents' | 'notNeeded' | 'replaced' | 'review' | 'trial' | 'lapsed' | 'breach' | 'temporary';
  reason: string;
  articles: string | null;
  /** null: the clock brought it. */
  by: Person | null;
  at: Instant;
}

export interface DispatchRecord {
  number: string;
  org: string;
  from: DateString;
  until: DateString;
  standing: 'running' | 'blocked' | 'suspended' | 'ended';
  gates: readonly Gate[];
  checkedAt: Instant;
  endedHow: Forms['dispatch.end']['how'] | null;
  /** What was asked, so that the gates can be looked at again. */
  task: Omit<TaskStanding, 'day'>;
}
