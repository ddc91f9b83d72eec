import type { Instant } from '../kernel/clock.ts';
import type { CaseData, Person } from '../kernel/define-rules.ts';
import type { Forms } from './forms.ts';

/** Everything a supervision order knows: plain JSON. */
export interface OrderData extends CaseData {
  /** Identity of the order itself, as the case that it is about remembers it. */
  orderId: string;
  about: About;
  ground: Forms['order.issue']['ground'];
  requirement: string;
  /** null: the usual limit of the settings. */
  limitWorkingDays: number | null;
  /** null: the system issued it, because a time was over. */
  issuedBy: Person | null;
  issuedAt: Instant;
  links: { issued: Link; closed: Link | null };
  /** The unit that has the order now, and those before it. */
  assignment: Assignment;
  pastAssignments: Assignment[];
  /** Replies in their order; a returned one stays as it was. */
  replies: Reply[];
  conclusion: Conclusion | null;
  review: Review | null;
  withdrawal: { reason: string; by: Person; at: Instant } | null;
}

/** The case, with what is known of it by the time the order is issued. */
export type About = Forms['order.issue']['about'] & { caseNumber: string; process: string; title: string };

/** What the case that the order is about has answered to being linked. */
export interface Link {
  standing: 'asked' | 'recorded' | 'refused';
  refusedBecause: string | null;
}

/** The unit an order was given to, with what became of it there. */
export interface Assignment {
  responsible: Responsible;
  at: Instant;
  /** The unit has signed for it; or its objection was rejected, which counts as much. */
  signed: { by: Person; handler: Person; at: Instant } | null;
  objection: Objection | null;
}

export type Responsible = Forms['order.issue']['responsible'];

export interface Objection {
  reason: string;
  basis: string | null;
  suggestedUnit: string | null;
  by: Person;
  at: Instant;
  decision: { verdict: Forms['objection.decide']['verdict']; reason: string; by: Person; at: Instant } | null;
}

export type Reply = Forms['order.reply'] & { by: Person; at: Instant; verification: Verification | null };

export type Verification = Forms['reply.verify'] & { by: Person; at: Instant };

export type Conclusion = Forms['order.close'] & { by: Person; at: Instant };

export interface Review {
  reason: string;
  by: Person;
  at: Instant;
  decision: (Forms['review.decide'] & { by: Person; at: Instant }) | null;
}
