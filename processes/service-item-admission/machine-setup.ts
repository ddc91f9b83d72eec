import { assign, setup } from 'xstate';
import { dateOf } from '../kernel/clock.ts';
import type { Effects, Facts, Person } from '../kernel/define-rules.ts';
import type { ProblemValues } from '../kernel/problem.ts';
import type { AdmissionData, Application, Suspension } from './data.ts';
import { reviseDispatches, turned } from './dispatches.ts';
import { confirmFunds, isPaidOn, withdrawFunds } from './funds.ts';
import { end, goOn, suspend } from './life.ts';
import type { Act, AdmissionEvent, Notice } from './names.ts';

/** The vocabulary of the machine. */
export const admissionSetup = setup({
  types: {
    context: {} as AdmissionData,
    events: {} as AdmissionEvent,
    input: {} as { form: Application; actor: Person | null; facts: Facts },
  },
  actions: {
    // Effects are data for whoever records the step; the machine itself does nothing.
    notify: (_, _params: Effects['notify']) => {},
    relayEach: (_, _params: Effects['relayEach']) => {},
  },
});

type Next<E extends AdmissionEvent> = (data: AdmissionData, event: E) => AdmissionData;

/** Changes the data by a pure function of data and event. */
export function change<E extends AdmissionEvent>(next: Next<E>) {
  return assign<AdmissionData, E, undefined, AdmissionEvent, never>(({ context, event }) => next(context, event));
}

/**
 * A change that may close or open a gate for tasks under way: they are told first, by comparing what stands with what
 * will stand, and then the data change.
 */
export function changeForTasks<E extends AdmissionEvent>(next: Next<E>) {
  const settled: Next<E> = (data, event) => reviseDispatches(next(data, event), event.facts.at);
  const relays = {
    type: 'relayEach' as const,
    params: ({ context, event }: { context: AdmissionData; event: E }): Effects['relayEach'] =>
      turned(context, settled(context, event)),
  };
  return [relays, change(settled)] as const;
}

/** Tells whoever applied. */
export function tell(notice: Notice, values: (data: AdmissionData) => ProblemValues = () => ({})) {
  return {
    type: 'notify' as const,
    params: ({ context }: { context: AdmissionData }): Effects['notify'] => ({
      to: [context.applicant.id],
      notice,
      values: { title: context.item.name, ...values(context) },
    }),
  };
}

/** The item leaves the list, and the tasks under way learn it. */
export function leave<E extends AdmissionEvent>(why: (event: E) => Parameters<typeof end>[2]) {
  return [...changeForTasks<E>((data, event) => end(data, event, why(event))), tell('ended')] as const;
}

type Step<E extends AdmissionEvent> = { context: AdmissionData; event: E };

/** Money goes: where today is no longer paid for, the item stands still. */
export const interrupts = ({ context, event }: Step<Act<'funds.withdraw'>>): boolean =>
  !isPaidOn(withdrawFunds(context, event), dateOf(event.facts.at));

export function interrupt(from: Suspension['from']) {
  return changeForTasks<Act<'funds.withdraw'>>((data, event) => {
    const { form, facts } = event;
    const because: Suspension = { because: 'money', reason: form.reason, from, at: facts.at };
    return suspend(withdrawFunds(data, event), because);
  });
}

/** Money comes back for an item that stood still for want of it. */
export function restores(to: Suspension['from']) {
  return ({ context, event }: Step<Act<'funds.confirm'>>): boolean =>
    context.suspension?.because === 'money' &&
    context.suspension.from === to &&
    isPaidOn(confirmFunds(context, event), dateOf(event.facts.at));
}

export const restore = changeForTasks<Act<'funds.confirm'>>((data, event) =>
  goOn(confirmFunds(data, event), { at: event.facts.at, because: 'money' }),
);

/** True if the money that has come opens at least the first period of the plan. */
export const opensFirstPeriod = ({ context, event }: Step<Act<'funds.confirm'>>): boolean => {
  const { money } = confirmFunds(context, event);
  return money?.needed === true && isPaidOn(confirmFunds(context, event), money.plan[0]?.from ?? '');
};

export const needsMoney = ({ context }: { context: AdmissionData }): boolean => context.money?.needed === true;
