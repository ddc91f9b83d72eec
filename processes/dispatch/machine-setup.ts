import { assign, setup } from 'xstate';
import type { Effects, Facts, Person } from '../kernel/define-rules.ts';
import type { DispatchData, HowItEnds } from './data.ts';
import { endAs } from './end.ts';
import type { Forms } from './forms.ts';
import { checkRelay, endRelay } from './gates.ts';
import type { DispatchEvent, Notice } from './names.ts';

/** The vocabulary of the machine. */
export const dispatchSetup = setup({
  types: {
    context: {} as DispatchData,
    events: {} as DispatchEvent,
    input: {} as { form: Forms['task.issue']; actor: Person | null; facts: Facts },
  },
  actions: {
    // Effects are data for whoever records the step; the machine itself does nothing.
    notify: (_, _params: Effects['notify']) => {},
    relayEach: (_, _params: Effects['relayEach']) => {},
  },
  guards: {
    isNotListed: ({ context }) => context.admission === null,
    isSuspended: ({ context }) => context.suspension !== null,
    isFinished: ({ context }) => context.end?.how === 'finished',
    isRefused: ({ context }) => context.end?.how === 'refused',
    isReturned: ({ context }) => context.end?.how === 'returned',
    wasOffered: ({ context }) => context.turn === 'offered',
    wasSentBack: ({ context }) => context.turn === 'sentBack',
  },
});

/** Changes the data by a pure function of data and event. */
export function change<E extends DispatchEvent>(next: (data: DispatchData, event: E) => DispatchData) {
  return assign<DispatchData, E, undefined, DispatchEvent, never>(({ context, event }) => next(context, event));
}

type Addressees = (data: DispatchData) => readonly string[];

/** Tells persons; by default both sides. */
export function tell(notice: Notice, to: Addressees = everybody) {
  return {
    type: 'notify' as const,
    params: ({ context }: { context: DispatchData }): Effects['notify'] => ({
      to: to(context),
      notice,
      values: { title: context.task.title },
    }),
  };
}

/** Asks the admission for the gates; nobody is asked where the item is not listed. */
export const askAdmission = {
  type: 'relayEach' as const,
  params: ({ context, event }: { context: DispatchData; event: unknown }): Effects['relayEach'] => ({
    relays: checkRelay(context, factsOf(event)),
  }),
};

/** Tells the admission how the task ended. */
const tellAdmission = {
  type: 'relayEach' as const,
  params: ({ context }: { context: DispatchData }): Effects['relayEach'] => ({ relays: endRelay(context) }),
};

/** The end of the task, of which the admission is told. */
export function ending<E extends DispatchEvent>(
  how: HowItEnds,
  record: ReturnType<typeof change<E>>,
  told: ReturnType<typeof tell>,
) {
  return { target: 'ending', actions: [record, change(endAs(how)), told, tellAdmission] } as const;
}

/** Whoever issued the task, and the contact named in it. */
export function issuer({ issuedBy, task }: DispatchData): string[] {
  return [...new Set([issuedBy.id, task.contact.personId ?? ''])].filter((id) => id !== '');
}

/** Those of the community who have had the task in their hands. */
export function community({ acceptance, reports, returns, refusal }: DispatchData): string[] {
  const hands = [acceptance, refusal, ...reports, ...returns].flatMap((one) => (one ? [one.by.id] : []));
  return [...new Set(hands)];
}

/** Both sides of the task. */
export function everybody(data: DispatchData): string[] {
  return [...issuer(data), ...community(data)];
}

/** The opening event of xstate carries the input and no facts of its own. */
function factsOf(event: unknown): Facts {
  const { facts, input } = event as { facts?: Facts; input?: { facts: Facts } };
  const found = facts ?? input?.facts;
  if (!found) throw new Error('Broken invariant: gates are asked in a step that knows its facts');
  return found;
}
