import {
  type Client,
  isGrpcServiceError,
  ServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { beginCommand, dropIntent, type KeptAnswer, readAnswer, readWritten } from '../db/record/intents.ts';
import { type RecordDependencies, writeCase } from '../db/record/write.ts';
import type { Opening } from '../processes/kernel/case.ts';
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
    const { kept, written } = await beginCommand(database, {
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
      answer = await persist(() => send({ ...args, written }));
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === undefined && !isGone(error)) throw error;
      // A case ends only when all of it is written, so what is not answered by now was never accepted.
      const late = await readAnswer(database, commandId);
      await dropIntent(database, commandId);
      if (late) return await answerOf(late, requestHash);
      if (refusal) throw new CommandRefused(refusal);
      return CLOSED;
    }
    const record = await writeCase(dependencies, answer, commandId);
    if (answer.refusedAfter) throw new CommandRefused({ problem: answer.refusedAfter, state: answer.state });
    // Steps of others may have come after; what was answered to this one stands under its key.
    const last = answer.steps.at(-1)?.command;
    // Another sender may have given the engine the same key with another body at the same moment.
    if (last?.commandId === commandId && last.requestHash === requestHash) return record;
    const mine = await readAnswer(database, commandId);
    return mine ? await answerOf(mine, requestHash) : record;
  }

  async function answerOf(kept: KeptAnswer, requestHash: string): Promise<CaseRecord> {
    if (kept.requestHash !== requestHash)
      throw new CommandRefused({ problem: { code: 'idempotency.reused' }, state: null });
    if (kept.refused) throw new CommandRefused({ problem: kept.refused, state: null });
    if (kept.record) return kept.record;
    const now = await database
      .selectFrom('case_view')
      .select('record')
      .where('id', '=', kept.caseId)
      .executeTakeFirstOrThrow();
    return now.record;
  }

  /** What a closed workflow has not been seen to write, as when somebody ended it by force. */
  async function writeLeft(caseId: string, commandId: string | undefined): Promise<void> {
    try {
      const { answer } = await handleOf(caseId).query<StateAnswer>(STATE_QUERY);
      if (answer && answer.steps.length > 0) await writeCase(dependencies, answer, commandId);
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }

  return {
    command,
    act: (sent) =>
      command(sent, (args) =>
        handleOf(sent.caseId).executeUpdate<Answer, [CommandArgs]>(COMMAND_UPDATE, {
          args: [args],
          updateId: args.commandId,
        }),
      ),
    tick: async (caseId, { always = false, commandId } = {}) => {
      const written = await readWritten(database, caseId);
      try {
        const answer = await persist(() =>
          handleOf(caseId).executeUpdate<Answer, [TickArgs]>(TICK_UPDATE, { args: [{ written }] }),
        );
        const isNews = always || answer.steps.length > 0 || answer.state.drill || commandId !== undefined;
        if (isNews || answer.state.seq !== written?.seq) return await writeCase(dependencies, answer, commandId);
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
      const written = await readWritten(database, caseId);
      try {
        const answer = await persist(() =>
          handleOf(caseId).executeUpdate<Answer, [CalendarArgs]>(CALENDAR_UPDATE, {
            args: [{ ...args, written }],
            updateId,
          }),
        );
        return await writeCase(dependencies, answer);
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
