import type { Viewer } from '../kernel/define-rules.ts';
import { standingMonths } from './burden.ts';
import type { DispatchData } from './data.ts';
import { explainedGates } from './gates.ts';
import { type Ground, groundSources } from './grounds.ts';

/**
 * The data as a viewer may see it. Both sides and staff see the whole task with every gate; the public sees what was asked of
 * the community by which unit and what came of it, and no person.
 */
export function present(data: DispatchData, viewer: Viewer): Record<string, unknown> {
  const shown = {
    ...data,
    gates: explainedGates(data),
    burdenMonths: standingMonths(data),
    refusal: data.refusal && { ...data.refusal, sources: sourcesOf(data.refusal.grounds) },
    returns: data.returns.map((one) => ({ ...one, sources: sourcesOf(one.grounds) })),
  };
  if (viewer.kind !== 'public') return shown;
  const { itemCode, title, unit, requirement, acts, from, hoursPerMonth, standard, mainResponsible } = data.task;
  return {
    round: data.round,
    task: { itemCode, title, unit, requirement, acts, from, hoursPerMonth, standard, mainResponsible },
    until: data.until,
    issuedAt: data.issuedAt,
    admission: data.admission && { number: data.admission.number },
    gates: shown.gates.map(({ gate, open, reason, title: words }) => ({ gate, open, reason, title: words })),
    suspendedSince: data.suspension?.at ?? null,
    acceptedAt: data.acceptance?.at ?? null,
    refusedAt: data.refusal?.at ?? null,
    refusalGrounds: data.refusal?.grounds ?? [],
    reports: data.reports.map(({ doneOn, at, confirmation }) => ({
      doneOn,
      at,
      verdict: confirmation?.verdict ?? null,
    })),
    end: data.end && { how: data.end.how, at: data.end.at },
  };
}

function sourcesOf(grounds: readonly Ground[]) {
  return grounds.flatMap((ground) => groundSources[ground]);
}
