import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Acknowledged, proveLedger } from '../../../tools/chaos/proof.ts';
import { createDatabase } from '../../support/servers.ts';

let url: string;
let client: pg.Client;
let caseId: string;
let cases = 0;

beforeAll(async () => {
  url = await createDatabase('ledger-proof');
  client = new pg.Client({ connectionString: url });
  await client.connect();
});

afterAll(() => client?.end());

beforeEach(() => {
  caseId = `case-${++cases}`;
});

test('what was acknowledged and stands there once is proven', async () => {
  await write({ seq: 1, command: 'proposal.draft', id: 'a' });
  await write({ seq: 2, command: 'notice.expire', id: 'clock', automatic: true });
  await write({ seq: 3, command: 'proposal.publish', id: 'b' });
  const acknowledged = [told('a', 'proposal.draft', 1), told('b', 'proposal.publish', 3)];
  expect(await proveLedger(url, caseId, acknowledged)).toEqual({ entries: 3, automatic: 1, voided: 0 });
});

test('a lost command is found', async () => {
  await write({ seq: 1, command: 'proposal.draft', id: 'a' });
  const acknowledged = [told('a', 'proposal.draft', 1), told('b', 'proposal.publish', 2)];
  await expect(proveLedger(url, caseId, acknowledged)).rejects.toThrow(/proposal\.publish \(b\).* 0 times/);
});

test('a command that stands there although nobody was told so is found', async () => {
  await write({ seq: 1, command: 'proposal.draft', id: 'a' });
  await write({ seq: 2, command: 'proposal.publish', id: 'stranger' });
  await expect(proveLedger(url, caseId, [told('a', 'proposal.draft', 1)])).rejects.toThrow(/stranger.*nobody/);
});

test('a command out of force is lost, and the hole it leaves is found', async () => {
  await write({ seq: 1, command: 'proposal.draft', id: 'a' });
  await write({ seq: 2, command: 'proposal.publish', id: 'b', inForce: false });
  await write({ seq: 3, command: 'proposal.cosign', id: 'c' });
  const acknowledged = [
    told('a', 'proposal.draft', 1),
    told('b', 'proposal.publish', 2),
    told('c', 'proposal.cosign', 3),
  ];
  await expect(proveLedger(url, caseId, acknowledged)).rejects.toThrow(/seq 3 stands at place 2[\s\S]*\(b\).* 0 times/);
});

const told = (commandId: string, command: string, seq: number): Acknowledged => ({ caseId, commandId, command, seq });

async function write(row: { seq: number; command: string; id: string; automatic?: boolean; inForce?: boolean }) {
  await client.query(
    `insert into ledger (case_id, position, kind, seq, in_force, round, type, command_id, automatic, at, to_state, form,
       state_hash, content_hash, prev_hash, hash, writer)
     values ($1, $2, 'entry', $2, $3, 1, $4, $5, $6, now(), 'draft', '{}', '', '', '', $7, '{}')`,
    [caseId, row.seq, row.inForce ?? true, row.command, row.id, row.automatic ?? false, `${caseId}:${row.seq}`],
  );
}
