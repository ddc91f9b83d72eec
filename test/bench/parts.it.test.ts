import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { measureCachedCases } from '../../bench/cached-cases.ts';
import { measureCommands } from '../../bench/commands.ts';
import { measureInbox } from '../../bench/inbox.ts';
import { type BenchOptions, quickRun } from '../../bench/options.ts';
import { reportOf } from '../../bench/report.ts';
import { type Servers, startServers } from '../../bench/servers.ts';

// A handful of operations on the programs as they are built: shows that the bench works, asserts no time.
const options: BenchOptions = {
  ...quickRun,
  operations: { 1: 2, 16: 16 },
  cases: 16,
  cachedCases: 10,
  openCases: [200],
  pages: 20,
};
const report = () => {};
let servers: Servers | undefined;
let connection: Connection;
let client: Client;

beforeAll(async () => {
  servers = await startServers(report);
  connection = await Connection.connect({ address: servers.temporalAddress });
  client = new Client({ connection });
});

afterAll(async () => {
  await connection?.close();
  await servers?.stop();
});

test.runIf(process.platform === 'linux')('every part measures something, and the report shows all of it', async () => {
  if (servers === undefined) {
    throw new Error('the servers did not start');
  }
  const commands = await measureCommands({ client, servers, options, report });
  expect(commands.map(({ way, clients, spread }) => `${way} ${clients} ${spread.count}`)).toEqual([
    'bare 1 2',
    'workflow 1 2',
    'http 1 2',
    'bare 16 16',
    'workflow 16 16',
    'http 16 16',
  ]);
  const cached = await measureCachedCases({ client, servers, options });
  expect(cached).toHaveLength(2);
  const inbox = await measureInbox({ servers, options, report });
  expect(inbox).toHaveLength(6);
  expect(inbox.every(({ tasks, spread }) => tasks > 0 && spread.count > 0)).toBe(true);

  const markdown = reportOf({ at: new Date(0), loadAtStart: 0, options, commands, cached, inbox });
  expect(markdown.split('\n').filter((line) => /^\| .* \|$/.test(line))).toHaveLength(3 + 6 + 2 + 6);
  expect(markdown).not.toContain('NaN');
});
