import type { LedgerSight, Viewer } from '../kernel/define-rules.ts';
import type { RefusalData } from './data.ts';
import { isProtected, masked } from './protection.ts';
import { isBreach } from './public-register.ts';
import { reliefHands } from './relief.ts';

/**
 * The data as a viewer may see it. Who registered the task is known to himself and to those of the relief group who have
 * taken the case in hand. Everybody else, staff of the office that was refused included, sees what was asked, the grounds
 * and what came of it, with every protected name taken out; the public does not see the message either.
 */
export function present(data: RefusalData, viewer: Viewer): Record<string, unknown> {
  const derived = { assessmentBreach: isBreach(data), outcome: data.publicLines.at(-1)?.outcome ?? 'open' };
  if (isInside(data, viewer)) return { ...data, ...derived };
  return masked(data, { ...openPart(data), ...derived, ...(viewer.kind === 'staff' ? workingPart(data) : {}) });
}

/** In the ledger as well: whoever spoke for the community is nobody to those who are not inside. */
export function ledgerSight(data: RefusalData, viewer: Viewer, actorId: string | null): LedgerSight {
  if (isInside(data, viewer) || (actorId !== null && actorId === viewer.id)) return 'open';
  if (actorId === null || isProtected(data, actorId)) return 'nameless';
  return 'masked';
}

function isInside(data: RefusalData, { id }: Viewer): boolean {
  return id === data.registeredBy.id || reliefHands(data).includes(id);
}

/** What the public may know. */
function openPart(data: RefusalData): Record<string, unknown> {
  const { task, corrections, threats, namings, outcomes, objection } = data;
  const { title, unit, channel, receivedOn } = task;
  return {
    round: data.round,
    title,
    unit: { name: unit.name, level: unit.level },
    channel,
    receivedOn,
    registeredAt: data.registeredAt,
    grounds: data.grounds,
    refuses: data.refuses,
    threats: threats.map(({ receivedOn: day, finding }) => ({ receivedOn: day, verdict: finding?.verdict ?? null })),
    corrections: corrections.map(({ at, expiredAt, answer }) => ({ at, expiredAt, result: answer?.result ?? null })),
    namings: namings.map(({ statement, at }) => ({ statement, at })),
    outcomes: outcomes.map(({ verdict, admission, at }) => ({ verdict, admission, at })),
    reviewed: objection?.decision?.verdict ?? null,
  };
}

/** What staff need besides: the task in its words, what is asked of the unit, and the reasons. */
function workingPart(data: RefusalData): Record<string, unknown> {
  const { task, threats, corrections, outcomes, objection } = data;
  const { wording, receivedAtTime, dueInHours, dueText, itemCode, asksForForm, moneyMissing, evidence } = task;
  return {
    wording,
    ...{ receivedAtTime, dueInHours, dueText, itemCode, asksForForm, moneyMissing },
    evidence: evidence.map(({ kind }) => ({ kind })),
    threats: threats.map(({ words, receivedOn, finding }) => ({
      words,
      receivedOn,
      verdict: finding?.verdict ?? null,
      reason: finding?.reason ?? null,
      consequence: finding?.consequence ?? null,
    })),
    corrections: corrections.map(({ requirement, limitWorkingDays, at, expiredAt, answer }) => ({
      requirement,
      limitWorkingDays,
      at,
      expiredAt,
      result: answer?.result ?? null,
      explanation: answer?.explanation ?? null,
    })),
    outcomes: outcomes.map(({ verdict, reasons, admission, at }) => ({ verdict, reasons, admission, at })),
    objection: objection && {
      reason: objection.reason,
      at: objection.at,
      decision: objection.decision?.verdict ?? null,
    },
  };
}
