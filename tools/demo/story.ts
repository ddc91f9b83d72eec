import type { CommonForms } from '../../processes/kernel/common/forms.ts';

/** Days of the case's own clock, for forms that name dates. */
export interface Days {
  today: string;
  /** `in(3)` is three days later, `in(-3)` three days ago. */
  in(days: number): string;
}

/** The case of an earlier story, for forms that name it. */
export interface CaseOfStory {
  id: string;
  number: string;
  title: string;
}
export type Cases = (story: string) => CaseOfStory;

/** A person's command, on the story's own case or on that of an earlier story. */
export interface ActStep {
  who: string;
  command: string;
  form(days: Days, cases: Cases): object;
  /** Name of the story on whose case it is given; left out: the own one. */
  on?: string;
}

/** Time that passes on a drill's clock: a span, or until some days after the last day of a limit (before it, if negative). */
export type TimeStep = { advance: string } | { advanceTo: { deadline: string; days: number } };

/** What another case brings by its word: a state, or a link to it. */
export type WaitStep = { reaches: string } | { linked: string };

/** One step of a story: a command, time that passes, or what is waited for. */
export type StoryStep = ActStep | TimeStep | WaitStep;

export const isTime = (step: StoryStep): step is TimeStep => 'advance' in step || 'advanceTo' in step;
export const isWait = (step: StoryStep): step is WaitStep => 'reaches' in step || 'linked' in step;

/** How one case of the demo comes to where it stands. */
export interface Story<State extends string = string> {
  /** Part of the idempotency keys: never changed once seeded. */
  name: string;
  process: string;
  org: string;
  /** Who opens the case. */
  by: string;
  /** With a clock of its own, for states that need time to pass. */
  drill?: boolean;
  form(days: Days, cases: Cases): object;
  steps: readonly StoryStep[];
  /** Where it ends. */
  state: State;
  /** States that it only passes through, because another case answers at once. */
  passes?: readonly State[];
}

/** Every state that the stories reach or pass through. */
export function statesOf<State extends string>(stories: readonly Story<State>[]): Set<State> {
  return new Set(stories.flatMap(({ state, passes = [] }) => [state, ...passes]));
}

/** Makes steps whose command and form fit each other: `const act = actsOf<Forms>()`. */
export function actsOf<Forms extends object>() {
  return <Command extends keyof Forms & string>(
    who: string,
    command: Command,
    form: Forms[Command] | ((days: Days, cases: Cases) => Forms[Command]),
    on?: string,
  ): ActStep => ({
    who,
    command,
    form: typeof form === 'function' ? (form as ActStep['form']) : () => form as object,
    ...(on === undefined ? {} : { on }),
  });
}

/** Steps on the clocks that every process has: more time, a pause and its end. */
export const onClock = actsOf<CommonForms>();
