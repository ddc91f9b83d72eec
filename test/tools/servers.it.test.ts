import { Connection } from '@temporalio/client';
import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { createDatabase } from '../support/servers.ts';

test('a test file gets a database of its own that can search Chinese', async () => {
  const client = new pg.Client({ connectionString: await createDatabase('servers') });
  await client.connect();
  try {
    await client.query('create extension if not exists pg_trgm');
    const { rows } = await client.query("select show_trgm('中文测试') <> '{}' as sees, current_database() as name");
    expect(rows[0]).toMatchObject({ sees: true });
    expect(rows[0].name).toMatch(/^t_servers_/);
  } finally {
    await client.end();
  }
});

test('the Temporal server of the tests has the search attributes of cases', async () => {
  const connection = await Connection.connect({ address: inject('temporalAddress') });
  try {
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace: 'default' });
    expect(Object.keys(customAttributes ?? {})).toEqual(
      expect.arrayContaining(['CaseState', 'CaseProcess', 'CaseOrg', 'CaseNumber']),
    );
  } finally {
    await connection.close();
  }
});

test('the HTTP port of the Temporal server takes nothing from a web page, nor from anybody else', async () => {
  const api = `http://${inject('temporalHttpAddress')}/api/v1/namespaces/default`;
  // What a page of another site may send without asking first.
  const asPage = { 'content-type': 'text/plain', origin: 'https://elsewhere.example' };
  const end = JSON.stringify({
    jobId: 'end-all',
    reason: 'a web page',
    visibilityQuery: "CaseProcess = 'no-such-process'",
    terminationOperation: { identity: 'a web page' },
  });
  const answers = await Promise.all([
    fetch(`${api}/workflows`),
    fetch(`${api}/batch-operations/end-all`, { method: 'POST', headers: asPage, body: end }),
    fetch(`${api}/workflows/case:any/update/command`, { method: 'POST', headers: asPage, body: '{}' }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
});
