import { dateOf } from '../kernel/clock.ts';
import type { Facts } from '../kernel/define-rules.ts';
import { monthOf, takeOff } from './burden.ts';
import type { DispatchData, End, HowItEnds, Return } from './data.ts';
import { codeOf } from './gates.ts';
import type { Act } from './names.ts';

export function refuse(data: DispatchData, { form, actor, facts }: Act<'task.refuse'>): DispatchData {
  return { ...data, refusal: { ...form, by: actor, at: facts.at } };
}

export function askReturn(data: DispatchData, { form, actor, facts }: Act<'task.return'>): DispatchData {
  const one: Return = { ...form, by: actor, at: facts.at, acknowledged: null, dispute: null, decision: null };
  return { ...data, returns: [...data.returns, one] };
}

export function acknowledgeReturn(data: DispatchData, event: Act<'return.acknowledge'>): DispatchData {
  const { form, actor, facts } = event;
  return withLastReturn(data, { acknowledged: { remark: form.remark ?? null, by: actor, at: facts.at } });
}

export function disputeReturn(data: DispatchData, { form, actor, facts }: Act<'return.dispute'>): DispatchData {
  return withLastReturn(data, { dispute: { reason: form.reason, by: actor, at: facts.at } });
}

export function decideReturn(data: DispatchData, { form, actor, facts }: Act<'return.decide'>): DispatchData {
  return withLastReturn(data, { decision: { ...form, by: actor, at: facts.at } });
}

export function withdraw(data: DispatchData, { form, actor, facts }: Act<'task.withdraw'>): DispatchData {
  return { ...data, withdrawal: { reason: form.reason, by: actor, at: facts.at } };
}

/**
 * The end of the task, and of what it weighs: where work was done, the month in which it stops still counts; a task that
 * nobody accepted never counted.
 */
export function endAs(how: HowItEnds) {
  return (data: DispatchData, { facts }: { facts: Facts }): DispatchData => {
    const end: End = { how, at: facts.at, told: data.admission ? 'asked' : 'nobody', refusedBecause: null };
    const month = monthOf(dateOf(facts.at));
    const worked = data.acceptance !== null;
    return takeOff({ ...data, end, standsSince: null }, (each) => !worked || each > month, facts.at);
  };
}

/** What the admission answered; where it refused, the code says why, and the task has ended all the same. */
export function keepEnd(data: DispatchData, { type, reply }: Act<'end.recorded' | 'end.refused'>): DispatchData {
  const recorded = type === 'end.recorded';
  const change: Partial<End> = {
    told: recorded ? 'recorded' : 'refused',
    refusedBecause: recorded ? null : codeOf(reply),
  };
  return { ...data, end: data.end && { ...data.end, ...change } };
}

function withLastReturn(data: DispatchData, change: Partial<Return>): DispatchData {
  const last = data.returns.length - 1;
  return { ...data, returns: data.returns.map((one, index) => (index === last ? { ...one, ...change } : one)) };
}
