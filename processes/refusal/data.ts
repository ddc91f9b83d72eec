import type { OrgId } from '../kernel/actor.ts';
import type { Instant } from '../kernel/clock.ts';
import type { CaseData, Person } from '../kernel/define-rules.ts';
import type { Forms } from './forms.ts';
import type { Ground, Judgement } from './grounds.ts';

/** Everything a refusal knows: plain JSON. */
export interface RefusalData extends CaseData {
  /** The community that refuses. */
  org: OrgId;
  task: Forms['task.refuse'];
  /** Shown to nobody but himself and those of the relief group who have the case in hand (present.ts). */
  registeredBy: Person;
  registeredAt: Instant;
  grounds: Ground[];
  refuses: Judgement['refuses'];
  threats: Threat[];
  accepted: { by: Person; at: Instant; remark: string | null } | null;
  corrections: Correction[];
  namings: { statement: string; by: Person; at: Instant }[];
  /** Every outcome in its order: one that a review overturned stays. */
  outcomes: Outcome[];
  objection: Objection | null;
  /** What the public register was told, in its order. */
  publicLines: PublicLine[];
}

/** A threat with an assessment, and what was found of it. */
export interface Threat {
  /** null: it stands in the wording of the task. */
  wording: string | null;
  words: string[];
  receivedOn: string;
  evidence: Forms['threat.add']['evidence'];
  by: Person;
  at: Instant;
  finding: Finding | null;
}

export type Finding = Forms['assessment.find'] & { by: Person; at: Instant };

/** One request to the unit to put it right. */
export interface Correction {
  requirement: string;
  /** null: the usual limit of the settings. */
  limitWorkingDays: number | null;
  by: Person;
  at: Instant;
  /** The unit let its time pass; it may still answer. */
  expiredAt: Instant | null;
  answer: Answer | null;
}

/** `own`: the unit gave it here itself; otherwise the relief group wrote down what came by another way. */
export type Answer = Forms['correction.answer'] & { own: boolean; by: Person; at: Instant };

export interface Outcome {
  verdict: Forms['outcome.decide']['verdict'];
  reasons: string;
  admission: { itemCode: string; number: string; caseId: string } | null;
  by: Person;
  at: Instant;
}

export interface Objection {
  reason: string;
  by: Person;
  at: Instant;
  decision: (Forms['review.decide'] & { by: Person; at: Instant }) | null;
}

export interface PublicLine {
  at: Instant;
  assessmentBreach: boolean;
  outcome: 'open' | Outcome['verdict'];
}
