import type { DateString, Instant } from '../kernel/clock.ts';
import type { CaseData, Person } from '../kernel/define-rules.ts';
import type { ForbiddenKey } from '../law/seal-lists/forbidden-2020.ts';
import type { CertificateKey, CertificateVerdict } from '../law/seal-lists.ts';
import type { Forms } from './forms.ts';

/** Everything one matter of the seal knows: plain JSON. */
export interface SealData extends CaseData {
  application: Application;
  applicant: Forms['seal.apply']['applicant'];
  /** Who handed it in: the resident himself, or who entered it on his behalf. */
  submittedBy: Person;
  submittedAt: Instant;
  judgement: Judgement;
  verification: (Forms['application.verify'] & Signed) | null;
  /** What the residents' representative meeting said, where the matter is a major one. */
  decision: (Forms['decision.record'] & Signed) | null;
  publicityEndedAt: Instant | null;
  approval: (Forms['use.approve'] & Signed) | null;
  use: SealUse | null;
  checks: (Forms['use.check'] & Signed)[];
  settlements: (Forms['irregularity.settle'] & Signed)[];
  withdrawal: (Forms['application.withdraw'] & Signed) | null;
  loss: Loss | null;
  handOver: HandOver | null;
}

export interface Signed {
  by: Person;
  at: Instant;
}

export interface Application {
  kind: Forms['seal.apply']['kind'];
  certificateType: CertificateKey | 'other' | null;
  typeName: string | null;
  purpose: string | null;
  requestingBody: string | null;
  matter: Forms['seal.apply']['matter'];
  copies: number;
  content: string;
}

/** Whether the seal may be used for it at all. `lists` until a person has judged what the lists do not know. */
export interface Judgement {
  verdict:
    | CertificateVerdict['verdict']
    /** A paper of the committee itself, or a matter of the seal: no certificate. */
    | 'noCertificate'
    /** Judged by a person. */
    | 'issuable'
    | 'noBasis';
  type: CertificateKey | null;
  listId: string | null;
  /** Forbidden types that the text seems to certify under a harmless name. */
  suspects: ForbiddenKey[];
  basis: string | null;
  reason: string | null;
  /** null: the lists decided. */
  by: Person | null;
  at: Instant;
}

export interface SealUse extends Signed {
  /** `2026-0001`, unique in the register of the community. */
  number: string;
  copies: number;
  receivedBy: string;
}

export interface Loss {
  discoveredOn: DateString;
  circumstances: string;
  receipt: (Forms['loss.receive'] & Signed) | null;
  noticeEndedAt: Instant | null;
  newSeal: (Forms['newSeal.register'] & Signed) | null;
}

export interface HandOver {
  electedOn: DateString;
  outgoing: { personId: string; name: string };
  incoming: { personId: string; name: string };
  /** What was left of the time after the election when the matter was registered. */
  workingDaysLeft: number;
  /** The time was over before the matter was registered. */
  lateFromTheStart: boolean;
  given: (Forms['handOver.give'] & Signed) | null;
  witnesses: (Forms['handOver.witness'] & Signed)[];
}
