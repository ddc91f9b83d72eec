import { assign, setup } from 'xstate';
import type { Effects, Facts, Person } from '../kernel/define-rules.ts';
import type { ProblemValues } from '../kernel/problem.ts';
import { responsiblePersons } from './assignment.ts';
import type { OrderData } from './data.ts';
import type { Forms } from './forms.ts';
import { linkRelay } from './links.ts';
import type { Notice, OrderEvent } from './names.ts';

/** The vocabulary of the machine. */
export const orderSetup = setup({
  types: {
    context: {} as OrderData,
    events: {} as OrderEvent,
    input: {} as { form: Forms['order.issue']; actor: Person | null; facts: Facts },
  },
  actions: {
    // Effects are data for whoever records the step; the machine itself does nothing.
    notify: (_, _params: Effects['notify']) => {},
    relay: (_, _params: Effects['relay']) => {},
  },
});

/** Changes the data by a pure function of data and event. */
export function change<E extends OrderEvent>(next: (data: OrderData, event: E) => OrderData) {
  return assign<OrderData, E, undefined, OrderEvent, never>(({ context, event }) => next(context, event));
}

type Addressees = (data: OrderData) => readonly string[];

/** Tells everybody concerned. */
export function tell(
  notice: Notice,
  to: Addressees = everybody,
  values: (data: OrderData) => ProblemValues = () => ({}),
) {
  return {
    type: 'notify' as const,
    params: ({ context }: { context: OrderData }): Effects['notify'] => ({
      to: to(context),
      notice,
      values: { title: context.about.title, ...values(context) },
    }),
  };
}

/** Writes the order into the ledger of the case that it is about. */
export function linkCase(relation: Parameters<typeof linkRelay>[1]) {
  return {
    type: 'relay' as const,
    params: ({ context }: { context: OrderData }): Effects['relay'] => linkRelay(context, relation),
  };
}

/** Who issued it; nobody where the system did. */
export function issuer({ issuedBy }: OrderData): string[] {
  return issuedBy ? [issuedBy.id] : [];
}

/** Both sides of the order. */
export function everybody(data: OrderData): string[] {
  return [...issuer(data), ...responsiblePersons(data)];
}
