import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApi } from '../../api/create-api.ts';
import { signToken } from '../../api/identity/token.ts';
import { readStream } from '../../db/queries/events.ts';
import { type ApiKit, startApiKit } from './support/api-kit.ts';
import { readEvents } from './support/event-reader.ts';
import { startBody } from './support/forms.ts';

let kit: ApiKit;

beforeAll(async () => {
  kit = await startApiKit('events');
});

afterAll(async () => {
  await kit?.[Symbol.asyncDispose]();
});

const tokenOf = (person: string) => signToken(person, kit.options.secret);

test('each row reaches those who may see the case, and nobody else', async () => {
  const staff = await readEvents(kit.url, await tokenOf('li-xiaoming'));
  const neighbour = await readEvents(kit.url, await tokenOf('zhao-hongwei'));
  const stranger = await readEvents(kit.url, await tokenOf('han-xue'));
  const liu = await kit.as('liu-guilan');
  const { body } = await liu.start(startBody());
  await liu.give(body.id, 'proposal.publish', {});
  const [first, second] = [await staff.next(), await staff.next()];
  expect(first.data).toMatchObject({ case: body.id, seq: 1, type: 'proposal.draft', automatic: false });
  expect(second.data).toMatchObject({ case: body.id, seq: 2, type: 'proposal.publish', state: 'collecting' });
  expect(JSON.stringify([first, second])).not.toContain('刘桂兰');
  // Once the case is public its neighbour hears of it; by when the row of the draft is read, it may be public already.
  let heard = await neighbour.next();
  while (heard.data.seq < 2) heard = await neighbour.next();
  expect(heard.id).toBe(second.id);
  const elsewhere = await (await kit.as('lin-fang')).start(startBody({ org: 'chaoyang.wangjing.wangjinghuayuan' }));
  expect((await stranger.next()).data.case).toBe(elsewhere.body.id);
  for (const reader of [staff, neighbour, stranger]) reader.close();
});

test('a stream that was cut goes on after its last event, with nothing lost and nothing twice', async () => {
  const token = await tokenOf('li-xiaoming');
  const reader = await readEvents(kit.url, token);
  const liu = await kit.as('liu-guilan');
  const before = await liu.start(startBody());
  const last = await reader.next();
  expect(last.data.case).toBe(before.body.id);
  reader.close();
  const missed: string[] = [];
  for (let index = 0; index < 3; index += 1) missed.push((await liu.start(startBody())).body.id);
  const resumed = await readEvents(kit.url, token, last.id);
  const afterwards = (await liu.start(startBody())).body.id;
  const seen: string[] = [];
  for (let index = 0; index < 4; index += 1) seen.push((await resumed.next()).data.case);
  expect(seen).toEqual([...missed, afterwards]);
  resumed.close();
});

test('a slow transaction is waited for, not skipped', async () => {
  const token = await tokenOf('li-xiaoming');
  const liu = await kit.as('liu-guilan');
  const reader = await readEvents(kit.url, token);
  // A transaction that is older than what follows and still runs: rows after it must not be given before it is known.
  const slow = new pg.Client({ connectionString: kit.options.databaseUrl });
  await slow.connect();
  await slow.query('begin');
  await slow.query("insert into setting values ('chaoyang', 'resident-proposal', 'slow', 1, 'test')");
  const { body } = await liu.start(startBody());
  const { rows } = await slow.query('select (select max(tx) from ledger) > pg_current_xact_id() as later');
  expect(rows[0]).toEqual({ later: true });
  let committed = false;
  const event = reader.next().then((next) => ({ next, committed }));
  // What the hub would give now is asked the same way it asks.
  const early = await readStream(kit.database, { tx: 0n, id: 0n }, 1000);
  expect(early.some((row) => row.caseId === body.id)).toBe(false);
  committed = true;
  await slow.query('commit');
  await slow.end();
  const told = await event;
  expect(told.next.data.case).toBe(body.id);
  expect(told.committed).toBe(true);
  reader.close();
});

test('streams go on after PostgreSQL has cut the listener, and end when the api stops', async () => {
  const api = await createApi(kit.options);
  const url = await api.listen(0, '127.0.0.1');
  const reader = await readEvents(url, await tokenOf('li-xiaoming'));
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'bihuan-api-events' and datname = current_database()`.execute(kit.database);
  const liu = await kit.as('liu-guilan');
  const { body } = await liu.start(startBody());
  expect((await reader.next()).data.case).toBe(body.id);
  await api.close();
  await reader.ended;
});
