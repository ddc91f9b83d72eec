import {
  type Client,
  isGrpcServiceError,
  ServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { beginCommand, dropIntent, type KeptAnswer, readAnswer, readWritten } from '../db/record/intents.ts';
import { type RecordDependencies, RecordDiffers, writeCase } from '../db/record/write.ts';
import type { Opening } from '../processes/kernel/case.ts';
import { problem } from '../processes/kernel/problem.ts';
import { CALENDAR_UPDATE, type CalendarArgs } from './calendar-roll-out.messages.ts';
import {
  type Answer,
  type CaseRecord,
  COMMAND_UPDATE,
  type CommandArgs,
  caseWorkflowId,
  REFUSED,
  type Refusal,
  STATE_QUERY,
  type StateAnswer,
  TICK_UPDATE,
  type TickArgs,
} from './case.messages.ts';

/**
 * The way of a command, for whoever sends one (docs/decisions/0004): say so, send it, write what the case answers, and only
 * then answer. Whoever dies in between is found by his intent.
 */
export interface CaseSender {
  /** Gives a command to a case; `send` brings it there, once for each id however often it is called. */
  command(sent: SentCommand, send: SendCommand): Promise<CaseRecord | typeof CLOSED>;
  /** Gives a command to a case that runs. */
  act(sent: SentCommand): Promise<CaseRecord | typeof CLOSED>;
  /** Lets a case look at its clock, and writes whatever is not written yet; `always` also where nothing is new. */
  tick(caseId: string, options?: { always?: boolean; commandId?: string }): Promise<CaseRecord | typeof CLOSED>;
  /** The case as it was answered to this key before; undefined where the key is new. */
  answered(commandId: string, requestHash: string): Promise<CaseRecord | undefined>;
  /** Gives a case its holiday tables. */
  tables(caseId: string, args: Omit<CalendarArgs, 'written'>, updateId: string): Promise<CaseRecord | typeof CLOSED>;
}

/** The workflow no longer runs: it has come to its end, or never was. */
export const CLOSED = Symbol('closed');

export type SendCommand = (args: CommandArgs) => Promise<Answer>;

export interface SentCommand {
  caseId: string;
  org: string;
  drill: boolean;
  /** It rests on registers and is given one after the other with others of its kind. */
  inTurn?: boolean;
  /** The case as it begins, if this is its first command. */
  opening?: Opening;
  args: Omit<CommandArgs, 'written'>;
}

/** The workflow refused a command; the state is the case as it stands. */
export class CommandRefused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.problem.code);
    this.refusal = refusal;
  }
}

/** How often a call may be tried, and how long; by itself one call is one try. */
export type Persist = <Result>(call: () => Promise<Result>) => Promise<Result>;

const once: Persist = (call) => call();

export function createCaseSender(
  dependencies: RecordDependencies & { client: Client },
  persist: Persist = once,
): CaseSender {
  const { client, database } = dependencies;
  const handleOf = (caseId: string) => client.workflow.getHandle(caseWorkflowId(caseId));

  async function command(sent: SentCommand, send: SendCommand): Promise<CaseRecord | typeof CLOSED> {
    const { caseId, org, drill, opening, inTurn = false, args } = sent;
    const { commandId, requestHash } = args;
    const { kept, written: known } = await beginCommand(database, {
      commandId,
      caseId,
      org,
      drill,
      inTurn,
      opens: opening !== undefined,
    });
    if (kept) return await answerOf(kept, requestHash);
    let answer: Answer;
    try {
      answer = await persist(() => send({ ...args, written: known }));
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === undefined && !isGone(error)) throw error;
      // A case ends only when all of it is written, so what is not answered by now was never accepted.
      const late = await answered(commandId, requestHash);
      // A key that the case knows with another body was accepted with that one: its intent is still needed.
      if (refusal?.problem.code !== 'idempotency.reused') await dropIntent(database, commandId);
      if (late) return late;
      if (refusal) throw new CommandRefused(refusal);
      return CLOSED;
    }
    const record = await written(answer, commandId);
    if (answer.refusedAfter) throw new CommandRefused({ problem: answer.refusedAfter, state: answer.state });
    // Steps of others may have come after; what was answered to this one stands under its key.
    const last = answer.steps.at(-1)?.command;
    // Another sender may have given the engine the same key with another body at the same moment.
    if (last?.commandId === commandId && last.requestHash === requestHash) return record;
    return (await answered(commandId, requestHash)) ?? record;
  }

  async function answered(commandId: string, requestHash: string): Promise<CaseRecord | undefined> {
    const kept = await readAnswer(database, commandId);
    return kept && (await answerOf(kept, requestHash));
  }

  async function answerOf(kept: KeptAnswer, requestHash: string): Promise<CaseRecord> {
    if (kept.requestHash !== requestHash)
      throw new CommandRefused({ problem: problem('idempotency.reused'), state: null });
    if (kept.refused) throw new CommandRefused({ problem: kept.refused, state: null });
    return kept.record ?? (await currentOf(kept.caseId));
  }

  /** Writes what a case has answered; what cannot stand beside the record is told as the fault that it is. */
  async function written(answer: Answer, commandId?: string): Promise<CaseRecord> {
    try {
      return await writeCase(dependencies, answer, commandId);
    } catch (error) {
      if (!(error instanceof RecordDiffers)) throw error;
      throw new CommandRefused({ problem: problem('record.differs'), state: answer.state });
    }
  }

  /** What a closed workflow has not been seen to write, as when somebody ended it by force. */
  async function writeLeft(caseId: string, commandId: string | undefined): Promise<void> {
    try {
      const { answer } = await handleOf(caseId).query<StateAnswer>(STATE_QUERY);
      if (answer && answer.steps.length > 0) await written(answer, commandId);
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }

  return {
    command,
    answered,
    act: (sent) =>
      command(sent, (args) =>
        handleOf(sent.caseId).executeUpdate<Answer, [CommandArgs]>(COMMAND_UPDATE, {
          args: [args],
          updateId: args.commandId,
        }),
      ),
    tick: async (caseId, { always = false, commandId } = {}) => {
      const known = await readWritten(database, caseId);
      try {
        const answer = await persist(() =>
          handleOf(caseId).executeUpdate<Answer, [TickArgs]>(TICK_UPDATE, { args: [{ written: known }] }),
        );
        const isNews = always || answer.steps.length > 0 || answer.state.drill || commandId !== undefined;
        if (isNews || answer.state.seq !== known?.seq) return await written(answer, commandId);
        return await currentOf(caseId);
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal) throw new CommandRefused(refusal);
        if (!isGone(error)) throw error;
        await writeLeft(caseId, commandId);
        return CLOSED;
      }
    },
    tables: async (caseId, args, updateId) => {
      const known = await readWritten(database, caseId);
      try {
        const answer = await persist(() =>
          handleOf(caseId).executeUpdate<Answer, [CalendarArgs]>(CALENDAR_UPDATE, {
            args: [{ ...args, written: known }],
            updateId,
          }),
        );
        return await written(answer);
      } catch (error) {
        if (isGone(error)) return CLOSED;
        throw error;
      }
    },
  };

  async function currentOf(caseId: string): Promise<CaseRecord> {
    const now = await database
      .selectFrom('case_view')
      .select('record')
      .where('id', '=', caseId)
      .executeTakeFirstOrThrow();
    return now.record;
  }
}

/** The refusal inside an error of an update. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof WorkflowUpdateFailedError)) return undefined;
  const { cause } = error;
  if (!(cause instanceof ApplicationFailure) || cause.type !== REFUSED) return undefined;
  return cause.details?.[0] as Refusal | undefined;
}

const NOT_FOUND = 5;

/** Something sent to a workflow that has ended or never was. */
export function isGone(error: unknown): boolean {
  if (error instanceof WorkflowNotFoundError) return true;
  const cause = error instanceof ServiceError ? error.cause : error;
  return isGrpcServiceError(cause) && cause.code === NOT_FOUND;
}
