import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addResidents,
  beginJourney,
  type Journey,
  toEvaluating,
  toImplementing,
  toPlanning,
} from '../scenarios/support/journey.ts';
import { type ApiKit, startApiKit } from './support/api-kit.ts';

/** Five bad grades are enough for a second round, and only one is given by name. */
const LEAD = 'liu-guilan';
const READERS = { worker: 'li-xiaoming', provider: 'feng-gang', supervisor: 'shen-yan', neighbour: 'chen-xiuying' };

interface Line {
  type: string;
  actor: { id?: string; name: string; as?: string } | null;
  form?: object;
  hash: string;
}

let kit: ApiKit;
let journey: Journey;
let unnamed: string[];
let named: string;
let receipts: string[];

beforeAll(async () => {
  kit = await startApiKit('unnamed-evaluation');
  const residents = await addResidents(kit, 10);
  journey = await beginJourney(kit);
  await toPlanning(journey, residents);
  await toImplementing(journey);
  await toEvaluating(journey);
  const [first = '', second = '', third = '', fourth = ''] = residents;
  unnamed = [LEAD, first, second, third];
  named = fourth;
  receipts = [];
  for (const person of [...unnamed, named]) {
    const given = { grade: 'dissatisfied', comment: '充电桩没通电', named: person === named } as const;
    receipts.push((await journey.give(person, 'evaluation.give', given)).receipt);
  }
});

afterAll(async () => {
  await kit?.[Symbol.asyncDispose]();
});

const evaluationsIn = (round: unknown) => (round as { evaluations?: { named: boolean; by?: object }[] }).evaluations;

async function linesFor(person: string): Promise<Line[]> {
  const { body } = await (await kit.as(person)).get(`/api/cases/${journey.id}/ledger?limit=100`);
  return (body.items as Line[]).filter(({ type }) => type === 'evaluation.give');
}

/** In this round, and once more when it is over. */
async function expectHidden(where: (data: Record<string, unknown>) => unknown): Promise<void> {
  for (const [what, person] of Object.entries(READERS)) {
    const { data } = await journey.seenBy(person);
    const evaluations = evaluationsIn(where(data));
    // Those who are no staff are shown sums alone.
    if (evaluations) {
      expect(evaluations.map(({ by }) => by !== undefined)).toEqual([false, false, false, false, true]);
    }
    expect([what, evaluations !== undefined]).toEqual([what, what === 'worker' || what === 'supervisor']);
    const lines = await linesFor(person);
    expect(lines.slice(0, 4).map(({ actor }) => actor)).toEqual(Array(4).fill({ name: '某某' }));
    expect(lines.slice(0, 4).flatMap(({ form }) => form ?? [])).toEqual([]);
    // What he did by name stays his, and so do his other acts.
    expect(lines[4]?.actor).toMatchObject({ as: '#supporter' });
  }
}

test('who evaluated without a name is nobody to staff, provider, supervisor and neighbours', async () => {
  await expectHidden((data) => data['work']);
  const { body } = await (await kit.as(READERS.worker)).get(`/api/cases/${journey.id}/ledger?limit=100`);
  const drafted = (body.items as Line[]).find(({ type }) => type === 'proposal.draft');
  expect(drafted?.actor).toMatchObject({ id: LEAD, name: '刘桂兰' });
});

test('he himself reads what he gave', async () => {
  const own = await linesFor(LEAD);
  expect(own[0]).toMatchObject({ actor: { id: LEAD, as: '#proposer' }, form: { named: false } });
  expect(own[1]).toMatchObject({ actor: { name: '某某' } });
  const { data } = await journey.seenBy(LEAD);
  expect(data['own']).toMatchObject({ evaluation: { by: { id: LEAD }, named: false } });
});

test('neither a receipt nor a search of the records finds him', async () => {
  for (const receipt of receipts) {
    const { status, body } = await kit.anonymous.get(`/api/receipts/${receipt}`);
    expect(status).toBe(200);
    expect(JSON.stringify(body)).not.toMatch(/刘|邻|liu-guilan|neighbour|#proposer|#supporter/);
  }
  const search = async (actor: string, more = '') => {
    const caller = await kit.as(READERS.supervisor);
    return (await caller.get(`/api/records?drill=true&type=evaluation.give&actor=${encodeURIComponent(actor)}${more}`))
      .body;
  };
  for (const actor of [...unnamed, '刘桂兰']) {
    expect(await search(actor, '&limit=1')).toMatchObject({ items: [], next: null });
  }
  expect((await search(named)).items).toHaveLength(1);
});

test('nor does anybody when the round is over', async () => {
  await journey.pass('P40D');
  expect(journey.view()).toMatchObject({ state: 'rectifying', round: 2 });
  await expectHidden((data) => (data['rounds'] as unknown[])[0]);
});
