import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startClock } from '../../worker/keep-clock.ts';
import { type ApiKit, startApiKit } from './support/api-kit.ts';

let kit: ApiKit;
beforeAll(async () => {
  kit = await startApiKit('clock of the api', { clockSilentMs: 1_500 });
});
afterAll(() => kit[Symbol.asyncDispose]());

const clockPart = async (lang = 'zh') => {
  const { status, body } = await kit.anonymous.get(`/health/ready?lang=${lang}`);
  return { status, part: body.parts.find(({ name }: { name: string }) => name === 'clock') };
};

const gauge = async (name: string) => {
  const { body } = await kit.anonymous.get('/metrics');
  return Number(new RegExp(`^${name} (.+)$`, 'm').exec(String(body))?.[1]?.replace('+Inf', 'Infinity'));
};

test('a clock that stands still is red, in health, on the first page and in the metric; one that ticks is green', async () => {
  expect(await gauge('bihuan_clock_tick_age_seconds')).toBe(Infinity);
  await sql`insert into clock_tick (ticked_at, clock_at, claimed)
            values (clock_timestamp() - interval '5 minutes', now(), 0)`.execute(kit.database);
  await expect.poll(async () => (await clockPart()).status, { timeout: 10_000 }).toBe(503);
  const { part } = await clockPart();
  expect(part).toMatchObject({ ok: false, remedy: expect.stringContaining('时钟一分钟没有走动') });
  expect((await clockPart('en')).part.remedy).toContain('none is lost');
  expect(await gauge('bihuan_clock_tick_age_seconds')).toBeGreaterThan(299);
  const page = await (await fetch(`${kit.url}/`)).text();
  expect(page).toMatch(/role="alert"[\s\S]*时钟[\s\S]*时钟一分钟没有走动/);

  const { client } = kit.temporal;
  const workflowId = `clock:${kit.worker.taskQueue}`;
  await startClock({ client, taskQueue: kit.worker.taskQueue, workflowId });
  try {
    await expect.poll(async () => (await clockPart()).part, { timeout: 20_000 }).toMatchObject({ ok: true });
    expect(await gauge('bihuan_clock_tick_age_seconds')).toBeLessThan(60);
  } finally {
    await client.workflow.getHandle(workflowId).terminate();
  }
});
