import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { DefaultLogger, type ReplayWorkerOptions, Runtime, Worker } from '@temporalio/worker';
import { expect, inject, test } from 'vitest';
import { allRules } from '../../processes/rules.ts';
import type { CommandArgs } from '../../workflows/case.messages.ts';
import { commandsOf } from './coverage.ts';

Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('ERROR') });

const folder = import.meta.dirname;
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));

type Json = { [member: string]: Json } | Json[] | string | number | boolean | null;

interface RecordedEvent {
  workflowExecutionUpdateAcceptedEventAttributes?: {
    acceptedRequest: { input: { args?: { payloads: { data: string }[] } } };
  };
}

const read = (file: string): Json => JSON.parse(readFileSync(join(folder, file), 'utf8'));

/** The error with which the code of today replays a history, if there is one. */
async function replay(history: Json): Promise<Error | undefined> {
  const options: ReplayWorkerOptions = { workflowBundle: { codePath: inject('workflowBundlePath') } };
  const histories = [{ workflowId: 'case:replayed', history: historyFromJSON(history) }];
  for await (const { error } of Worker.runReplayHistories(options, histories)) return error;
  throw new Error('nothing was replayed');
}

test.each(allRules)('the stored histories of $id@$version know every command', (rules) => {
  const histories = files.filter((file) => file.startsWith(`${rules.id}@${rules.version}/`)).map(read);
  const given = new Set(histories.flatMap(commandsIn));
  expect(commandsOf(rules).filter((command) => !given.has(command))).toEqual([]);
});

test.each(files)('%s is replayed by the code of today', async (file) => {
  expect(await replay(read(file))).toBeUndefined();
});

test('a state that the code computes otherwise than it was recorded is found', async () => {
  const [file = ''] = files;
  expect(String(await replay(withOtherStateHash(read(file))))).toContain('is what the code computes');
});

/** The commands that a case accepted, by the arguments of its updates. */
function commandsIn(history: Json): string[] {
  const { events } = history as unknown as { events: RecordedEvent[] };
  return events.flatMap(({ workflowExecutionUpdateAcceptedEventAttributes: update }) =>
    (update?.acceptedRequest.input.args?.payloads ?? []).flatMap(({ data }) => {
      const { command } = JSON.parse(Buffer.from(data, 'base64').toString('utf8')) as Partial<CommandArgs>;
      return command === undefined ? [] : [command];
    }),
  );
}

/** As if the code had computed another state when the history was made: the commands are the same, the hash is not. */
function withOtherStateHash(value: Json): Json {
  if (typeof value === 'string') {
    const text = Buffer.from(value, 'base64').toString('utf8');
    // How far the record had come, as senders and the case's own activity told it.
    if (!/"stateHash":"[0-9a-f]{64}"/.test(text) || /"entries":|"steps":/.test(text)) return value;
    return Buffer.from(text.replace(/"stateHash":"[0-9a-f]{64}"/, `"stateHash":"${'0'.repeat(64)}"`)).toString(
      'base64',
    );
  }
  if (Array.isArray(value)) return value.map(withOtherStateHash);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withOtherStateHash(member)]));
}
