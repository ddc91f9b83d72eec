import type { Process } from '../../processes/kernel/define-process.ts';
import type { Locale } from '../../processes/kernel/text.ts';

/** An arrow of the diagram: everything that leads from one state to another. */
export interface Arrow {
  from: string;
  to: string;
  events: string[];
}

const ITSELF = '';

/** The arrows of a process, in the order of its states; acts that stay in a state are left out. */
export function arrowsOf(process: Process): Arrow[] {
  const { machine } = process.rules;
  const arrows = new Map<string, Arrow>();
  for (const from of Object.keys(process.rules.states)) {
    const node = machine.root.states[from];
    // What a state leaves by itself, without waiting for anybody, has no event.
    const steps = [...(node?.transitions ?? []), [ITSELF, node?.always ?? []] as const];
    for (const [event, transitions] of steps) {
      for (const to of transitions.flatMap((transition) => transition.target ?? []).map((target) => target.key)) {
        if (to === from) continue;
        const arrow = arrows.get(`${from}>${to}`) ?? { from, to, events: [] };
        if (!arrow.events.includes(event)) arrow.events.push(event);
        arrows.set(`${from}>${to}`, arrow);
      }
    }
  }
  return [...arrows.values()];
}

/** The state in which a case begins. */
export function initialState(process: Process): string {
  const [initial] = process.rules.machine.root.initial.target;
  return initial?.key ?? Object.keys(process.rules.states)[0] ?? '';
}

/** True if nobody has to act: a clock ran out, another case answered, or the state is left at once. */
export function isAutomatic(process: Process, event: string): boolean {
  return process.rules.permissions[event] === undefined;
}

/** Name of what leads along an arrow. */
export function eventWords(process: Process, event: string, locale: Locale): string {
  if (event === ITSELF) return locale === 'en' ? 'by itself' : '自动';
  const texts = process.texts[locale];
  return texts.commands[event]?.title ?? (texts.events[event]?.past ?? event).replace(/[。.]$/, '');
}
