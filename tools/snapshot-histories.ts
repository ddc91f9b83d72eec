import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';

/**
 * Keeps the history of a workflow for the replay tests. A stored history is a witness of what a released version did, so
 * an existing file is never written again; delete it yourself if its version was never released.
 */
export async function snapshotHistory(client: Client, workflowId: string, file: string): Promise<'kept' | 'exists'> {
  if (existsSync(file)) return 'exists';
  const history = await client.workflow.getHandle(workflowId).fetchHistory();
  for (const event of history.events ?? []) {
    withoutMachineNames(event);
    withoutAnswer(event);
  }
  mkdirSync(dirname(file), { recursive: true });
  // One event a line, so that a difference can be read.
  const { events } = JSON.parse(historyToJSON(history)) as { events: object[] };
  writeFileSync(file, `{"events":[\n${events.map((event) => JSON.stringify(event)).join(',\n')}\n]}\n`);
  return 'kept';
}

/** Whose machine it was made on is nobody's business and no part of the proof. */
function withoutMachineNames(value: unknown): void {
  if (value === null || typeof value !== 'object') return;
  for (const [key, member] of Object.entries(value)) {
    if (key === 'identity' && typeof member === 'string') Object.assign(value, { identity: 'worker' });
    else withoutMachineNames(member);
  }
}

/** What a command was answered is most of a history, and no replay compares it: the hash of the state stands beside it. */
function withoutAnswer(event: {
  workflowExecutionUpdateCompletedEventAttributes?: { outcome?: unknown } | null;
}): void {
  if (event.workflowExecutionUpdateCompletedEventAttributes) {
    event.workflowExecutionUpdateCompletedEventAttributes.outcome = null;
  }
}
