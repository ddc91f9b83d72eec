import { assign, setup } from 'xstate';
import type { Effects, Facts, Person } from '../kernel/define-rules.ts';
import type { CleanUpData } from './data.ts';
import type { Forms } from './forms.ts';
import type { CleanUpEvent, Notice } from './names.ts';

/** The vocabulary of the machine. */
export const cleanUpSetup = setup({
  types: {
    context: {} as CleanUpData,
    events: {} as CleanUpEvent,
    input: {} as { form: Forms['census.open']; actor: Person | null; facts: Facts },
  },
  actions: {
    // Effects are data for whoever records the step; the machine itself does nothing.
    notify: (_, _params: Effects['notify']) => {},
  },
});

/** Changes the data by a pure function of data and event. */
export function change<E extends CleanUpEvent>(next: (data: CleanUpData, event: E) => CleanUpData) {
  return assign<CleanUpData, E, undefined, CleanUpEvent, never>(({ context, event }) => next(context, event));
}

/** Tells the persons who have had it in hand; who has not yet finds it in the inbox of his office. */
export function tell(notice: Notice, to: (data: CleanUpData) => readonly string[]) {
  return {
    type: 'notify' as const,
    params: ({ context }: { context: CleanUpData }): Effects['notify'] => ({
      to: to(context),
      notice,
      values: { title: context.campaign },
    }),
  };
}

/** Who opened the census and who entered its objects. */
export function communitySide(data: CleanUpData): string[] {
  return unique([data.openedBy.id, ...data.objects.map(({ registered }) => registered.by.id)]);
}

/** Those of the relief group who judged. */
export function reliefSide(data: CleanUpData): string[] {
  return unique(data.objects.flatMap(({ judgement }) => (judgement ? [judgement.by.id] : [])));
}

export function everybody(data: CleanUpData): string[] {
  return unique([...communitySide(data), ...reliefSide(data)]);
}

export function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
