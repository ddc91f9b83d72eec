import type { OrgId } from '../kernel/actor.ts';
import type { DateString, Instant } from '../kernel/clock.ts';
import type { CaseData, Person } from '../kernel/define-rules.ts';
import type { BurdenLine } from './burden.ts';
import type { Forms } from './forms.ts';
import type { Gate } from './gates.ts';

/** Everything a dispatch knows: plain JSON. */
export interface DispatchData extends CaseData {
  /** Identity of the dispatch itself, as the admission remembers it, and the community that it is for. */
  dispatchId: string;
  org: OrgId;
  task: Task;
  issuedBy: Person;
  issuedAt: Instant;
  overCeiling: OverCeiling | null;
  /** Last day of the work: that of the task, moved by the days on which it had to stand still. */
  until: DateString;
  /** The admission of the item, as the list named it; null while no such item is listed. */
  admission: { caseId: string; number: string | null } | null;
  /** Every time the gates were asked, the last one at the end. */
  checks: Check[];
  /** Where the task goes on after a standstill. */
  turn: Turn;
  /** Why the task must not go on now, told by the admission; null while it is covered. */
  suspension: Suspension | null;
  pastSuspensions: (Suspension & { endedAt: Instant })[];
  /** Since when the work stands still, for whatever reason. */
  standsSince: Instant | null;
  acceptance: { by: Person; at: Instant; remark: string | null } | null;
  refusal: (Forms['task.refuse'] & { by: Person; at: Instant }) | null;
  /** Reports in their order; one that was sent back stays as it was. */
  reports: Report[];
  returns: Return[];
  withdrawal: { reason: string; by: Person; at: Instant } | null;
  end: End | null;
  /** What the task puts on the community's burden register, month by month, in order of writing. */
  burden: BurdenLine[];
}

export type Task = Omit<Forms['task.issue'], 'overCeiling'>;

export type OverCeiling = NonNullable<Forms['task.issue']['overCeiling']>;

export type Turn = 'offered' | 'accepted' | 'sentBack';

export interface Check {
  askedAt: Instant;
  answeredAt: Instant | null;
  gates: Gate[];
}

export interface Suspension {
  /** Code given by the admission, such as `funds.withdrawn`. */
  reason: string;
  note: string;
  at: Instant;
}

export type Report = Forms['task.report'] & {
  by: Person;
  at: Instant;
  /** The money had gone when it was reported. */
  whileSuspended: boolean;
  confirmation: (Forms['task.confirm'] & { by: Person; at: Instant }) | null;
  sentBack: { reason: string; by: Person; at: Instant } | null;
};

export type Return = Forms['task.return'] & {
  by: Person;
  at: Instant;
  acknowledged: { remark: string | null; by: Person; at: Instant } | null;
  dispute: { reason: string; by: Person; at: Instant } | null;
  decision: (Forms['return.decide'] & { by: Person; at: Instant }) | null;
};

export type HowItEnds = 'finished' | 'returned' | 'refused' | 'withdrawn';

/** How the task came to its end, and what the admission answered to being told. */
export interface End {
  how: HowItEnds;
  at: Instant;
  told: 'nobody' | 'asked' | 'recorded' | 'refused';
  refusedBecause: string | null;
}
