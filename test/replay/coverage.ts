import type { AnyRules } from '../../processes/kernel/define-rules.ts';

/** Every command of a process, with those that all processes have. */
export function commandsOf({ permissions }: AnyRules): string[] {
  return Object.keys(permissions);
}

/** What comes to a case without a person and moves it: clocks that run out, and answers of other cases. */
export function eventsOf({ machine, permissions }: AnyRules): string[] {
  return machine.events.filter((type: string) => !(type in permissions));
}
