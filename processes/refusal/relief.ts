import { dateOf } from '../kernel/clock.ts';
import { linesOf } from '../kernel/register.ts';
import type { Answer, Correction, Outcome, RefusalData } from './data.ts';
import { entryOf, LIST } from './listing.ts';
import type { Act } from './names.ts';
import { withPublicLine } from './public-register.ts';

export function accept(data: RefusalData, event: Act<'relief.accept'>): RefusalData {
  const { form, actor, facts } = event;
  return { ...data, accepted: { by: actor, at: facts.at, remark: form.remark ?? null } };
}

export function askCorrection(data: RefusalData, event: Act<'correction.ask'>): RefusalData {
  const { form, actor, facts } = event;
  const correction: Correction = {
    requirement: form.requirement,
    limitWorkingDays: form.limitWorkingDays ?? null,
    by: actor,
    at: facts.at,
    expiredAt: null,
    answer: null,
  };
  return { ...data, corrections: [...data.corrections, correction] };
}

export function expireCorrection(data: RefusalData, event: Act<'correction.expire'>): RefusalData {
  return withLastCorrection(data, { expiredAt: event.facts.at });
}

export function keepAnswer(data: RefusalData, event: Act<'correction.answer' | 'answer.record'>): RefusalData {
  const { type, form, actor, facts } = event;
  const answer: Answer = { ...form, own: type === 'correction.answer', by: actor, at: facts.at };
  return withLastCorrection(data, { answer });
}

export function nameUnit(data: RefusalData, event: Act<'unit.name'>): RefusalData {
  const { form, actor, facts } = event;
  return { ...data, namings: [...data.namings, { statement: form.statement, by: actor, at: facts.at }] };
}

export function decideOutcome(data: RefusalData, event: Act<'outcome.decide'>): RefusalData {
  const { form, actor, facts } = event;
  const { verdict, reasons, itemCode = '', admissionNumber = '' } = form;
  const entry = entryOf(itemCode, linesOf(facts.registers, LIST), dateOf(facts.at));
  const outcome: Outcome = {
    verdict,
    reasons,
    admission: verdict === 'admittedLater' ? { itemCode, number: admissionNumber, caseId: entry?.caseId ?? '' } : null,
    by: actor,
    at: facts.at,
  };
  return withPublicLine({ ...data, outcomes: [...data.outcomes, outcome] }, { at: facts.at, outcome: verdict });
}

export function object(data: RefusalData, event: Act<'objection.raise'>): RefusalData {
  const { form, actor, facts } = event;
  return { ...data, objection: { reason: form.reason, by: actor, at: facts.at, decision: null } };
}

/** The dismissal stays as it was written; the decision stands beside it, and the register is open again if it fell. */
export function decideReview(data: RefusalData, event: Act<'review.decide'>): RefusalData {
  const { form, actor, facts } = event;
  const decision = { ...form, by: actor, at: facts.at };
  const decided = { ...data, objection: data.objection && { ...data.objection, decision } };
  return form.verdict === 'overturned' ? withPublicLine(decided, { at: facts.at, outcome: 'open' }) : decided;
}

/** The request under way, or the last one. */
export function lastCorrection(data: RefusalData): Correction | undefined {
  return data.corrections.at(-1);
}

/** Requests since the case began, or since a review put it back. */
export function correctionsOfTurn({ corrections, objection }: RefusalData): number {
  const since = objection?.decision?.at ?? 0;
  return corrections.filter(({ at }) => at >= since).length;
}

/** Everybody of the relief group who has acted. */
export function reliefHands(data: RefusalData): string[] {
  const { accepted, corrections, namings, outcomes, threats } = data;
  const recorded = corrections.flatMap(({ answer }) => (answer && !answer.own ? [answer.by] : []));
  const found = threats.flatMap(({ finding }) => (finding ? [finding.by] : []));
  const hands = [...(accepted ? [accepted.by] : []), ...[...corrections, ...namings, ...outcomes].map(({ by }) => by)];
  return [...new Set([...hands, ...recorded, ...found].map(({ id }) => id))];
}

/** Everybody who has answered for the unit. */
export function unitPersons({ corrections }: RefusalData): string[] {
  return [...new Set(corrections.flatMap(({ answer }) => (answer?.own ? [answer.by.id] : [])))];
}

function withLastCorrection(data: RefusalData, change: Partial<Correction>): RefusalData {
  const last = data.corrections.length - 1;
  const corrections = data.corrections.map((one, index) => (index === last ? { ...one, ...change } : one));
  return { ...data, corrections };
}
