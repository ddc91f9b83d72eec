import { assign, setup } from 'xstate';
import type { Effects, Facts, Person } from '../kernel/define-rules.ts';
import type { SealData } from './data.ts';
import type { Forms } from './forms.ts';
import type { Notice, SealEvent } from './names.ts';
import { titleOf } from './title.ts';

/** The vocabulary of the machine. */
export const sealSetup = setup({
  types: {
    context: {} as SealData,
    events: {} as SealEvent,
    input: {} as { form: Forms['seal.apply']; actor: Person | null; facts: Facts },
  },
  actions: {
    // Effects are data for whoever records the step; the machine itself does nothing.
    notify: (_, _params: Effects['notify']) => {},
  },
});

/** Changes the data by a pure function of data and event. */
export function change<E extends SealEvent>(next: (data: SealData, event: E) => SealData) {
  return assign<SealData, E, undefined, SealEvent, never>(({ context, event }) => next(context, event));
}

/** Tells those who asked, and whoever else is concerned. */
export function tell(notice: Notice, to: (data: SealData) => readonly string[] = askers) {
  return {
    type: 'notify' as const,
    params: ({ context }: { context: SealData }): Effects['notify'] => ({
      to: to(context),
      notice,
      values: { title: titleOf(context) },
    }),
  };
}

/** The resident, where he has an account, and who handed it in. */
export function askers({ applicant, submittedBy }: SealData): string[] {
  return [...new Set([...(applicant.personId === undefined ? [] : [applicant.personId]), submittedBy.id])];
}

/** Those who asked, who approved and who stamped. */
export function everybody(data: SealData): string[] {
  const hands = [data.approval?.by.id, data.use?.by.id].filter((id) => id !== undefined);
  return [...new Set([...askers(data), ...hands])];
}
