import { z } from 'zod';
import { CasesQuery, TasksQuery } from '../../api/cases/bodies.ts';

/** 待办(全部、我的、本组)and the lists beside it, in the words that staff know. */
export const tabs = ['all', 'mine', 'group', 'opened', 'copied', 'acted', 'followed'] as const;
export type Tab = (typeof tabs)[number];

/** What the desk can be narrowed by; a filter that it does not know, or that is no longer one, is told and left out. */
export interface DeskQuery {
  tab: Tab;
  process?: string | undefined;
  org?: string | undefined;
  light?: 'green' | 'yellow' | 'red' | 'grey' | undefined;
  q?: string | undefined;
  drill: boolean;
  cursor?: string | undefined;
  /** Names of filters that were not understood. */
  unknown: string[];
}

const shape = {
  tab: z.enum(tabs),
  process: TasksQuery.shape.process.unwrap(),
  org: TasksQuery.shape.org.unwrap(),
  light: TasksQuery.shape.light.unwrap(),
  q: TasksQuery.shape.q.unwrap(),
  drill: z.enum(['true', 'false']),
  cursor: z.string().max(200),
} as const;

const passing = ['lang', 'type', 'did'];

export function readDeskQuery(asked: Readonly<Record<string, unknown>>): DeskQuery {
  const query: DeskQuery = { tab: 'all', drill: false, unknown: [] };
  for (const [name, value] of Object.entries(asked)) {
    if (value === '' || passing.includes(name)) continue;
    const schema: z.ZodType | undefined = Object.hasOwn(shape, name) ? shape[name as keyof typeof shape] : undefined;
    const read = schema?.safeParse(value);
    if (!read?.success) query.unknown.push(name.slice(0, 40));
    else if (name === 'drill') query.drill = value === 'true';
    else Object.assign(query, { [name]: read.data });
  }
  return query;
}

/** As the inbox is asked. */
export function inboxQuery({ tab, process, org, light, q, drill, cursor }: DeskQuery) {
  return TasksQuery.parse({
    ...(tab === 'mine' || tab === 'group' ? { scope: tab } : {}),
    ...given({ process, org, light, q, cursor }),
    drill: String(drill),
    limit: 50,
  });
}

/** As a list of cases is asked. */
export function listQuery({ tab, process, org, light, q, drill, cursor }: DeskQuery) {
  return CasesQuery.parse({
    mine: tab,
    ...given({ process, org, light, q, cursor }),
    ...(drill ? {} : { drill: 'false' }),
    count: 'true',
    limit: 50,
  });
}

function given(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
