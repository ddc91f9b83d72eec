import type { Client, Workflow } from '@temporalio/client';
import type { Database } from '../db/pool.ts';
import { readCalendars, readDrillCalendars } from '../db/queries/calendars.ts';
import { endOpening, failOpening, takeOpenings, type WaitingOpening } from '../db/queries/clock.ts';
import { readOrg } from '../db/queries/orgs.ts';
import type { RecordDependencies } from '../db/record/write.ts';
import { orderProcess, processOf } from '../processes/index.ts';
import type { Opening } from '../processes/kernel/case.ts';
import { dateOf, type Instant, MINUTE_MS, SECOND_MS, yearOf } from '../processes/kernel/clock.ts';
import type { Process } from '../processes/kernel/define-process.ts';
import type { Setting } from '../processes/kernel/define-rules.ts';
import { hashOf } from '../processes/kernel/hash.ts';
import { assert } from '../processes/kernel/problem.ts';
import { CommandRefused, createCaseSender } from '../workflows/case.client.ts';
import {
  type Answer,
  type CaseInput,
  COMMAND_UPDATE,
  type CommandArgs,
  caseWorkflowId,
} from '../workflows/case.messages.ts';
import { moveToBeginning } from '../workflows/case-clock.client.ts';

const ORDERS_MAX = 20;
const ANSWER_WAIT_MS = 10 * SECOND_MS;

export interface OrderDependencies extends RecordDependencies {
  client: Client;
  taskQueue: string;
}

/** Opens the supervision orders that ladders have come to, each once however often it is tried. */
export async function openOrders(
  dependencies: OrderDependencies,
  { now }: { now: Instant },
  cancelled: AbortSignal,
): Promise<{ opened: number; failed: number }> {
  const { database } = dependencies;
  const done = { opened: 0, failed: 0 };
  for (const waiting of await takeOpenings(database, { now, limit: ORDERS_MAX })) {
    if (cancelled.aborted) break;
    try {
      const openedCase = await openOrder(dependencies, waiting);
      await endOpening(database, { key: waiting.key, openedCase });
      done.opened += 1;
    } catch (error) {
      await failOpening(database, { key: waiting.key, trouble: troubleOf(error) });
      done.failed += 1;
    }
  }
  return done;
}

async function openOrder(dependencies: OrderDependencies, waiting: WaitingOpening): Promise<string> {
  const { client, database, taskQueue } = dependencies;
  const process = orderProcess();
  assert(process?.orderFor, 'one process receives orders');
  const form = process.orderFor(matterOf(waiting));
  const { rules } = process;
  const commandId = `order:${waiting.key}`;
  const id = caseIdFor(commandId);
  const tables = await (waiting.drill ? readDrillCalendars : readCalendars)(database);
  const opening: Opening = {
    id,
    org: waiting.record.org,
    drill: waiting.drill,
    settings: await settingsFor(database, process, waiting.record.org.id),
    calendars: tables.filter(({ year }) => year >= yearOf(dateOf(Date.now())) - 1),
  };
  const aheadMs = waiting.drill ? Math.max(0, waiting.clockOffsetMs) : 0;
  const input: CaseInput = { process: rules.id, version: rules.version, opening, ...(aheadMs > 0 ? { aheadMs } : {}) };
  const args = {
    commandId,
    requestHash: hashOf({ process: rules.id, command: rules.start, form }),
    command: rules.start,
    form,
    actor: { id: 'clock', name: 'clock', holdings: [] },
    expectedSeq: null,
    relayed: true,
  };
  const { org, drill } = opening;
  const sender = createCaseSender(dependencies, (call) => client.withDeadline(Date.now() + ANSWER_WAIT_MS, call));
  await sender.command({ caseId: id, org: org.id, drill, opening, args }, async (full) => {
    const handle = await client.workflow.start<Workflow>(rules.workflowType, {
      workflowId: caseWorkflowId(id),
      taskQueue,
      args: [input],
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    });
    // The order of a drill begins at the drill's own time.
    if (aheadMs > MINUTE_MS) await moveToBeginning(client, { workflowId: handle.workflowId, aheadMs, id: commandId });
    return await handle.executeUpdate<Answer, [CommandArgs]>(COMMAND_UPDATE, { args: [full], updateId: commandId });
  });
  return id;
}

function matterOf({ caseId, number, title, deadline, dueDate, to, record }: WaitingOpening) {
  const process = processOf(record.process, record.version);
  const deadlineTitle = process?.texts['zh-CN'].deadlines[deadline] ?? deadline;
  return { caseId, caseNumber: number, process: record.process, title, deadline, deadlineTitle, dueDate, to };
}

async function settingsFor(database: Database, { rules }: Process, org: string): Promise<Record<string, number>> {
  const found = await readOrg(database, { org, process: rules.id });
  const figures = Object.entries<Setting>(rules.settings);
  return Object.fromEntries(figures.map(([name, { value }]) => [name, found?.settings[name] ?? value]));
}

/** The same order always opens the same case. Shaped as a UUID of version 8 (RFC 9562 §5.8), which is free for such use. */
function caseIdFor(commandId: string): string {
  const hex = hashOf({ opens: commandId });
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function troubleOf(error: unknown): string {
  if (error instanceof CommandRefused) return error.refusal.problem.code;
  return String(error).slice(0, 200);
}
