import type { ProposalData, Round } from './data.ts';
import type { Act } from './names.ts';
import { allRounds } from './rounds.ts';

export function reportMilestone(data: ProposalData, event: Act<'milestone.report'>): ProposalData {
  const { form, actor, facts } = event;
  return withWork(data, { reports: [...data.work.reports, { ...form, by: actor, at: facts.at }] });
}

/** Milestones of the plan that no report of this round calls done, by number. */
export function openMilestones(data: ProposalData): number[] {
  const milestones = data.work.plan?.milestones ?? [];
  return milestones
    .map((_, index) => index + 1)
    .filter((number) => !data.work.reports.some((report) => report.milestone === number && report.percent === 100));
}

export function suspendWork(data: ProposalData, event: Act<'work.suspend'>): ProposalData {
  const suspension = { ...event.form, from: event.facts.at, until: null };
  return withWork(data, { suspensions: [...data.work.suspensions, suspension] });
}

export function resumeWork(data: ProposalData, event: Act<'work.resume'>): ProposalData {
  const suspensions = data.work.suspensions.map((one) =>
    one.until === null ? { ...one, until: event.facts.at } : one,
  );
  return withWork(data, { suspensions });
}

export function terminate(data: ProposalData, event: Act<'work.terminate'>): ProposalData {
  return { ...data, termination: { ...event.form, at: event.facts.at } };
}

export function completeWork(data: ProposalData, event: Act<'work.complete'>): ProposalData {
  const { form, actor, facts } = event;
  return withWork(data, { completion: { ...form, by: actor, at: facts.at } });
}

export function completeRectification(data: ProposalData, event: Act<'rectification.complete'>): ProposalData {
  const { form, actor, facts } = event;
  const { measures, completedOn } = form;
  return withWork(data, { completion: { summary: measures, completedOn, by: actor, at: facts.at } });
}

export function recordInspection(data: ProposalData, event: Act<'inspection.record'>): ProposalData {
  const { form, actor, facts } = event;
  return withWork(data, { inspections: [...data.work.inspections, { ...form, by: actor, at: facts.at }] });
}

export function publishResult(data: ProposalData, event: Act<'result.publish'>): ProposalData {
  return withWork(data, { result: { ...event.form, at: event.facts.at } });
}

export function recordPatrol(data: ProposalData, event: Act<'patrol.record'>): ProposalData {
  const { form, actor, facts } = event;
  return { ...data, patrols: [...data.patrols, { ...form, by: actor, at: facts.at }] };
}

/** Everybody who carried out the matter in any round; a second round does not wash off the first. */
export function implementersOf(data: ProposalData): string[] {
  return [...new Set(allRounds(data).flatMap((round) => round.plan?.implementer.personIds ?? []))];
}

function withWork(data: ProposalData, change: Partial<Round>): ProposalData {
  return { ...data, work: { ...data.work, ...change } };
}
