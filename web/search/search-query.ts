import type { z } from 'zod';
import { CasesQuery } from '../../api/cases/bodies.ts';

export type SearchQuery = z.infer<typeof CasesQuery>;

const passing = ['lang', 'type', 'did'];

/** The search as it can be asked; what is not understood is left out and named. */
export function readSearchQuery(asked: Readonly<Record<string, unknown>>): { query: SearchQuery; unknown: string[] } {
  const shape: Readonly<Record<string, z.ZodType>> = CasesQuery.shape;
  const unknown: string[] = [];
  const given: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(asked)) {
    if (value === '' || passing.includes(name)) continue;
    const schema = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (schema?.safeParse(value).success) given[name] = value;
    else unknown.push(name.slice(0, 40));
  }
  return { query: CasesQuery.parse({ ...given, count: 'true', limit: '50' }), unknown };
}
