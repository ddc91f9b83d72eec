import { randomUUID } from 'node:crypto';
import {
  ApplicationFailure,
  WithStartWorkflowOperation,
  type Workflow,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Calendars } from '../../processes/kernel/calendar.ts';
import type { Opening } from '../../processes/kernel/case.ts';
import type { AnyRules } from '../../processes/kernel/define-rules.ts';
import { hashOf } from '../../processes/kernel/hash.ts';
import type { RegisterLine } from '../../processes/kernel/register.ts';
import { calendars } from '../../processes/law/calendars/index.ts';
import type { RoleName } from '../../processes/organisation.ts';
import {
  type CaseInput,
  type CaseRecord,
  COMMAND_UPDATE,
  type CommandArgs,
  caseWorkflowId,
  REFUSED,
  type Refusal,
  STATE_QUERY,
  type StateAnswer,
  TICK_UPDATE,
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
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.problem.code);
    this.refusal = refusal;
  }
}

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
  const startWorkflowOperation = new WithStartWorkflowOperation(rules.workflowType, {
    workflowId: caseWorkflowId(id),
    taskQueue,
    args: [input],
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
  const opened = await refusing(
    temporal.client.workflow.executeUpdateWithStart<Workflow, CaseRecord, [CommandArgs]>(COMMAND_UPDATE, {
      args: [args],
      updateId: args.commandId,
      startWorkflowOperation,
    }),
  );
  return { ...caseKit(temporal, id), opened };
}

export function caseKit(temporal: TestTemporal, id: string): CaseKit {
  const { client, connection, namespace } = temporal;
  const workflowId = caseWorkflowId(id);
  const handle = client.workflow.getHandle(workflowId);
  return {
    id,
    give: (command, form, actor, options = {}) => {
      const args = commandArgs(id, command, form, actor, options);
      return refusing(
        handle.executeUpdate<CaseRecord, [CommandArgs]>(COMMAND_UPDATE, {
          args: [args],
          updateId: options.updateId ?? args.commandId,
        }),
      );
    },
    tick: () => handle.executeUpdate<CaseRecord, []>(TICK_UPDATE),
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
): CommandArgs {
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

async function refusing<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
    if (cause instanceof ApplicationFailure && cause.type === REFUSED) {
      throw new Refused(cause.details?.[0] as Refusal);
    }
    throw error;
  }
}
