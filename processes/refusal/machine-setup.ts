import { assign, setup } from 'xstate';
import type { Effects, Facts, Person } from '../kernel/define-rules.ts';
import type { RefusalData } from './data.ts';
import type { Forms } from './forms.ts';
import type { Notice, RefusalEvent } from './names.ts';
import { masked } from './protection.ts';
import { reliefHands, unitPersons } from './relief.ts';

/** The vocabulary of the machine. */
export const refusalSetup = setup({
  types: {
    context: {} as RefusalData,
    events: {} as RefusalEvent,
    input: {} as { form: Forms['task.refuse']; actor: Person | null; facts: Facts },
  },
  actions: {
    // Effects are data for whoever records the step; the machine itself does nothing.
    notify: (_, _params: Effects['notify']) => {},
  },
});

/** Changes the data by a pure function of data and event. */
export function change<E extends RefusalEvent>(next: (data: RefusalData, event: E) => RefusalData) {
  return assign<RefusalData, E, undefined, RefusalEvent, never>(({ context, event }) => next(context, event));
}

/** Tells persons; offices learn of their turn from the inbox. */
export function tell(notice: Notice, to: (data: RefusalData) => readonly string[]) {
  return {
    type: 'notify' as const,
    params: ({ context }: { context: RefusalData }): Effects['notify'] => ({
      to: to(context),
      notice,
      values: masked(context, { title: context.task.title, unit: context.task.unit.name }),
    }),
  };
}

/** Those of the community who spoke up: who registered the task, reported pressure, or objected. */
export function speakers({ registeredBy, threats, objection }: RefusalData): string[] {
  return [registeredBy.id, ...threats.map(({ by }) => by.id), ...(objection ? [objection.by.id] : [])];
}

/** The community and the relief group; never the unit, which must not learn who is who. */
export function inside(data: RefusalData): string[] {
  return [...speakers(data), ...reliefHands(data)];
}

/** The same and the persons of the unit who answered. */
export function everybody(data: RefusalData): string[] {
  return [...inside(data), ...unitPersons(data)];
}
