import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Client, Connection, WithStartWorkflowOperation, type WorkflowStartOptions } from '@temporalio/client';
import { defineSearchAttributeKey, TypedSearchAttributes } from '@temporalio/common';
import type { Opening } from '../../processes/kernel/case.ts';
import type { AnyRules } from '../../processes/kernel/define-rules.ts';
import { rulesFor } from '../../processes/rules.ts';
import { type CaseSender, CLOSED, createCaseSender, isGone, type SentCommand } from '../../workflows/case.client.ts';
import {
  type Answer,
  type CaseInput,
  type CaseRecord,
  COMMAND_UPDATE,
  type CommandArgs,
  caseWorkflowId,
} from '../../workflows/case.messages.ts';
import { moveToBeginning } from '../../workflows/case-clock.client.ts';
import { API_OPTIONS, type ApiOptions } from '../options.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { Store } from '../store.ts';
import { isTransient } from './engine-errors.ts';

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

  private readonly parts: Parameters<typeof createCaseSender>[0];
  private readonly sender: CaseSender;

  constructor(
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
    store: Store,
  ) {
    this.connection = Connection.lazy({ address: options.temporalAddress, connectTimeout: 2_000 });
    this.client = new Client({ connection: this.connection, namespace: options.temporalNamespace });
    this.parts = { client: this.client, database: store.db, rulesFor };
    this.sender = createCaseSender(this.parts, (call) => this.retried(call));
  }

  /** What was answered to this key before, which is accepted and recorded; undefined where the key is new. */
  async answered(commandId: string, requestHash: string): Promise<CaseRecord | undefined> {
    return await this.sender.answered(commandId, requestHash);
  }

  /** Gives a command to a running case; CLOSED if its workflow has ended. */
  async act(sent: SentCommand): Promise<CaseRecord | typeof CLOSED> {
    return await this.sender.act(sent);
  }

  /** Opens a case with its first command in one call; the same command id finds the case it opened before. */
  async open(
    rules: AnyRules,
    input: CaseInput & { opening: Opening },
    args: SentCommand['args'],
  ): Promise<CaseRecord | typeof CLOSED> {
    const { id, org, drill } = input.opening;
    const start = {
      workflowId: caseWorkflowId(id),
      taskQueue: this.options.taskQueue,
      args: [input],
      workflowIdConflictPolicy: 'USE_EXISTING',
      // Whether the key was used before the record knows (`beginCommand`); after a refused start it may open one.
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      typedSearchAttributes: new TypedSearchAttributes([
        { key: CASE_PROCESS, value: input.process },
        { key: CASE_ORG, value: org.id },
      ]),
    } as const;
    const inTurn = rules.oneByOne?.includes(args.command) ?? false;
    const sent = { caseId: id, org: org.id, drill, opening: input.opening, inTurn, args };
    const { aheadMs } = input;
    if (aheadMs !== undefined) return await this.openAhead(rules, { ...start, args: [input] }, sent, aheadMs);
    return await this.sender.command(sent, (full) =>
      this.client.workflow.executeUpdateWithStart<never, Answer, [CommandArgs]>(COMMAND_UPDATE, {
        args: [full],
        updateId: full.commandId,
        // One operation is one start: a call that is tried again needs another.
        startWorkflowOperation: new WithStartWorkflowOperation(rules.workflowType, start as never) as never,
      }),
    );
  }

  /** A drill that begins ahead of real time: its clock is moved before its first command. */
  private async openAhead(
    rules: AnyRules,
    start: WorkflowStartOptions<(input: CaseInput) => Promise<void>>,
    sent: SentCommand,
    aheadMs: number,
  ): Promise<CaseRecord | typeof CLOSED> {
    const { workflowId } = start;
    const sender = createCaseSender(this.parts, (call) => this.retried(call, AHEAD_BUDGET_MS));
    return await sender.command(sent, async (full) => {
      const handle = await this.client.workflow.start<(input: CaseInput) => Promise<void>>(rules.workflowType, start);
      await moveToBeginning(this.client, { workflowId, aheadMs, id: full.commandId });
      const update = { args: [full] as [CommandArgs], updateId: full.commandId };
      return await handle.executeUpdate<Answer, [CommandArgs]>(COMMAND_UPDATE, update);
    });
  }

  /** Lets a case look at its clock and writes where it stands; CLOSED if it has come to its end. */
  async tick(caseId: string): Promise<CaseRecord | typeof CLOSED> {
    const record = await this.sender.tick(caseId);
    if (record === CLOSED) return CLOSED;
    // A workflow that writes its last step still answers.
    const isOver = rulesFor(record.process, record.version)?.states[record.state]?.kind === 'final';
    return isOver ? CLOSED : record;
  }

  /** Any call to the engine within the budget; CLOSED if the workflow has ended. */
  async persist<Result>(call: () => Promise<Result>, budgetMs?: number): Promise<Result | typeof CLOSED> {
    try {
      return await this.retried(call, budgetMs);
    } catch (error) {
      if (isGone(error)) return CLOSED;
      throw error;
    }
  }

  /** What is not known within the budget is 503, to be tried again with the same key. */
  private async retried<Result>(
    call: () => Promise<Result>,
    budgetMs: number = this.options.commandBudgetMs,
  ): Promise<Result> {
    const deadline = Date.now() + budgetMs;
    for (;;) {
      try {
        return await this.connection.withDeadline(deadline, call);
      } catch (error) {
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
