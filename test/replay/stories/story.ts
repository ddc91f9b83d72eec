import type { Actor } from '../../../processes/kernel/actor.ts';
import type { Instant } from '../../../processes/kernel/clock.ts';
import type { AnyRules } from '../../../processes/kernel/define-rules.ts';
import { personsOf } from '../../processes/support/walk.ts';
import { ANZHENXILI } from '../../support/case.ts';

/** A path of one or several cases, named by what its stored histories prove. */
export interface Story {
  name: string;
  moves: readonly Move[];
  /** Where each case ends whose history is kept; others only take part. */
  endsIn: Readonly<Record<string, string>>;
}

export type Move = Opening | Act | Days | Loss;

/** The ids of the cases that are open by then, by their names in the story. */
export type Ids = Readonly<Record<string, string>>;
export type FormOf = (at: Instant, ids: Ids) => object;

/** Opens a case; all of them are opened before time passes, so that they live in the same time. */
export interface Opening {
  opens: string;
  rules: AnyRules;
  org: string;
  by: Actor;
  form: FormOf;
  settings?: Record<string, number>;
  historyEventsMax?: number;
}

/** What somebody does to a case, after the other cases have given their word. */
export interface Act {
  in: string;
  command: string;
  by: Actor;
  form: FormOf;
}

/** Time that passes in every case. */
export interface Days {
  days: number;
}

/** An operator ends the workflow of a case, so that others can no longer reach it. */
export interface Loss {
  loses: string;
}

export const days = (count: number): Days => ({ days: count });
export const lose = (name: string): Loss => ({ loses: name });

type Samples<Forms> = { readonly [C in keyof Forms]: (at: Instant) => Forms[C] };
type Change<Form> = Partial<Form> | ((at: Instant, ids: Ids) => Partial<Form>);

/** The acts of one case: the form is the sample of the command unless the story is about it. */
export function actsOn<Forms extends object>(name: string, samples: Samples<Forms>) {
  return <C extends keyof Forms & string>(command: C, by: Actor, change: Change<Forms[C]> = {}): Act => ({
    in: name,
    command,
    by,
    form: changed(samples[command], change),
  });
}

/** The opening form of a process, changed where the story is about it. */
export function changed<Form>(sample: (at: Instant) => Form, change: Change<Form>): FormOf {
  return (at, ids) => ({ ...sample(at), ...(typeof change === 'function' ? change(at, ids) : change) });
}

/** More time is asked for a clock, and granted. */
export function extended(
  name: string,
  deadline: string,
  { by, asker, decider }: { by: object; asker: Actor; decider: Actor },
): Act[] {
  const reason = '材料尚缺一项,需再核对。';
  const asked = { in: name, command: 'deadline.askExtension', by: asker, form: () => ({ deadline, by, reason }) };
  const verdict = { deadline, verdict: 'granted', reason: '情况属实,同意延期。' };
  return [asked, { in: name, command: 'deadline.decideExtension', by: decider, form: () => verdict }];
}

/** Somebody who holds an office in the community of the stories or above it, unless another is named. */
export const staff = personsOf(ANZHENXILI);
