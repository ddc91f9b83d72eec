import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  Client,
  Connection,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  type WorkflowStartOptions,
} from '@temporalio/client';
import { defineSearchAttributeKey, TypedSearchAttributes } from '@temporalio/common';
import type { Opening } from '../../processes/kernel/case.ts';
import type { AnyRules } from '../../processes/kernel/define-rules.ts';
import {
  type CaseInput,
  type CaseRecord,
  COMMAND_UPDATE,
  type CommandArgs,
  caseWorkflowId,
  TICK_UPDATE,
} from '../../workflows/case.messages.ts';
import { moveToBeginning } from '../../workflows/case-clock.client.ts';
import { API_OPTIONS, type ApiOptions } from '../options.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { CommandRefused, isClosed, isTransient, refusalOf } from './engine-errors.ts';

/** The workflow no longer runs: it has come to its end, or never was. */
export const CLOSED = Symbol('closed');

const CASE_PROCESS = defineSearchAttributeKey('CaseProcess', 'KEYWORD');
const CASE_ORG = defineSearchAttributeKey('CaseOrg', 'KEYWORD');

/** Pause between two attempts with the same update id; a little chance keeps many waiting requests apart. */
const PAUSE_MS = 250;
/** A clock that is moved takes about a second of real time. */
const AHEAD_BUDGET_MS = 30_000;

/** The door to Temporal: commands go in as updates whose id is the command's own, so that no retry acts twice. */
@Injectable()
export class Engine implements OnApplicationShutdown {
  readonly connection: Connection;
  readonly client: Client;

  constructor(@Inject(API_OPTIONS) private readonly options: ApiOptions) {
    this.connection = Connection.lazy({ address: options.temporalAddress, connectTimeout: 2_000 });
    this.client = new Client({ connection: this.connection, namespace: options.temporalNamespace });
  }

  /** Gives a command to a running case; CLOSED if its workflow has ended. */
  async act(caseId: string, args: CommandArgs): Promise<CaseRecord | typeof CLOSED> {
    const handle = this.client.workflow.getHandle(caseWorkflowId(caseId));
    return await this.persist(() =>
      handle.executeUpdate<CaseRecord, [CommandArgs]>(COMMAND_UPDATE, { args: [args], updateId: args.commandId }),
    );
  }

  /** Opens a case with its first command in one call; the same command id finds the case it opened before. */
  async open(
    rules: AnyRules,
    input: CaseInput & { opening: Opening },
    args: CommandArgs,
    answeredBefore: boolean,
  ): Promise<CaseRecord | typeof CLOSED> {
    const { id, org } = input.opening;
    const start = {
      workflowId: caseWorkflowId(id),
      taskQueue: this.options.taskQueue,
      args: [input],
      workflowIdConflictPolicy: 'USE_EXISTING',
      // A key used again after its case has ended must not open another one; after a refused start it may open one.
      workflowIdReusePolicy: answeredBefore ? 'REJECT_DUPLICATE' : 'ALLOW_DUPLICATE',
      typedSearchAttributes: new TypedSearchAttributes([
        { key: CASE_PROCESS, value: input.process },
        { key: CASE_ORG, value: org.id },
      ]),
    } as const;
    const { aheadMs } = input;
    if (aheadMs !== undefined) return await this.openAhead(rules, { ...start, args: [input] }, args, aheadMs);
    return await this.persist(() =>
      this.client.workflow.executeUpdateWithStart<never, CaseRecord, [CommandArgs]>(COMMAND_UPDATE, {
        args: [args],
        updateId: args.commandId,
        startWorkflowOperation: new WithStartWorkflowOperation(rules.workflowType, start as never) as never,
      }),
    );
  }

  /** A drill that begins ahead of real time: its clock is moved before its first command. */
  private async openAhead(
    rules: AnyRules,
    start: WorkflowStartOptions<(input: CaseInput) => Promise<void>>,
    args: CommandArgs,
    aheadMs: number,
  ): Promise<CaseRecord | typeof CLOSED> {
    const { workflowId } = start;
    return await this.persist(async () => {
      const handle = await this.client.workflow.start<(input: CaseInput) => Promise<void>>(rules.workflowType, start);
      await moveToBeginning(this.client, { workflowId, aheadMs, id: args.commandId });
      const update = { args: [args] as [CommandArgs], updateId: args.commandId };
      return await handle.executeUpdate<CaseRecord, [CommandArgs]>(COMMAND_UPDATE, update);
    }, AHEAD_BUDGET_MS);
  }

  /** Lets a case look at its clock and record where it stands. */
  async tick(caseId: string): Promise<CaseRecord | typeof CLOSED> {
    const handle = this.client.workflow.getHandle(caseWorkflowId(caseId));
    return await this.persist(() => handle.executeUpdate<CaseRecord, []>(TICK_UPDATE));
  }

  /** Any call to the engine within the budget; what is not known by then is 503, to be tried again with the same key. */
  async persist<Answer>(
    attempt: () => Promise<Answer>,
    budgetMs: number = this.options.commandBudgetMs,
  ): Promise<Answer | typeof CLOSED> {
    const deadline = Date.now() + budgetMs;
    for (;;) {
      try {
        return await this.connection.withDeadline(deadline, attempt);
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal) throw new CommandRefused(refusal);
        if (error instanceof WorkflowNotFoundError || isClosed(error)) return CLOSED;
        if (!isTransient(error)) throw error;
        const pauseMs = PAUSE_MS * (0.5 + Math.random());
        if (Date.now() + pauseMs >= deadline) throw unavailable();
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.connection.close();
  }
}

/** The outcome is not known: the person tries again with the same key. */
export function unavailable() {
  return apiProblem('engine.unavailable', {}, { retryAfterSeconds: 5 });
}
