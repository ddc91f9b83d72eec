import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type pg from 'pg';
import type { Database } from '../db/pool.ts';
import { DAY_MS } from '../processes/kernel/clock.ts';
import type { Report } from '../tools/launch/launch-problem.ts';
import { signIn } from './people.ts';
import { type Spread, spreadOf } from './percentile.ts';
import { usageOf } from './process-usage.ts';
import { COMMUNITY, draft, LEAD, PROCESS, SUPPORTER } from './proposal.ts';
import { actWhile, PEOPLE } from './roll-out.ts';
import type { Servers } from './servers.ts';
import { makeCases, startWorkflows } from './time-cases.ts';
import { differenceOf } from './time-claims.ts';

/** How long cases take to move by themselves, and what people feel of it. */
export interface MoveCost {
  cases: number;
  lateness: Spread & { last: number };
  lost: number;
  twice: number;
  usual: Spread;
  meanwhile: Spread;
  cpuSeconds: Record<string, number>;
}

const USUAL_COMMANDS = 400;
const AHEAD_MS = 5_000;
const LOOK_MS = 1_000;
const WAIT_MAX_MS = 600_000;

/** Lets the window of every case close at one instant while people act on other cases. */
export async function measureMoves(input: {
  client: Client;
  database: Database;
  pool: pg.Pool;
  servers: Servers;
  cases: number;
  report: Report;
}): Promise<MoveCost> {
  const { client, database, pool, servers, cases, report } = input;
  // Thirty days of co-signing that ended ten days ago, if anybody had told the cases.
  const made = await makeCases(database, {
    name: 'moves',
    count: cases,
    at: Date.now() - 40 * DAY_MS,
    until: 'collecting',
  });
  await startWorkflows(client, servers.taskQueue, made);
  report(`${cases} 个工作流在运行 / ${cases} workflows run`);
  const supporter = await signIn(servers.apiUrl, SUPPORTER.id);
  const own = await openCases(servers.apiUrl, PEOPLE * 4);
  const usual = await actWhile(supporter, own, { commands: USUAL_COMMANDS });

  const before = usageOf(servers.pids);
  const at = Date.now() + AHEAD_MS;
  await pool.query(`update rung set at = $1 where action = 'expire' and case_id like 'moves-%'`, [new Date(at)]);
  await wait(at - Date.now());
  const done = new AbortController();
  const acting = actWhile(supporter, own, { until: done.signal });
  for (let waiting = cases, round = 1; waiting > 0 && Date.now() - at < WAIT_MAX_MS; round += 1) {
    await wait(LOOK_MS);
    const { rows } = await pool.query<{ waiting: number }>(
      `select count(*)::int as waiting from rung where action = 'expire' and case_id like 'moves-%'`,
    );
    waiting = rows[0]?.waiting ?? 0;
    if (round % 15 === 0) report(`还有 ${waiting} 件 / ${waiting} left`);
  }
  done.abort();
  const meanwhile = await acting;
  const after = usageOf(servers.pids);
  const { rows } = await pool.query<{ case_id: string; late: number }>(
    `select case_id, (extract(epoch from recorded_at) * 1000 - $1)::int as late from ledger
      where type = 'cosigning.expire' and in_force and case_id like 'moves-%'`,
    [at],
  );
  const distinct = new Set(rows.map((row) => row.case_id)).size;
  const waits = rows.map(({ late }) => late);
  return {
    cases,
    lateness: { ...spreadOf(waits), last: Math.max(...waits) },
    lost: cases - distinct,
    twice: rows.length - distinct,
    usual,
    meanwhile,
    cpuSeconds: differenceOf(before, after),
  };
}

async function openCases(apiUrl: string, count: number): Promise<string[]> {
  const lead = await signIn(apiUrl, LEAD);
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const body = { process: PROCESS, org: COMMUNITY, form: draft(`时钟测试 ${index}`) };
    const { id } = await lead.post<{ id: string }>('/api/cases', body);
    await lead.post(`/api/cases/${id}/commands/proposal.publish`, { form: {} });
    ids.push(id);
  }
  return ids;
}
