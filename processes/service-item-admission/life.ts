/** What happens to an item once it is in effect: trial, review, standstill, end. */
import type { Instant } from '../kernel/clock.ts';
import type { AdmissionData, Ending, Suspension } from './data.ts';
import { putOnList, takeOffList } from './listing.ts';
import type { Act, AdmissionEvent } from './names.ts';

export function concludeTrial(data: AdmissionData, event: Act<'trial.conclude'>): AdmissionData {
  const { form, actor, facts } = event;
  return { ...data, trial: { ...form, by: actor, at: facts.at } };
}

export function review(data: AdmissionData, event: Act<'review.decide'>): AdmissionData {
  const { form, actor, facts } = event;
  return { ...data, reviews: [...data.reviews, { ...form, by: actor, at: facts.at }] };
}

/** Less is asked of communities from now on; tasks under way keep what was agreed for them. */
export function adjust(
  data: AdmissionData,
  { form, facts, day }: { day: string } & Act<'review.decide'>,
): AdmissionData {
  const { hoursPerMonth = data.item.hoursPerMonth, acts = data.item.acts } = form;
  return putOnList({ ...data, item: { ...data.item, hoursPerMonth, acts } }, { day, at: facts.at });
}

export function suspend(data: AdmissionData, suspension: Suspension): AdmissionData {
  return { ...data, suspension };
}

export function goOn(data: AdmissionData, { at, because }: { at: Instant; because: string }): AdmissionData {
  if (!data.suspension) return data;
  const past = { ...data.suspension, endedAt: at, endedBecause: because };
  return { ...data, suspension: null, pastSuspensions: [...data.pastSuspensions, past] };
}

/** Out of the list, whatever it stood in; the reason stays. */
export function end(
  data: AdmissionData,
  event: AdmissionEvent,
  why: { because: Ending['because']; reason: string; articles?: string },
): AdmissionData {
  const { at } = event.facts;
  const by = 'actor' in event ? event.actor : null;
  const ending: Ending = { because: why.because, reason: why.reason, articles: why.articles ?? null, by, at };
  return takeOffList({ ...data, ending }, { at, expired: why.because === 'expired' });
}
