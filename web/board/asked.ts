import type { z } from 'zod';
import { apiProblem } from '../../api/problems/api-problem.ts';
import { faultsOf } from '../../api/problems/field-words.ts';

/**
 * The query of a page: a form without script sends its empty fields too, and looks are no part of the question. `names`
 * are those that the api calls otherwise, since `type` of an address is the size of letters.
 */
export function askedFor<T>(query: unknown, schema: z.ZodType<T>, names: Readonly<Record<string, string>> = {}): T {
  const given = Object.entries((query ?? {}) as Record<string, unknown>).filter(
    ([name, value]) => typeof value === 'string' && value.trim() !== '' && name !== 'lang' && name !== 'type',
  );
  const asked = Object.fromEntries(given.map(([name, value]) => [names[name] ?? name, String(value).trim()]));
  const result = schema.safeParse(asked, { reportInput: true });
  if (result.success) return result.data;
  const faults = faultsOf(result.error.issues);
  throw apiProblem('query.invalid', { count: faults.length }, { faults });
}
