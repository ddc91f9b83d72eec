import type { DateString, Instant } from '../kernel/clock.ts';
import type { CaseData, Person } from '../kernel/define-rules.ts';
import type { Forms } from './forms.ts';

/** Everything one census knows: plain JSON. */
export interface CleanUpData extends CaseData {
  campaign: string;
  scope: string | null;
  openedBy: Person;
  openedAt: Instant;
  objects: CleanUpObject[];
  closedAt: Instant | null;
  publication: (Forms['result.publish'] & Signed) | null;
  checks: (Forms['check.record'] & Signed)[];
  settlements: (Forms['relapse.settle'] & Signed)[];
  withdrawal: (Forms['census.withdraw'] & Signed) | null;
  /** What has been put on the registers, in order (lines.ts). */
  objectLines: ObjectLine[];
  burdenLines: BurdenLine[];
}

export interface Signed {
  by: Person;
  at: Instant;
}

export type Kind = Forms['object.register']['kind'];
export type Verdict = Forms['object.judge']['judgements'][number]['verdict'];
export type Facet = Forms['object.register'];

/** One board, register, appraisal, survey or subscription. */
export interface CleanUpObject {
  /** `o1`, in the order of registration. */
  id: string;
  facet: Facet;
  registered: Signed;
  corrected: Signed | null;
  removed: (Signed & { reason: string }) | null;
  judgement: (Forms['object.judge']['judgements'][number] & Signed) | null;
  /** Stopped, come back, stopped again: in order; empty while nothing was confirmed. */
  turns: Turn[];
}

export type Turn = Signed &
  (
    | { type: 'stopped'; on: DateString; evidence: string }
    | {
        type: 'relapsed';
        on: DateString;
        demandedBy: string | null;
        channel: string | null;
        description: string;
        settled: boolean;
      }
  );

export interface ObjectLine {
  at: Instant;
  object: string;
  /** null: entered by mistake and taken off. */
  value: {
    kind: Kind;
    name: string;
    demandedBy: string;
    basis: string | null;
    hoursPerMonth: number;
    verdict: 'found' | Verdict;
    stoppedConfirmed: boolean;
  } | null;
}

export interface BurdenLine {
  at: Instant;
  /** `2026-11` */
  month: string;
  /** null: nothing of it is left in that month. */
  hours: number | null;
}
