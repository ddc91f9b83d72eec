import pg from 'pg';
import { openDatabase } from '../db/pool.ts';
import { listTasks } from '../db/queries/tasks.ts';
import type { Report } from '../tools/launch/launch-problem.ts';
import { applyLoad } from './load.ts';
import { type Inbox, inboxes, makeOffices, makeOpenCases } from './open-cases.ts';
import type { BenchOptions } from './options.ts';
import { signIn } from './people.ts';
import { type Spread, spreadOf } from './percentile.ts';
import { COMMUNITY, draft, LEAD, PROCESS } from './proposal.ts';
import type { Servers } from './servers.ts';

const CLIENTS = 8;
const PAGE = 20;

/** What a page of the inbox costs by one way. */
export interface InboxCost {
  openCases: number;
  inbox: string;
  /** Tasks in this inbox, as the plain table counts them. */
  tasks: number;
  way: string;
  spread: Spread;
}

interface Reader {
  way: string;
  read: () => Promise<unknown>;
}

/** Reads pages of 20 with a count, eight at a time: our query, the same over HTTP, and a plain indexed table. */
export async function measureInbox(input: {
  servers: Servers;
  options: BenchOptions;
  report: Report;
}): Promise<InboxCost[]> {
  const { servers, options, report } = input;
  const pool = new pg.Pool({ connectionString: servers.databaseUrl, max: CLIENTS });
  const store = openDatabase(servers.databaseUrl);
  try {
    const lead = await signIn(servers.apiUrl, LEAD);
    const template = await lead.post<{ id: string }>('/api/cases', {
      process: PROCESS,
      org: COMMUNITY,
      form: draft('收件箱样本案件'),
    });
    await makeOffices(pool);
    const costs: InboxCost[] = [];
    let open = 0;
    for (const openCases of options.openCases) {
      await makeOpenCases(pool, { template: template.id, from: open, to: openCases });
      open = openCases;
      report(`已生成 ${openCases} 件在办案件 / ${openCases} open cases are there`);
      for (const inbox of inboxes) {
        const readers = await createReaders(inbox, { pool, store, servers });
        const tasks = await countPlain(pool, inbox);
        const waits = await readInTurn(readers, options.pages);
        costs.push(
          ...readers.map(({ way }) => ({
            openCases,
            inbox: inbox.name,
            tasks,
            way,
            spread: spreadOf(waits.get(way) ?? []),
          })),
        );
      }
    }
    return costs;
  } finally {
    await store.destroy();
    await pool.end();
  }
}

const BLOCKS = 5;

async function readInTurn(readers: readonly Reader[], pages: number): Promise<Map<string, number[]>> {
  const waits = new Map<string, number[]>(readers.map(({ way }) => [way, []]));
  // Block 0 warms up and is thrown away.
  for (let block = 0; block <= BLOCKS; block += 1) {
    for (const { way, read } of readers) {
      const load = await applyLoad({ clients: CLIENTS, operations: Math.ceil(pages / BLOCKS) }, read);
      if (block > 0) {
        waits.get(way)?.push(...load.waitsMs);
      }
    }
  }
  return waits;
}

async function createReaders(
  inbox: Inbox,
  parts: { pool: pg.Pool; store: ReturnType<typeof openDatabase>; servers: Servers },
): Promise<Reader[]> {
  const { role, org } = inbox;
  const person = await signIn(parts.servers.apiUrl, inbox.person);
  const reader = { id: inbox.person, name: inbox.person, holdings: [{ role, org }] };
  const filter = { reader, person: inbox.person, groups: [{ role, org }], drill: false, limit: PAGE };
  return [
    {
      way: '普通索引表 / a plain indexed table',
      read: () => parts.pool.query({ name: 'plain-inbox', text: PLAIN_INBOX, values: [org, role] }),
    },
    { way: '收件箱查询 / our query', read: () => listTasks(parts.store, filter) },
    { way: '经 HTTP / our inbox over HTTP', read: () => person.get('/api/tasks?scope=group') },
  ];
}

const PLAIN_INBOX = `
  select (select count(*) from plain_task where org = $1 and role = $2) as count,
    (select json_agg(line) from (
      select * from plain_task where org = $1 and role = $2 order by due_at, id limit ${PAGE}) line) as items`;

async function countPlain(pool: pg.Pool, { org, role }: Inbox): Promise<number> {
  const { rows } = await pool.query<{ count: string }>(
    'select count(*)::text as count from plain_task where org = $1 and role = $2',
    [org, role],
  );
  return Number(rows[0]?.count ?? 0);
}
