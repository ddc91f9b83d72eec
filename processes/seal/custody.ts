import type { SealData } from './data.ts';
import type { Act } from './names.ts';

export function receiveLoss(data: SealData, event: Act<'loss.receive'>): SealData {
  return withLoss(data, { receipt: { ...event.form, by: event.actor, at: event.facts.at } });
}

export function endLossNotice(data: SealData, event: Act<'lossNotice.expire'>): SealData {
  return withLoss(data, { noticeEndedAt: event.facts.at });
}

export function registerNewSeal(data: SealData, event: Act<'newSeal.register'>): SealData {
  return withLoss(data, { newSeal: { ...event.form, by: event.actor, at: event.facts.at } });
}

export function giveSeal(data: SealData, event: Act<'handOver.give'>): SealData {
  return withHandOver(data, { given: { ...event.form, by: event.actor, at: event.facts.at } });
}

/** What is missing goes back to the old keeper; each look stays on record. */
export function witness(data: SealData, event: Act<'handOver.witness'>): SealData {
  const seen = { ...event.form, by: event.actor, at: event.facts.at };
  return withHandOver(data, { witnesses: [...(data.handOver?.witnesses ?? []), seen] });
}

function withLoss(data: SealData, change: Partial<NonNullable<SealData['loss']>>): SealData {
  return { ...data, loss: data.loss && { ...data.loss, ...change } };
}

function withHandOver(data: SealData, change: Partial<NonNullable<SealData['handOver']>>): SealData {
  return { ...data, handOver: data.handOver && { ...data.handOver, ...change } };
}
