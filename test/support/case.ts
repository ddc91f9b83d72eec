import { randomUUID } from 'node:crypto';
import { WithStartWorkflowOperation, type Workflow } from '@temporalio/client';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Calendars } from '../../processes/kernel/calendar.ts';
import type { Opening } from '../../processes/kernel/case.ts';
import type { AnyRules } from '../../processes/kernel/define-rules.ts';
import { hashOf } from '../../processes/kernel/hash.ts';
import type { RegisterLine } from '../../processes/kernel/register.ts';
import { calendars } from '../../processes/law/calendars/index.ts';
import type { RoleName } from '../../processes/organisation.ts';
import { CLOSED, CommandRefused, type SentCommand } from '../../workflows/case.client.ts';
import {
  type Answer,
  type CaseInput,
  type CaseRecord,
  COMMAND_UPDATE,
  type CommandArgs,
  caseWorkflowId,
  STATE_QUERY,
  type StateAnswer,
} from '../../workflows/case.messages.ts';
import { clockOf, moveClockTo } from '../../workflows/case-clock.client.ts';
import type { TestTemporal } from './temporal.ts';

export const ANZHENXILI = 'chaoyang.anzhen.anzhenxili';

/** Somebody with offices in the test community. */
export function person(id: string, name: string, ...held: RoleName[]): Actor {
  return { id, name, holdings: held.map((role) => ({ role, org: ANZHENXILI })) };
}

export interface CaseKit {
  id: string;
  /** Gives a command; fails with a `Refused` if the case says no. */
  give(command: string, form: object, actor: Actor, options?: GiveOptions): Promise<CaseRecord>;
  tick(): Promise<CaseRecord>;
  state(): Promise<StateAnswer>;
  /** Drill cases: moves the clock of this case. */
  advance(durationMs: number): Promise<void>;
  historyTypes(): Promise<string[]>;
}

export interface GiveOptions {
  commandId?: string;
  expectedSeq?: number | null;
  updateId?: string;
  /** What the command looks up, as the api finds it before it is sent. */
  registers?: readonly RegisterLine[];
}

/** What the workflow said no to. */
export { CommandRefused as Refused };

export interface OpenCaseOptions {
  rules: AnyRules;
  taskQueue: string;
  form: object;
  actor: Actor;
  drill?: boolean;
  org?: string;
  id?: string;
  commandId?: string;
  command?: string;
  historyEventsMax?: number;
  settings?: Record<string, number>;
  calendars?: Calendars;
  registers?: readonly RegisterLine[];
}

/** Opens a case the way the api does: start and first update in one. */
export async function openCase(
  temporal: TestTemporal,
  options: OpenCaseOptions,
): Promise<CaseKit & { opened: CaseRecord }> {
  const { rules, taskQueue, form, actor } = options;
  const id = options.id ?? randomUUID();
  const opening: Opening = {
    id,
    org: { id: options.org ?? ANZHENXILI, kind: 'oldEstate' },
    drill: options.drill ?? false,
    settings: {
      ...Object.fromEntries(Object.entries(rules.settings).map(([name, { value }]) => [name, value])),
      ...options.settings,
    },
    calendars: options.calendars ?? calendars,
  };
  const input: CaseInput = {
    process: rules.id,
    version: rules.version,
    opening,
    ...(options.historyEventsMax === undefined ? {} : { historyEventsMax: options.historyEventsMax }),
  };
  const command = options.command ?? rules.start;
  const args = commandArgs(id, command, form, actor, {
    ...(options.commandId ? { commandId: options.commandId } : {}),
    ...(options.registers ? { registers: options.registers } : {}),
  });
  const { org, drill } = opening;
  const opened = await temporal.sender().command({ caseId: id, org: org.id, drill, opening, args }, (full) =>
    temporal.client.workflow.executeUpdateWithStart<Workflow, Answer, [CommandArgs]>(COMMAND_UPDATE, {
      args: [full],
      updateId: full.commandId,
      startWorkflowOperation: new WithStartWorkflowOperation(rules.workflowType, {
        workflowId: caseWorkflowId(id),
        taskQueue,
        args: [input],
        workflowIdConflictPolicy: 'USE_EXISTING',
      }),
    }),
  );
  return { ...caseKit(temporal, id, org.id, drill), opened: running(opened) };
}

export function caseKit(temporal: TestTemporal, id: string, org = ANZHENXILI, drill = false): CaseKit {
  const { client, connection, namespace } = temporal;
  const workflowId = caseWorkflowId(id);
  const handle = client.workflow.getHandle(workflowId);
  return {
    id,
    give: async (command, form, actor, options = {}) => {
      const args = commandArgs(id, command, form, actor, options);
      const { updateId = args.commandId } = options;
      return running(
        await temporal
          .sender()
          .command({ caseId: id, org, drill, args }, (full) =>
            handle.executeUpdate<Answer, [CommandArgs]>(COMMAND_UPDATE, { args: [full], updateId }),
          ),
      );
    },
    tick: async () => running(await temporal.sender().tick(id)),
    state: () => handle.query<StateAnswer>(STATE_QUERY),
    advance: async (durationMs) => {
      const { aheadMs } = await clockOf(connection, { namespace, workflowId });
      await moveClockTo(connection, { namespace, workflowId, aheadMs: aheadMs + durationMs, id: randomUUID() });
    },
    historyTypes: async () => {
      const { events } = await handle.fetchHistory();
      return (events ?? []).map((event) => String(event.eventType));
    },
  };
}

export function commandArgs(
  caseId: string,
  command: string,
  form: object,
  actor: Actor,
  options: GiveOptions = {},
): SentCommand['args'] {
  return {
    commandId: options.commandId ?? randomUUID(),
    requestHash: hashOf({ caseId, command, form }),
    command,
    form,
    actor,
    expectedSeq: options.expectedSeq ?? null,
    ...(options.registers ? { registers: options.registers } : {}),
  };
}

function running(answered: CaseRecord | typeof CLOSED): CaseRecord {
  if (answered === CLOSED) throw new Error('the case has ended');
  return answered;
}
