import { dateOf } from '../../kernel/clock.ts';
import type { Condition } from '../../kernel/define-rules.ts';
import type { ProposalData } from '../data.ts';
import type { Forms } from '../forms.ts';
import type { Command, Problem } from '../names.ts';

export type ConditionOf<C extends Command> = Condition<ProposalData, Forms[C], Problem>;

/** What is reported as done cannot lie in the future. */
export function notInFuture<F extends string>(field: F): Condition<ProposalData, Record<F, string>, Problem> {
  return {
    code: 'date.future',
    needsForm: true,
    pointer: `/${field}`,
    fails: ({ form, facts }) => (form[field] > dateOf(facts.at) ? { day: form[field] } : undefined),
  };
}
