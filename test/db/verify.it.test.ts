import fc from 'fast-check';
import { type Selectable, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeCase } from '../../db/record/write.ts';
import type { LedgerTable } from '../../db/schema.ts';
import { verifyChain, verifyLedger } from '../../db/verify.ts';
import { findTinyRules as rulesFor } from '../fixtures/tiny-process/rules.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { answerOf, MORNING, noted, reported } from '../support/tiny-steps.ts';

type Row = Selectable<LedgerTable>;

let store: TestDatabase;
let rows: Row[];

/** A chain with everything in it: people's entries, an automatic look, void rows, a gap. */
beforeAll(async () => {
  store = await openTestDatabase('verify');
  const { database } = store;
  const write = (outcome: Parameters<typeof answerOf>[0]) => writeCase({ database, rulesFor }, answerOf(outcome));
  const first = reported('case-1');
  await write(first);
  await write(noted(first.state, '受理了'));
  await voidEntry(database);
  const second = noted(first.state, '受理了', { at: MORNING + 90_000 });
  await write(second);
  const third = noted(second.state, '丢失的一行');
  const fourth = noted(third.state, '备份之后');
  await write(fourth);
  rows = await database.selectFrom('ledger').selectAll().orderBy('position').execute();
  expect(rows.map(({ kind }) => kind)).toEqual(['entry', 'entry', 'void', 'entry', 'gap', 'entry']);
});
afterAll(() => store[Symbol.asyncDispose]());

test('an untouched chain has no findings', () => {
  expect(verifyChain('case-1', rows)).toEqual([]);
});

const text = fc.string({ minLength: 1, maxLength: 12, unit: 'binary' });
const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
const instant = fc.integer({ min: 1, max: 4_102_444_800_000 }).map((ms) => new Date(ms));
const whole = fc.integer({ min: -5, max: 60 });

/** For each column what somebody might write into it. `id` and `tx` are the server's own and tell nothing of the case. */
const forgeries: { [Column in Exclude<keyof Row, 'id' | 'tx'>]: fc.Arbitrary<Row[Column]> } = {
  case_id: text,
  position: whole,
  kind: fc.constantFrom('entry', 'void', 'gap'),
  seq: whole,
  in_force: fc.boolean(),
  round: whole,
  type: text,
  command_id: text,
  automatic: fc.boolean(),
  actor: fc.option(fc.record({ id: text, name: text, as: text })),
  at: instant,
  from_state: fc.option(text),
  to_state: text,
  form: fc.dictionary(text, fc.jsonValue({ maxDepth: 2 })),
  state_hash: hash,
  content_hash: hash,
  voids: fc.option(whole),
  prev_hash: hash,
  hash,
  recorded_at: instant,
  writer: fc.record({ run: whole, runId: text, history: whole, at: whole }),
};

test.each(Object.keys(forgeries) as (keyof typeof forgeries)[])('a forged %s is found, in whatever row', (column) => {
  fc.assert(
    fc.property(fc.nat({ max: rows.length - 1 }), forgeries[column] as fc.Arbitrary<unknown>, (index, forged) => {
      const row = rows[index];
      fc.pre(row !== undefined && JSON.stringify(row[column]) !== JSON.stringify(forged));
      const tampered = rows.map((each, place) => (place === index ? ({ ...each, [column]: forged } as Row) : each));
      expect(verifyChain('case-1', tampered)).not.toEqual([]);
    }),
  );
});

test('a row left out, doubled or moved is found', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: 1 }), (kept) => {
      // The end of a chain may be cut without a trace in the chain itself: the view and the workflow hold its last hash.
      fc.pre(!kept.every((row, index) => row === rows[index]));
      expect(verifyChain('case-1', kept)).not.toEqual([]);
    }),
  );
});

test('somebody who may switch off the triggers is found too', async () => {
  const { database } = store;
  await sql`alter table ledger disable trigger user`.execute(database);
  await sql`update ledger set form = '{"text":"从未说过的话"}' where position = 4`.execute(database);
  expect((await verifyLedger(database)).findings).toEqual([{ caseId: 'case-1', position: 4, code: 'content.changed' }]);
  await sql`delete from ledger where position = 6`.execute(database);
  expect((await verifyLedger(database)).findings).toContainEqual({
    caseId: 'case-1',
    position: 5,
    code: 'view.differs',
  });
  await sql`delete from ledger`.execute(database);
  expect((await verifyLedger(database)).findings).toEqual([
    { caseId: 'case-1', position: null, code: 'chain.missing' },
  ]);
});

/** Takes the last entry out of force by a row that names it, as a person may decide who finds the engine behind the record. */
async function voidEntry(database: TestDatabase['database']): Promise<void> {
  await sql`
    with last as (select * from ledger order by position desc limit 1), note as (
      select l.*, 'void:' || l.position as command, format('{"hash":"%s","position":%s}', l.hash, l.position) as note_form,
             (extract(epoch from l.at) * 1000)::bigint as at_ms from last l
    ), voided as (update ledger set in_force = false from last where ledger.id = last.id)
    select ledger_append(n.case_id, 'void', jsonb_build_object(
      'seq', n.seq, 'round', n.round, 'type', 'void', 'commandId', n.command, 'automatic', true, 'actor', null,
      'at', n.at_ms, 'from', n.to_state, 'to', n.from_state, 'form', n.note_form::jsonb, 'stateHash', n.state_hash,
      'contentHash', ledger_note_hash('void', n.at_ms, n.command, n.note_form, n.to_state, n.from_state, n.round, n.seq,
                                      n.state_hash)), n.position, n.writer) from note n`.execute(database);
}
