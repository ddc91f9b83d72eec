import { dateOf, startOfDay } from '../kernel/clock.ts';
import type { Facts, Person } from '../kernel/define-rules.ts';
import { consumedOf } from '../kernel/limit.ts';
import { judgeCertificate, suspectsIn } from '../law/seal-lists.ts';
import { orgAtLevel } from '../organisation.ts';
import type { Application, HandOver, Judgement, SealData } from './data.ts';
import type { Forms } from './forms.ts';
import type { Act } from './names.ts';
import { settings } from './settings.ts';

interface ApplyInput {
  form: Forms['seal.apply'];
  actor: Person | null;
  facts: Facts;
}

/** The data of a new matter. xstate also calls it without input, to learn the shape. */
export function apply(input?: ApplyInput): SealData {
  const form = input?.form ?? blankForm;
  const at = input?.facts.at ?? 0;
  const application = applicationOf(form);
  return {
    round: 1,
    application,
    applicant: form.applicant,
    submittedBy: input?.actor ?? { id: '', name: '' },
    submittedAt: at,
    judgement: input ? judge(application, input.facts) : { ...unjudged, verdict: 'noCertificate', at },
    verification: null,
    decision: null,
    publicityEndedAt: null,
    approval: null,
    use: null,
    checks: [],
    settlements: [],
    withdrawal: null,
    loss:
      form.loss && form.kind === 'loss' ? { ...form.loss, receipt: null, noticeEndedAt: null, newSeal: null } : null,
    handOver: input && form.handOver && form.kind === 'handOver' ? handOverOf(form.handOver, input.facts) : null,
  };
}

/** A person judges what no list knows; the hints stay on record beside the verdict. */
export function judgeType(data: SealData, event: Act<'type.judge'>): SealData {
  const { form, actor, facts } = event;
  const judgement: Judgement = {
    verdict: form.verdict === 'listedType' ? 'forbidden' : form.verdict,
    type: form.verdict === 'listedType' ? (form.listedType ?? null) : null,
    listId: null,
    suspects: data.judgement.suspects,
    basis: form.basis ?? null,
    reason: form.reason,
    by: actor,
    at: facts.at,
  };
  return { ...data, judgement };
}

export function verify(data: SealData, event: Act<'application.verify'>): SealData {
  return { ...data, verification: { ...event.form, by: event.actor, at: event.facts.at } };
}

export function withdraw(data: SealData, event: Act<'application.withdraw'>): SealData {
  return { ...data, withdrawal: { ...event.form, by: event.actor, at: event.facts.at } };
}

/** True where lists or a person have found that this must not be stamped. */
export function isRefused({ judgement: { verdict } }: SealData): boolean {
  return verdict === 'forbidden' || verdict === 'keptForOther' || verdict === 'noBasis';
}

/** True where neither list nor kind says whether it may be stamped: a person must look. */
export function isOpenQuestion({ judgement: { verdict, suspects, by } }: SealData): boolean {
  return by === null && (verdict === 'unlisted' || (verdict === 'noCertificate' && suspects.length > 0));
}

function judge(application: Application, facts: Facts): Judgement {
  const { kind, certificateType, typeName, purpose, requestingBody, content } = application;
  const place = { district: orgAtLevel(facts.org.id, 'district'), on: dateOf(facts.at) };
  if (kind === 'loss' || kind === 'handOver') return { ...unjudged, verdict: 'noCertificate', at: facts.at };
  const suspects = suspectsIn(`${typeName ?? ''} ${purpose ?? ''} ${content}`, place);
  if (kind === 'document') return { ...unjudged, verdict: 'noCertificate', suspects, at: facts.at };
  const verdict = judgeCertificate({
    ...place,
    certificateType: certificateType ?? 'other',
    typeName: typeName ?? undefined,
    purpose: purpose ?? '',
    requestingBody: requestingBody ?? '',
  });
  return { ...unjudged, ...verdict, suspects: verdict.verdict === 'unlisted' ? suspects : [], at: facts.at };
}

function applicationOf(form: Forms['seal.apply']): Application {
  return {
    kind: form.kind,
    certificateType: form.certificateType ?? null,
    typeName: form.typeName ?? null,
    purpose: form.purpose ?? null,
    requestingBody: form.requestingBody ?? null,
    matter: form.matter,
    copies: form.copies ?? 0,
    content: form.content ?? '',
  };
}

/** The time runs from the election, not from the day on which somebody thought of registering it. */
function handOverOf(form: NonNullable<Forms['seal.apply']['handOver']>, facts: Facts): HandOver {
  const limit = facts.settings.handOverDays ?? settings.handOverDays.value;
  const startedAt = startOfDay(form.electedOn);
  // A day that has not come is refused by a condition; the machine is only asked for the shape then.
  const until = Math.max(startedAt, facts.at);
  const { used } = consumedOf({ startedAt, until, limit: { workingDays: limit }, calendars: facts.calendars });
  return {
    ...form,
    // A clock needs one day at least; that the time was over is said beside it.
    workingDaysLeft: Math.max(1, limit - used),
    lateFromTheStart: used > limit,
    given: null,
    witnesses: [],
  };
}

const unjudged = { type: null, listId: null, suspects: [], basis: null, reason: null, by: null };

const blankForm: Forms['seal.apply'] = {
  kind: 'document',
  matter: 'ordinary',
  applicant: { name: '', phone: '', address: '' },
};
