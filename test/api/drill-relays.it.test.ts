import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addResidents, beginJourney, type Journey } from '../scenarios/support/journey.ts';
import { type ApiKit, startApiKit } from './support/api-kit.ts';

let kit: ApiKit;
let residents: string[];

beforeAll(async () => {
  kit = await startApiKit('drill-relays');
  residents = await addResidents(kit, 10);
});

afterAll(async () => {
  await kit?.[Symbol.asyncDispose]();
});

/** A proposal that has been accepted, so that another may be merged into it. */
async function accepted(drill: boolean): Promise<Journey> {
  const journey = await beginJourney(kit, { drill });
  await journey.give('liu-guilan', 'proposal.publish');
  for (const person of residents) await journey.give(person, 'proposal.cosign');
  await journey.give('li-xiaoming', 'proposal.accept');
  return journey;
}

/** Whatever a case has written: its row, its ledger, what it tells people. */
async function tracesOf({ id }: Journey): Promise<object> {
  const { rows } = await sql<{ seq: number; lines: number; notices: number; supporters: number }>`
    select v.seq, (select count(*)::integer from ledger l where l.case_id = v.id) as lines,
      (select count(*)::integer from outbox o where o.case_id = v.id) as notices,
      jsonb_array_length(v.record->'data'->'supporters') as supporters
      from case_view v where v.id = ${id}`.execute(kit.database);
  return rows[0] ?? {};
}

test.each([
  { what: 'a drill into a real proposal', from: true, code: 'relay.fromDrill' },
  { what: 'a real proposal into a drill', from: false, code: 'relay.intoDrill' },
])('merging $what is refused, and the other stays as it is', async ({ from, code }) => {
  const main = await accepted(!from);
  const other = await accepted(from);
  const before = await tracesOf(main);
  expect(before).toMatchObject({ supporters: 10 });
  await other.give('li-xiaoming', 'proposal.merge', { into: main.id });
  await expect
    .poll(async () => (await other.ledger()).map(({ type }) => type), { timeout: 20_000 })
    .toContain('merge.refused');
  const seen = await other.seenBy('li-xiaoming');
  expect(seen).toMatchObject({ state: 'accepted', drill: from, data: { merge: { refusedBecause: code } } });
  expect(await tracesOf(main)).toEqual(before);
});
