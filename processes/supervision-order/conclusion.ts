import type { OrderData, Reply, Review, Verification } from './data.ts';
import type { Act } from './names.ts';

export function reply(data: OrderData, event: Act<'order.reply'>): OrderData {
  const { form, actor, facts } = event;
  return { ...data, replies: [...data.replies, { ...form, by: actor, at: facts.at, verification: null }] };
}

export function verify(data: OrderData, event: Act<'reply.verify'>): OrderData {
  const { form, actor, facts } = event;
  const verification: Verification = { ...form, by: actor, at: facts.at };
  const last = data.replies.length - 1;
  const replies = data.replies.map((one, index): Reply => (index === last ? { ...one, verification } : one));
  return { ...data, replies };
}

export function close(data: OrderData, event: Act<'order.close'>): OrderData {
  const { form, actor, facts } = event;
  return { ...data, conclusion: { ...form, by: actor, at: facts.at } };
}

export function requestReview(data: OrderData, event: Act<'review.request'>): OrderData {
  const { form, actor, facts } = event;
  const review: Review = { reason: form.reason, by: actor, at: facts.at, decision: null };
  return { ...data, review };
}

/** The first conclusion stays as it was written; the decision stands beside it. */
export function decideReview(data: OrderData, event: Act<'review.decide'>): OrderData {
  const { form, actor, facts } = event;
  return { ...data, review: data.review && { ...data.review, decision: { ...form, by: actor, at: facts.at } } };
}

/** The reply under way or, once it is verified, the last one. */
export function lastReply(data: OrderData): Reply | undefined {
  return data.replies.at(-1);
}

/** Everybody who has verified a reply of this order. */
export function verifiers(data: OrderData): string[] {
  return data.replies.flatMap(({ verification }) => (verification ? [verification.by.id] : []));
}

/** Whose fault the delay was, after a review has spoken. */
export function latenessOf({ conclusion, review }: OrderData): string | null {
  return review?.decision?.lateness ?? conclusion?.lateness ?? null;
}
