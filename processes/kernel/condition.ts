import type { Actor } from './actor.ts';
import type { AnyRules, Condition, Facts } from './define-rules.ts';
import { type Problem, problem } from './problem.ts';

/** The first condition that fails, as a problem. */
export function brokenCondition(
  rules: AnyRules,
  command: string,
  input: { data: object; form: object | null; actor: Actor; facts: Facts },
): Problem | undefined {
  const conditions: readonly Condition<unknown, unknown, string>[] = rules.conditions[command] ?? [];
  for (const condition of conditions) {
    if (condition.needsForm && input.form === null) continue;
    const values = condition.fails({ ...input, form: input.form });
    if (values) return problem(condition.code, values, condition.pointer);
  }
  return undefined;
}
