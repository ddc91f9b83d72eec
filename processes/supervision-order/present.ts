import type { Viewer } from '../kernel/define-rules.ts';
import { latenessOf } from './conclusion.ts';
import type { OrderData } from './data.ts';

/**
 * The data as a viewer may see it. Both sides and staff see the whole order; the public sees what was asked of which
 * office and what came of it, and no person.
 */
export function present(data: OrderData, viewer: Viewer): Record<string, unknown> {
  const order = { ...data, issuedBySystem: data.issuedBy === null, lateness: latenessOf(data) };
  if (viewer.kind !== 'public') return order;
  const { role, org } = data.assignment.responsible;
  return {
    round: data.round,
    about: data.about,
    ground: data.ground,
    requirement: data.requirement,
    limitWorkingDays: data.limitWorkingDays,
    issuedAt: data.issuedAt,
    issuedBySystem: order.issuedBySystem,
    responsible: { role, org },
    signedAt: data.assignment.signed?.at ?? null,
    replies: data.replies.map(({ result, completedOn, at, verification }) => ({
      result,
      completedOn,
      at,
      verdict: verification?.verdict ?? null,
    })),
    lateness: order.lateness,
    closedAt: data.conclusion?.at ?? null,
    reviewed: data.review?.decision?.verdict ?? null,
  };
}
