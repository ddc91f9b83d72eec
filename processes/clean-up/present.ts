import { dateOf } from '../kernel/clock.ts';
import type { Viewer } from '../kernel/define-rules.ts';
import { proposeVerdict } from './comparison.ts';
import type { CleanUpData, CleanUpObject } from './data.ts';
import { lastDay, measure, total } from './measure.ts';
import { isStopped, standing } from './objects.ts';

/**
 * The data as a viewer may see it, with what the rules propose and the figures before and after. Staff see who did what; others
 * see units, things and verdicts, no persons.
 */
export function present(data: CleanUpData, viewer: Viewer): Record<string, unknown> {
  const day = lastDay(data);
  const figures = { measuredOn: day, measure: measure(data, day), total: total(data, day) };
  const { objectLines: _, burdenLines: __, ...kept } = data;
  if (viewer.kind === 'staff') {
    const objects = data.objects.map((object) => ({ ...object, proposal: proposalOf(data, object) }));
    return { ...kept, objects, ...figures };
  }
  return {
    round: data.round,
    campaign: data.campaign,
    scope: data.scope,
    openedAt: data.openedAt,
    objects: standing(data).map((object) => publicPart(object)),
    publishedAt: data.publication?.at ?? null,
    publishedAtPlace: data.publication?.place ?? null,
    checks: data.checks.map(({ object, found, checkedOn }) => ({ object, found, checkedOn })),
    settlements: data.settlements.map(({ measure: taken, at }) => ({ measure: taken, at })),
    ...figures,
  };
}

/** By the rules of the day on which the census was closed, or of its last act before. */
function proposalOf(data: CleanUpData, object: CleanUpObject) {
  return proposeVerdict(object.facet, data.closedAt === null ? lastDay(data) : dateOf(data.closedAt));
}

function publicPart(object: CleanUpObject): Record<string, unknown> {
  const { id, facet, judgement, turns } = object;
  return {
    id,
    kind: facet.kind,
    name: facet.name,
    demandedBy: facet.demandedBy,
    basis: facet.basis ?? null,
    hoursPerMonth: facet.hoursPerMonth,
    verdict: judgement?.verdict ?? null,
    reason: judgement?.reason ?? null,
    article: judgement?.article ?? null,
    stopped: isStopped(object),
    turns: turns.map(({ type, on }) => ({ type, on })),
  };
}
