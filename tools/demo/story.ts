/** Days of the case's own clock, for forms that name dates. */
export interface Days {
  today: string;
  /** `in(3)` is three days later, `in(-3)` three days ago. */
  in(days: number): string;
}

/** A person's command, on the story's own case or on that of an earlier story. */
export interface ActStep {
  who: string;
  command: string;
  form(days: Days): object;
  /** Name of the story on whose case it is given; left out: the own one. */
  on?: string;
}

/** One step of a story: a command, time that passes on a drill's clock, or a state that another case's word brings. */
export type StoryStep = ActStep | { advance: string } | { reaches: string };

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
  form(days: Days): object;
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
    form: Forms[Command] | ((days: Days) => Forms[Command]),
    on?: string,
  ): ActStep => ({
    who,
    command,
    form: typeof form === 'function' ? (form as (days: Days) => object) : () => form as object,
    ...(on === undefined ? {} : { on }),
  });
}
