import type { AdmissionData, Decision } from './data.ts';
import { moneyAsked } from './funds.ts';
import { putOnList } from './listing.ts';
import type { Act } from './names.ts';

export function checkBasis(data: AdmissionData, event: Act<'basis.check'>): AdmissionData {
  const { form, actor, facts } = event;
  const { consult, ...check } = form;
  const communities = [...new Set(consult ?? [])].sort();
  const consultation = form.verdict === 'passed' ? { communities, opinions: [], summary: null } : null;
  return { ...data, basisCheck: { ...check, by: actor, at: facts.at }, consultation };
}

export function giveOpinion(data: AdmissionData, event: Act<'opinion.give'>): AdmissionData {
  const { form, actor, facts } = event;
  const { consultation } = data;
  if (!consultation) return data;
  const opinions = [...consultation.opinions, { ...form, by: actor, at: facts.at }];
  return { ...data, consultation: { ...consultation, opinions } };
}

export function closeConsultation(data: AdmissionData, event: Act<'consultation.close'>): AdmissionData {
  return { ...data, consultation: data.consultation && { ...data.consultation, summary: event.form.summary } };
}

/** Communities that were asked and have not answered. */
export function unheard({ consultation }: AdmissionData): string[] {
  const heard = consultation?.opinions.map(({ community }) => community) ?? [];
  return consultation?.communities.filter((community) => !heard.includes(community)) ?? [];
}

export function decideMeeting(data: AdmissionData, event: Act<'meeting.decide'>): AdmissionData {
  const { form, actor, facts } = event;
  const decision: Decision = { ...form, by: actor, at: facts.at };
  return { ...data, decision };
}

export function publish(data: AdmissionData, event: Act<'list.publish'>): AdmissionData {
  return putOnList(data, { day: event.form.effectiveFrom, at: event.facts.at });
}

export function draftAgreement(data: AdmissionData, event: Act<'agreement.draft'>): AdmissionData {
  const { form, actor, facts } = event;
  const agreement = {
    terms: form,
    draftedBy: actor,
    draftedAt: facts.at,
    returned: null,
    signedBy: null,
    signedAt: null,
  };
  return { ...data, agreement };
}

export function signAgreement(data: AdmissionData, event: Act<'agreement.sign'>): AdmissionData {
  const { form, actor, facts } = event;
  if (!data.agreement) return data;
  const answer = form.verdict === 'signed' ? { signedBy: actor, signedAt: facts.at } : { returned: form.remark ?? '' };
  return { ...data, agreement: { ...data.agreement, ...answer } };
}

/** An emergency is decided by one hand at once, and looked at afterwards by another. */
export function decideEmergency(data: AdmissionData, event: Act<'emergency.decide'>): AdmissionData {
  const { form, actor, facts } = event;
  const verdict = form.verdict === 'granted' ? 'approved' : 'refused';
  const decision: Decision = { verdict, reason: form.reason, meetingOn: null, by: actor, at: facts.at };
  return { ...data, decision, money: moneyAsked(data.moneyRequest) };
}
