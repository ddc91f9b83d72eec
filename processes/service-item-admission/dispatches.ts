/** Tasks that ask whether they may reach a community, and what becomes of them as money comes and goes. */
import { type DateString, dateOf, type Instant } from '../kernel/clock.ts';
import type { Effects } from '../kernel/define-rules.ts';
import { fill } from '../kernel/text.ts';
import { allOpen, closedGates, type Gate, gateReasons, gatesOf, type ItemStanding } from '../law/gates.ts';
import type { AdmissionData, DispatchRecord } from './data.ts';
import { moneyStanding } from './funds.ts';
import { lineOf } from './listing.ts';
import type { Act } from './names.ts';

/** The item as the gates look at it. */
export function standingOf(data: AdmissionData): ItemStanding {
  const line = lineOf(data);
  return {
    standing: standing(data),
    listed: line && { from: line.effectiveFrom, until: line.validUntil },
    agreement: agreementOf(data),
    money: moneyStanding(data),
    acts: data.item.acts,
    hoursPerMonth: data.item.hoursPerMonth,
    areas: data.areas,
  };
}

/** A task asks; it is answered through the record, and never refused. */
export function checkDispatch(data: AdmissionData, event: Act<'dispatch.check'>): AdmissionData {
  const { form, facts } = event;
  const { dispatchId, number, ...task } = form;
  const gates = gatesOf(standingOf(data), { ...task, day: dateOf(facts.at) });
  const record: DispatchRecord = {
    number: number ?? data.dispatches[dispatchId]?.number ?? '',
    org: task.org,
    from: task.from,
    until: task.until,
    standing: allOpen(gates) ? 'running' : 'blocked',
    gates,
    checkedAt: facts.at,
    endedHow: null,
    task,
  };
  return withDispatch(data, dispatchId, record);
}

export function endDispatch(data: AdmissionData, event: Act<'dispatch.end'>): AdmissionData {
  const { dispatchId, how } = event.form;
  const known = data.dispatches[dispatchId];
  return known ? withDispatch(data, dispatchId, { ...known, standing: 'ended', endedHow: how }) : data;
}

/** Looks again at every task under way: what is no longer carried stands still, what is carried again goes on. */
export function reviseDispatches(data: AdmissionData, at: Instant): AdmissionData {
  const item = standingOf(data);
  const dispatches = Object.entries(data.dispatches).map(([id, record]): [string, DispatchRecord] => {
    if (record.standing !== 'running' && record.standing !== 'suspended') return [id, record];
    const gates = gatesOf(item, { ...record.task, day: dateOf(at) });
    return [id, { ...record, gates, standing: carries(gates) ? 'running' : 'suspended', checkedAt: at }];
  });
  return { ...data, dispatches: Object.fromEntries(dispatches) };
}

/** What the tasks are told whose standing has turned. */
export function turned(before: AdmissionData, after: AdmissionData): Effects['relayEach'] {
  const relays = Object.entries(after.dispatches).flatMap(([id, record]): Effects['relay'][] => {
    const was = before.dispatches[id]?.standing;
    if (was === 'running' && record.standing === 'suspended') return [suspend(id, record)];
    return was === 'suspended' && record.standing === 'running' ? [resume(id)] : [];
  });
  return { relays };
}

/** A task that goes on says to which day its end has moved while it stood still: that time must be paid for as well. */
export function keepMovedEnd(data: AdmissionData, { reply }: Act<'task.resumed'>): AdmissionData {
  const { id, data: moved } = (reply ?? {}) as { id?: string; data?: { until?: DateString } };
  const known = id === undefined ? undefined : data.dispatches[id];
  if (id === undefined || known === undefined || moved?.until === undefined) return data;
  const { until } = moved;
  return withDispatch(data, id, { ...known, until, task: { ...known.task, until } });
}

/** The task could not be told; it is kept, so that somebody sees it. */
export function keepUnreached(
  data: AdmissionData,
  event: Act<'task.suspendRefused' | 'task.resumeRefused'>,
): AdmissionData {
  const { reply, type, facts } = event;
  const code = typeof reply === 'object' && reply !== null && 'code' in reply ? reply.code : undefined;
  const command = type === 'task.suspendRefused' ? 'task.suspend' : 'task.resume';
  const unreached = { command, code: typeof code === 'string' ? code : 'unknown', at: facts.at } as const;
  return { ...data, unreached: [...data.unreached, unreached] };
}

/** What stops a task that is under way: its place on the list and its money. The rest was settled when it was handed over. */
function carries(gates: readonly Gate[]): boolean {
  return stoppers(gates).length === 0;
}

function stoppers(gates: readonly Gate[]): Gate[] {
  return closedGates(gates).filter(({ gate }) => gate === 'listed' || gate === 'funded');
}

function suspend(caseId: string, record: DispatchRecord): Effects['relay'] {
  const [why] = stoppers(record.gates);
  const reason = why?.reason ?? 'item.suspended';
  const note = fill(gateReasons[reason].zh, why?.values ?? {});
  const form = { reason, note };
  return { caseId, command: 'task.suspend', form, accepted: 'task.suspended', refused: 'task.suspendRefused' };
}

function resume(caseId: string): Effects['relay'] {
  return { caseId, command: 'task.resume', form: {}, accepted: 'task.resumed', refused: 'task.resumeRefused' };
}

function standing(data: AdmissionData): ItemStanding['standing'] {
  if (data.ending !== null) return 'ended';
  if (data.suspension !== null) return 'suspended';
  return lineOf(data) === null ? 'notAdmitted' : 'inEffect';
}

function agreementOf({ origin, agreement }: AdmissionData): ItemStanding['agreement'] {
  if (origin === 'existingList') return 'existingBasis';
  if (origin === 'emergency') return 'emergencyStandard';
  return agreement?.signedAt ? 'signed' : 'notSigned';
}

function withDispatch(data: AdmissionData, id: string, record: DispatchRecord): AdmissionData {
  return { ...data, dispatches: { ...data.dispatches, [id]: record } };
}
