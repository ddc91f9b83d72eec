import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CaseLookups } from '../../api/cases/case-lookups.ts';
import { Store } from '../../api/store.ts';
import type { AnyRules } from '../../processes/kernel/define-rules.ts';
import { rulesFor } from '../../processes/rules.ts';
import { type ApiKit, startApiKit } from './support/api-kit.ts';

/** Acts that rest on a sum over a register are judged one after the other (docs/decisions/0009). */
let kit: ApiKit;
let store: Store;
let lookups: CaseLookups;
beforeAll(async () => {
  kit = await startApiKit('turns');
  store = new Store(kit.options, { warn: () => {} } as never);
  lookups = new CaseLookups(store, kit.options);
});
afterAll(async () => {
  await lookups.onApplicationShutdown();
  await store.onApplicationShutdown();
  await kit[Symbol.asyncDispose]();
});

const rules: AnyRules = { ...(rulesFor('dispatch', 1) as AnyRules), lookups: { sum: () => [] }, oneByOne: ['sum'] };
const asked = { command: 'sum', form: {}, data: null, org: 'chaoyang', drill: false, now: () => Date.now() };

test('acts of one organisation never overlap, those of others do not wait for them', async () => {
  const under = new Set<string>();
  let together = 0;
  const act = (org: string) =>
    lookups.during(rules, { ...asked, org }, async () => {
      if (under.has(org)) together += 1;
      under.add(org);
      await sql`select 1`.execute(kit.database);
      under.delete(org);
      return org;
    });
  const orgs = Array.from({ length: 40 }, (_, index) => `chaoyang.${index % 4}`);
  expect(await Promise.all(orgs.map(act))).toEqual(orgs);
  expect(together).toBe(0);
});

test('what was answered is not lost with the connection that held the turn, and the next one gets it', async () => {
  const cut = () =>
    sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'bihuan-api-turns'`.execute(
      kit.database,
    );
  const answered = await lookups.during(rules, asked, async () => {
    await cut();
    return 'accepted';
  });
  expect(answered).toBe('accepted');
  // A connection of the pool that was cut as well is told as the absence of the database: whoever tries again gets his turn.
  const next = () => lookups.during(rules, asked, async () => 'next').catch(() => 'away');
  await expect.poll(next, { timeout: 10_000 }).toBe('next');
});
