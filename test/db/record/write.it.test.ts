import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginCommand, readAnswer, takeIntents } from '../../../db/record/intents.ts';
import { RecordDiffers, writeCase } from '../../../db/record/write.ts';
import { verifyLedger } from '../../../db/verify.ts';
import type { Answer } from '../../../workflows/case.messages.ts';
import { findTinyRules as rulesFor } from '../../fixtures/tiny-process/rules.ts';
import { ANZHENXILI } from '../../support/case.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { answerOf, MORNING, noted, reported } from '../../support/tiny-steps.ts';

let store: TestDatabase;
beforeEach(async () => {
  store = await openTestDatabase('write case');
});
afterEach(() => store[Symbol.asyncDispose]());

const write = (answer: Answer) => writeCase({ database: store.database, rulesFor }, answer);

/** The chain of a case in short: kind, seq and type. */
async function chain(caseId: string): Promise<string[]> {
  const rows = await store.database
    .selectFrom('ledger')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('position')
    .execute();
  return rows.map((row) => {
    const what =
      row.kind === 'entry' ? `${row.type} ${JSON.stringify(row.form['text'] ?? row.form['place'])}` : row.kind;
    return `${row.position} seq ${row.seq} ${what}`;
  });
}

const view = (id: string) => store.database.selectFrom('case_view').selectAll().where('id', '=', id).executeTakeFirst();
const intents = async () =>
  (
    await sql<{ command_id: string; written_at: Date | null }>`select command_id, written_at from intent`.execute(
      store.database,
    )
  ).rows;

const first = reported('case-1');
const second = noted(first.state, '灯罩碎了', { at: MORNING + 60_000 });
const third = noted(second.state, '又一条', { at: MORNING + 120_000 });

/** What a sender is answered who has read nothing of several steps. */
function together(...outcomes: Parameters<typeof answerOf>[0][]): Answer {
  const answers = outcomes.map((outcome) => answerOf(outcome));
  const last = answers.at(-1);
  if (last === undefined) throw new Error('there is a step');
  return { ...last, steps: answers.flatMap(({ steps }) => steps) };
}

test('the first step writes ledger, view, task and answer, and takes the next number of the community', async () => {
  const written = await write(answerOf(first));
  expect(written.number).toBe('朝阳-安贞-安贞西里-2026-0001');
  expect(await view('case-1')).toMatchObject({
    number: written.number,
    state: 'reported',
    kind: 'open',
    visible_to: 'community',
    seq: 1,
    title: '路灯不亮：3号楼门前',
    related: ['p-li'],
    hash: written.hash,
    due_at: new Date(MORNING + 48 * 3_600_000),
    clock_offset_ms: 0,
    record: written,
  });
  const tasks = await store.database.selectFrom('task').select(['command', 'role', 'org', 'person']).execute();
  expect(tasks).toEqual([
    { command: 'lamp.assign', role: 'communityWorker', org: 'chaoyang.anzhen.anzhenxili', person: null },
  ]);
  expect(await readAnswer(store.database, 'case-1:report')).toMatchObject({ record: written, refused: null });
});

test('numbers run without gaps per community and year, and drills count apart', async () => {
  const numbers = [];
  for (const [id, options] of [
    ['a', {}],
    ['b', { drill: true }],
    ['c', {}],
    ['d', { at: Date.UTC(2026, 11, 31, 16) }],
  ] as const) {
    numbers.push((await write(answerOf(reported(id, options)))).number);
  }
  expect(numbers).toEqual([
    '朝阳-安贞-安贞西里-2026-0001',
    '朝阳-安贞-安贞西里-演练-2026-0001',
    '朝阳-安贞-安贞西里-2026-0002',
    '朝阳-安贞-安贞西里-2027-0001',
  ]);
});

test('the ten-thousandth case of a year has a number of its own', async () => {
  await write(answerOf(reported('a')));
  await sql`update case_counter set last = 9999`.execute(store.database);
  const numbers = [await write(answerOf(reported('b'))), await write(answerOf(reported('c')))];
  expect(numbers.map(({ number }) => number.split('-').at(-1))).toEqual(['10000', '10001']);
});

test('openings at once in one community never share or skip a number', async () => {
  const written = await Promise.all(
    Array.from({ length: 12 }, (_, index) => write(answerOf(reported(`case-${index}`)))),
  );
  expect(written.map(({ number }) => number).sort()).toEqual(
    Array.from({ length: 12 }, (_, index) => `朝阳-安贞-安贞西里-2026-${String(index + 1).padStart(4, '0')}`),
  );
});

test('the same step written twice, also at once, stands once and has the same receipt', async () => {
  const [one, other] = await Promise.all([write(answerOf(first)), write(answerOf(first))]);
  expect(other).toEqual(one);
  expect(await write(answerOf(first))).toEqual(one);
  expect(await chain('case-1')).toEqual(['1 seq 1 lamp.report "3号楼门前"']);
});

test('who comes late with an older step changes nothing, and is told the receipt of that step', async () => {
  await write(answerOf(first));
  const mine = await write(answerOf(second));
  const later = await write(together(second, third));
  const before = await view('case-1');
  const late = await write(answerOf(second));
  expect(late).toEqual(mine);
  expect(await view('case-1')).toEqual(before);
  expect(before).toMatchObject({ seq: 3, hash: later.hash });
  expect(await chain('case-1')).toHaveLength(3);
});

test('a sender writes the steps of those who died before him, and each key has its answer', async () => {
  await write(together(first, second, third));
  expect(await chain('case-1')).toEqual([
    '1 seq 1 lamp.report "3号楼门前"',
    '2 seq 2 lamp.note "灯罩碎了"',
    '3 seq 3 lamp.note "又一条"',
  ]);
  const keys = [first, second, third].map(({ entries }) => entries[0]?.commandId ?? '');
  const answers = await Promise.all(keys.map((key) => readAnswer(store.database, key)));
  // What the case was like after a step that others followed at once nobody knows any more.
  expect(answers.map((kept) => kept?.record?.seq ?? null)).toEqual([null, null, 3]);
  // Its own sender, if he still lives, does.
  await write(answerOf(first));
  expect((await readAnswer(store.database, keys[0] ?? ''))?.record).toMatchObject({ seq: 1 });
  expect((await verifyLedger(store.database)).findings).toEqual([]);
});

test('other content at the place of an entry is refused, and nothing of it is written', async () => {
  await write(together(first, second));
  const before = await view('case-1');
  const other = noted(first.state, '另有其事', { at: MORNING + 60_000 });
  const next = noted(other.state, '再一条');
  await expect(write(together(other, next))).rejects.toBeInstanceOf(RecordDiffers);
  expect(await chain('case-1')).toHaveLength(2);
  expect(await view('case-1')).toEqual(before);
});

test('two notices of one name to one person in one step are two notices', async () => {
  const twice = { to: 'p-li', notice: 'lamp.noted', values: {} };
  const outcome = { ...second, notices: [twice, { ...twice, values: { again: 'yes' } }] };
  await write(answerOf(first));
  await write(answerOf(outcome));
  await write(answerOf(outcome));
  const rows = await store.database.selectFrom('outbox').select('key').orderBy('key').execute();
  expect(rows.map(({ key }) => key)).toEqual(['case-1:2:lamp.noted:p-li', 'case-1:2:lamp.noted:p-li:2']);
});

test('a task that stays keeps the instant since when it waits', async () => {
  await write(answerOf(first));
  await write(answerOf(second));
  const { since } = await store.database.selectFrom('task').select('since').executeTakeFirstOrThrow();
  expect(since).toEqual(new Date(MORNING));
});

test('a drill that is written late is as far ahead as it was', async () => {
  const ahead = Date.now() + 7 * 86_400_000;
  const drill = reported('drill', { drill: true, at: ahead });
  await write(answerOf(drill, { at: ahead }));
  const before = await view('drill');
  // The same answer again a moment later: the clock on the wall has moved, that of the answer has not.
  await write(answerOf(drill, { at: ahead - 15_000 }));
  expect(await view('drill')).toEqual(before);
});

test('rows lost with an older backup are named by a gap row and never block the case', async () => {
  await write(answerOf(first));
  const written = await write(answerOf(third));
  expect(await chain('case-1')).toEqual([
    '1 seq 1 lamp.report "3号楼门前"',
    '2 seq 2 gap',
    '3 seq 3 lamp.note "又一条"',
  ]);
  expect(await verifyLedger(store.database)).toMatchObject({ findings: [], gaps: 1 });
  expect((await view('case-1'))?.hash).toBe(written.hash);
});

test('a case that answers no step, but stands further than the record, has lost them all: one gap', async () => {
  await write(answerOf(first));
  await write(answerOf({ ...third, entries: [] }));
  expect(await chain('case-1')).toEqual(['1 seq 1 lamp.report "3号楼门前"', '2 seq 3 gap']);
  expect(await view('case-1')).toMatchObject({ seq: 3 });
  expect(await verifyLedger(store.database)).toMatchObject({ findings: [], gaps: 1 });
});

test('a whole case lost with an older backup comes back under its own number', async () => {
  const answer = answerOf(second);
  const number = '朝阳-安贞-安贞西里-2026-0007';
  expect((await write({ ...answer, state: { ...answer.state, number } })).number).toBe(number);
  expect((await write(answerOf(reported('case-2')))).number).toBe('朝阳-安贞-安贞西里-2026-0008');
});

test('nobody may change or delete a row of the ledger', async () => {
  await write(answerOf(first));
  const { database } = store;
  await expect(sql`update ledger set form = '{}'`.execute(database)).rejects.toThrow('append-only');
  await expect(sql`delete from ledger`.execute(database)).rejects.toThrow('append-only');
  await expect(sql`truncate ledger`.execute(database)).rejects.toThrow('append-only');
});

const begin = (commandId: string, opens = false) =>
  beginCommand(store.database, { commandId, caseId: 'case-1', org: ANZHENXILI, drill: false, opens, inTurn: false });

test('an intent tells its sender how far the case is written, and goes with the write', async () => {
  const key = second.entries[0]?.commandId ?? '';
  expect(await begin('case-1:report', true)).toEqual({ kept: null, written: null });
  const { number } = await write(answerOf(first));
  // The case has not heard of its number yet, so somebody has to tell it.
  expect(await intents()).toMatchObject([{ command_id: 'case-1:report', written_at: expect.any(Date) }]);
  expect(await begin(key)).toEqual({
    kept: null,
    written: { seq: 1, number, stateHash: first.entries[0]?.stateHash },
  });
  const told = answerOf(second);
  await write({ ...told, state: { ...told.state, number } });
  expect(await intents()).toEqual([]);
});

test('a key that was answered before needs no intent', async () => {
  const written = await write(answerOf(first));
  expect(await begin('case-1:report')).toMatchObject({ kept: { caseId: 'case-1', record: written } });
  expect(await intents()).toEqual([]);
});

test('an intent is left to its sender for fifteen seconds, then taken by one healer, each time later', async () => {
  await begin('lost');
  expect(await takeIntents(store.database, { limit: 10 })).toEqual([]);
  await sql`update intent set next_try = clock_timestamp() - interval '1 second'`.execute(store.database);
  const taken = await Promise.all([1, 2].map(() => takeIntents(store.database, { limit: 10 })));
  expect(taken.flat()).toMatchObject([{ commandId: 'lost', caseId: 'case-1', opens: false, attempts: 1 }]);
  expect(await takeIntents(store.database, { limit: 10 })).toEqual([]);
});
