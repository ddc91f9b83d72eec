import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countUnread, listNotices } from '../../../db/queries/notices.ts';
import { defaultPreference } from '../../../db/queries/notices-preference.ts';
import { writeCase } from '../../../db/record/write.ts';
import { findTinyRules as rulesFor } from '../../fixtures/tiny-process/rules.ts';
import { answerOf, noted, reported } from '../../support/tiny-steps.ts';
import { openSenderHouse, type SenderHouse, TUESDAY } from './support/house.ts';

const BOTH = [{ name: 'email' }, { name: 'webhook' }] as const;
const EVERYTHING = { email: 'li@example.cn', webhookUrl: 'https://hook.example.cn/' };

let house: SenderHouse;
beforeEach(async () => {
  house = await openSenderHouse('release');
});
afterEach(() => house[Symbol.asyncDispose]());

const shown = (person: string) => listNotices(house.store.database, { person, limit: 100 });
const channelsOf = async (person: string) =>
  (await house.deliveries()).filter((row) => row.person === person).map(({ channel }) => channel);

/** A case whose note tells p-li something, recorded the way every case is. */
async function recordNotice(id: string, text: string, previous?: { hash: string }): Promise<{ hash: string }> {
  const first = reported(id);
  const opened = previous ?? (await writeCase({ database: house.store.database, rulesFor }, answerOf(first)));
  const outcome = noted(first.state, text, { at: first.state.changedAt + text.length * 1000 });
  const notices = [{ to: 'p-li', notice: 'lamp.noted', values: {} }];
  await writeCase({ database: house.store.database, rulesFor }, answerOf({ ...outcome, notices }));
  return opened;
}

test.each([
  ['nothing said', undefined, []],
  ['nothing chosen', {}, []],
  ['an address', { email: 'li@example.cn' }, ['email']],
  ['an endpoint', { webhookUrl: 'https://hook.example.cn/' }, ['webhook']],
  ['both', EVERYTHING, ['email', 'webhook']],
] as const)('with %s a notice is shown and goes out accordingly', async (_what, preference, channels) => {
  if (preference) await house.prefer('p-li', preference);
  await house.notice('p-li');
  await house.release(BOTH);
  expect(await shown('p-li')).toMatchObject([{ sentMs: TUESDAY, readMs: null }]);
  expect(await channelsOf('p-li')).toEqual(channels);
});

test('a channel that is switched off gets nothing, then or later', async () => {
  await house.prefer('p-li', EVERYTHING);
  await house.notice('p-li');
  await house.release([{ name: 'webhook' }]);
  await house.release(BOTH);
  expect(await channelsOf('p-li')).toEqual(['webhook']);
});

test('a drill is shown inside and sends nothing outside', async () => {
  await house.prefer('p-li', EVERYTHING);
  await house.prefer('p-wang', { ...EVERYTHING, timing: 'daily', digestOnRestDays: true, digestHour: 0 });
  await house.notice('p-li', { drill: true });
  await house.notice('p-wang', { drill: true });
  await house.release(BOTH);
  expect(await shown('p-li')).toMatchObject([{ drill: true, sentMs: TUESDAY }]);
  expect(await shown('p-wang')).toHaveLength(1);
  expect(await house.deliveries()).toEqual([]);
});

test('what an entry caused goes at once, as what the clock caused, and once when the entry is told again', async () => {
  await house.prefer('p-li', EVERYTHING);
  const opened = await recordNotice('case-1', '灯罩碎了');
  await house.notice('p-li', { notice: 'rung' });
  await house.release(BOTH);
  await recordNotice('case-1', '灯罩碎了', opened);
  await house.release(BOTH);
  expect((await shown('p-li')).map(({ notice }) => notice).sort()).toEqual(['lamp.noted', 'rung']);
  expect(await channelsOf('p-li')).toHaveLength(4);
});

test('two senders that release at once show and queue each notice once', async () => {
  await house.prefer('p-li', EVERYTHING);
  for (let count = 0; count < 40; count += 1) await house.notice('p-li');
  await Promise.all([1, 2, 3, 4].map(() => house.release(BOTH)));
  await house.release(BOTH);
  expect(await shown('p-li')).toHaveLength(40);
  expect(await house.deliveries()).toHaveLength(80);
});

test('ten thousand notices of one instant are released once each, in pages', async () => {
  await house.prefer('p-li', EVERYTHING);
  await sql`insert into outbox (key, case_id, position, person, drill, notice, values)
            select 'mass-' || n, 'case-' || n, 0, 'p-li', false, 'rung', '{}' from generate_series(1, 10000) n`.execute(
    house.store.database,
  );
  let pages = 0;
  while (await house.release(BOTH)) pages += 1;
  expect(pages).toBe(20);
  expect(await countUnread(house.store.database, 'p-li', 20_000)).toBe(10_000);
  const { rows } = await sql<{ channel: string; messages: number; keys: number }>`
    select channel, count(*)::int as messages, count(distinct key)::int as keys from delivery group by channel order by channel`.execute(
    house.store.database,
  );
  expect(rows).toEqual([
    { channel: 'email', messages: 10_000, keys: 10_000 },
    { channel: 'webhook', messages: 10_000, keys: 10_000 },
  ]);
});

test('keys follow from the notice alone: a restored house asks its receivers to drop what they know', async () => {
  await house.prefer('p-li', EVERYTHING);
  await house.notice('p-li');
  await house.release(BOTH);
  const before = (await house.deliveries()).map(({ key }) => key);
  await sql`delete from delivery`.execute(house.store.database);
  await sql`update outbox set sent_at = null`.execute(house.store.database);
  await house.release(BOTH);
  expect((await house.deliveries()).map(({ key }) => key)).toEqual(before);
  expect(before[0]).toMatch(/^msg_[0-9a-f]{64}$/);
});

test('nobody who said nothing is told anywhere but inside', () => {
  expect(defaultPreference).toMatchObject({ email: null, webhookUrl: null });
});
