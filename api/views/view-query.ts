import { z } from 'zod';
import { processOf } from '../../processes/index.ts';
import { visible } from '../../processes/kernel/form-field.ts';
import { BoardQuery } from '../board/bodies.ts';
import { CasesQuery, TasksQuery } from '../cases/bodies.ts';

export const viewPages = ['desk', 'search', 'board'] as const;
export type ViewPage = (typeof viewPages)[number];

/** A filter that is to be kept. */
export const SavedViewBody = z
  .strictObject({
    page: z.enum(viewPages),
    name: z
      .string()
      .overwrite(visible)
      .trim()
      .min(1)
      .max(40)
      .regex(/^\P{Cc}*$/u),
    query: z
      .string()
      .max(1000)
      .regex(/^\P{Cc}*$/u)
      .describe('The filter as in the address: light=red&org=chaoyang.anzhen'),
  })
  .meta({ id: 'SaveView' });

/** What the page of a view understands. */
const filters: Record<ViewPage, z.ZodObject> = {
  desk: TasksQuery.extend({ tab: z.enum(['mine', 'group', 'opened', 'copied', 'acted', 'followed']).optional() }),
  search: CasesQuery,
  board: BoardQuery,
};

/** Where one stands in a list, and in which language, belongs to no view. */
const passing = ['cursor', 'lang'];

/** Parameters that the page no longer understands: unknown names, values it refuses, processes that are gone. */
export function staleIn(page: ViewPage, query: string): string[] {
  const asked = new URLSearchParams(query);
  const shape: Readonly<Record<string, z.ZodType>> = filters[page].shape as Record<string, z.ZodType>;
  const isStale = (name: string) => {
    const schema = Object.hasOwn(shape, name) && !passing.includes(name) ? shape[name] : undefined;
    const values = asked.getAll(name);
    if (!schema || values.length > 1 || !schema.safeParse(values[0]).success) return true;
    return name === 'process' && processOf(values[0] ?? '') === undefined;
  };
  return [...new Set(asked.keys())].filter(isStale);
}
