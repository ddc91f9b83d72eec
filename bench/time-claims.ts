import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import type { Report } from '../tools/launch/launch-problem.ts';
import { type Spread, spreadOf } from './percentile.ts';
import { usageOf } from './process-usage.ts';
import type { Servers } from './servers.ts';

/** How late rungs come that are due in one instant. */
export interface ClaimCost {
  cases: number;
  kills: number;
  /** From the instant to the row of the ledger, as the row says. */
  lateness: Spread & { last: number };
  /** Until every row could be read by others. */
  allVisibleMs: number;
  lost: number;
  twice: number;
  notices: number;
  noticesExpected: number;
  cpuSeconds: Record<string, number>;
}

/** The instant lies so far ahead that nothing of the preparation is measured. */
const AHEAD_MS = 5_000;
const LOOK_MS = 25;
const WAIT_MAX_MS = 180_000;

/** Lets one rung of every case fall due at once, and kills worker and database on the way as often as told. */
export async function measureClaims(input: {
  pool: pg.Pool;
  servers: Servers;
  report: Report;
  rung: string;
  kills: number;
}): Promise<ClaimCost> {
  const { pool, servers, report, rung, kills } = input;
  const before = usageOf(servers.pids);
  const at = Date.now() + AHEAD_MS;
  const { rowCount } = await pool.query(`update rung set at = $1 where rung = $2 and case_id like 'claims-%'`, [
    new Date(at),
    rung,
  ]);
  const cases = rowCount ?? 0;
  await wait(at - Date.now());
  let done = 0;
  // Part way through: a tenth, four tenths, seven tenths of the rows are written.
  const marks = Array.from({ length: kills }, (_, kill) => Math.floor(cases * (0.1 + kill * 0.3)));
  while (Date.now() - at < WAIT_MAX_MS) {
    done = cases - (await waiting(pool, rung));
    const mark = marks[0];
    if (mark !== undefined && done >= mark) {
      marks.shift();
      report(`已处理 ${done},kill -9 worker 与 PostgreSQL / ${done} done, killing worker and PostgreSQL`);
      await Promise.all([servers.killAndRestart('worker'), servers.killAndRestart('postgres')]);
    } else if (done >= cases) break;
    await wait(LOOK_MS);
  }
  const allVisibleMs = Date.now() - at;
  const after = usageOf(servers.pids);
  const { rows } = await pool.query<{ case_id: string; late: number; told: number }>(
    `select case_id, (extract(epoch from recorded_at - at) * 1000)::int as late, (form->>'told')::int + (form->>'copied')::int as told
       from ledger where kind = 'rung' and form->>'rung' = $1 and at = $2`,
    [rung, new Date(at)],
  );
  const { rows: outbox } = await pool.query<{ notices: number }>(
    `select count(*)::int as notices from outbox where values->>'rung' = $1 and case_id like 'claims-%'`,
    [rung],
  );
  const distinct = new Set(rows.map((row) => row.case_id)).size;
  const waits = rows.map(({ late }) => late);
  return {
    cases,
    kills,
    lateness: { ...spreadOf(waits), last: Math.max(...waits) },
    allVisibleMs,
    lost: cases - distinct,
    twice: rows.length - distinct,
    notices: outbox[0]?.notices ?? 0,
    noticesExpected: rows.reduce((sum, { told }) => sum + told, 0),
    // A part that was killed has begun to count anew.
    cpuSeconds: kills > 0 ? {} : differenceOf(before, after),
  };
}

async function waiting(pool: pg.Pool, rung: string): Promise<number> {
  for (;;) {
    try {
      const { rows } = await pool.query<{ waiting: number }>(
        `select count(*)::int as waiting from rung where rung = $1 and case_id like 'claims-%'`,
        [rung],
      );
      return rows[0]?.waiting ?? 0;
    } catch {
      await wait(LOOK_MS);
    }
  }
}

export function differenceOf(
  before: ReturnType<typeof usageOf>,
  after: ReturnType<typeof usageOf>,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(after).map(([part, usage]) => [part, usage.cpuSeconds - (before[part]?.cpuSeconds ?? 0)]),
  );
}
