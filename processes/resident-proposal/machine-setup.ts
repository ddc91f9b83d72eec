import { assign, setup } from 'xstate';
import type { Effects, Facts, Person } from '../kernel/define-rules.ts';
import type { ProblemValues } from '../kernel/problem.ts';
import type { ProposalData } from './data.ts';
import { outsideBodyOf } from './decision.ts';
import type { Forms } from './forms.ts';
import type { Notice, ProposalEvent } from './names.ts';
import { needsMoney } from './planning.ts';
import { stakeholders } from './proposers.ts';
import { reachesThreshold } from './supporters.ts';

/** The vocabulary that all stages of the machine share. */
export const proposalSetup = setup({
  types: {
    context: {} as ProposalData,
    events: {} as ProposalEvent,
    input: {} as { form: Forms['proposal.draft']; actor: Person; facts: Facts },
  },
  actions: {
    // Effects are data for whoever records the step; the machine itself does nothing.
    notify: (_, _params: Effects['notify']) => {},
    relay: (_, _params: Effects['relay']) => {},
    relayEach: (_, _params: Effects['relayEach']) => {},
  },
  guards: {
    awaitsConfirmation: ({ context }) => context.entry !== null && !context.entry.confirmed,
    reachesThreshold: ({ context }) => reachesThreshold(context),
    fallsBelowThreshold: ({ context }) => !reachesThreshold(context),
    isDecidedOutside: ({ context }) => outsideBodyOf(context) !== null,
    needsMoney: ({ context }) => needsMoney(context),
  },
});

/** Changes the data by a pure function of data and event. */
export function change<E extends ProposalEvent>(next: (data: ProposalData, event: E) => ProposalData) {
  return assign<ProposalData, E, undefined, ProposalEvent, never>(({ context, event }) => next(context, event));
}

type Addressees = (data: ProposalData) => readonly string[];

/** Tells everybody concerned. */
export function tell(
  notice: Notice,
  to: Addressees = stakeholders,
  values: (data: ProposalData) => ProblemValues = () => ({}),
) {
  return {
    type: 'notify' as const,
    params: ({ context }: { context: ProposalData }): Effects['notify'] => ({
      to: to(context),
      notice,
      values: { title: context.content.title, ...values(context) },
    }),
  };
}
