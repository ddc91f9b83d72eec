import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { claimRungs } from '../activities/claim-rungs.ts';
import type { Database } from '../db/pool.ts';
import { DAY_MS } from '../processes/kernel/clock.ts';
import { type Spread, spreadOf } from './percentile.ts';
import { usageOf } from './process-usage.ts';
import type { Servers } from './servers.ts';
import { makeCases } from './time-cases.ts';
import { differenceOf } from './time-claims.ts';

/** What the clock costs while nothing is due. */
export interface IdleCost {
  openCases: number;
  armed: number;
  look: Spread;
  /** CPU of each part in a minute of waiting: the clock's looks, and everything else that runs. */
  cpuSecondsPerMinute: Record<string, number>;
}

const LOOKS = 400;
const WAITING_MS = 30_000;

/** Copies cases and their armed rows set-wise up to the number wanted, and looks. */
export async function measureIdle(input: {
  database: Database;
  pool: pg.Pool;
  servers: Servers;
  openCases: number;
}): Promise<IdleCost> {
  const { database, pool, servers, openCases } = input;
  const at = Date.now() - DAY_MS;
  const [made] = await makeCases(database, { name: 'idle-template', count: 1, at, until: 'awaitingAcceptance' });
  await copyCases(pool, openCases, made?.state.id ?? '');
  const { rows } = await pool.query<{ open: number; armed: number }>(
    `select (select count(*)::int from case_view where kind = 'open') as open, (select count(*)::int from rung) as armed`,
  );
  const waits: number[] = [];
  for (let look = 0; look < LOOKS; look += 1) {
    const from = performance.now();
    await claimRungs(database, { now: Date.now() });
    waits.push(performance.now() - from);
  }
  const before = usageOf(servers.pids);
  await wait(WAITING_MS);
  const after = usageOf(servers.pids);
  const perMinute = Object.entries(differenceOf(before, after)).map(([part, seconds]): [string, number] => [
    part,
    (seconds * 60_000) / WAITING_MS,
  ]);
  return {
    openCases: rows[0]?.open ?? 0,
    armed: rows[0]?.armed ?? 0,
    look: spreadOf(waits),
    cpuSecondsPerMinute: Object.fromEntries(perMinute),
  };
}

async function copyCases(pool: pg.Pool, openCases: number, template: string): Promise<void> {
  const { rows } = await pool.query<{ columns: string; open: number }>(`
    select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns,
      (select count(*)::int from case_view where kind = 'open') as open
      from information_schema.columns where table_name = 'case_view' and column_name <> 'ordinal'`);
  const columns = rows[0]?.columns ?? '';
  const missing = Math.max(0, openCases - (rows[0]?.open ?? 0));
  const values = columns.replace(/\bid\b/, "'idle-' || n").replace(/\bnumber\b/, "'idle-' || n");
  await pool.query(
    `insert into case_view (${columns}) select ${values} from case_view v, generate_series(1, ${missing}) n
      where v.id = '${template}'`,
  );
  // Four rows each, as a new case has them, over the days to come.
  await pool.query(`
    insert into rung (case_id, key, deadline, rung, action, at, due_at, due_date, any_time, drill, roles, persons, copy_roles)
    select 'idle-' || n, 'acceptance:1:' || n || ':' || step, 'acceptance', 'rung' || step, 'remind',
      now() + interval '1 day' + (n % 1000 + step) * interval '1 hour', now() + interval '60 days', null, false, false,
      '[]', '[]', '[]'
      from generate_series(1, ${missing}) n, generate_series(1, 4) step`);
  await pool.query('analyze rung; analyze case_view');
}
