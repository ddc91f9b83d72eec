import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { isGrpcServiceError } from '@temporalio/client';
import { type ClockMove, orderClockMove, readClockMove } from '../../db/queries/clock-moves.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import { parseDuration } from '../../processes/kernel/clock.ts';
import { type CaseView, viewerKind } from '../../processes/kernel/present.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { CLOSED } from '../../workflows/case.client.ts';
import { caseWorkflowId } from '../../workflows/case.messages.ts';
import { clockOf, moveClockTo } from '../../workflows/case-clock.client.ts';
import { Engine } from '../engine/engine.ts';
import { API_OPTIONS, type ApiOptions } from '../options.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { Store } from '../store.ts';
import { Turns } from '../turns.ts';
import { CaseReader, viewOf } from './case-reader.ts';

/** UNIMPLEMENTED of gRPC: servers before 1.32 do not know the call. */
const UNIMPLEMENTED = 12;

/** Each timer on the way takes about a second of real time. */
const ADVANCE_BUDGET_MS = 60_000;

/** How many clocks may be under way, or wait for one that is, in this server. */
const TURNS_MAX = 4;

/** Moves the clock of a drill: the case lives through the time between as if it had passed. */
@Injectable()
export class CaseClock implements OnApplicationShutdown {
  private readonly turns: Turns;

  constructor(
    private readonly engine: Engine,
    private readonly reader: CaseReader,
    private readonly store: Store,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {
    this.turns = new Turns(options.databaseUrl, TURNS_MAX);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.turns.close();
  }

  async advance(input: {
    caseId: string;
    advance: string;
    /** Names the step: the same key moves the clock once, however often it is sent. */
    commandId: string;
    actor: Actor;
    locale: Locale;
  }): Promise<CaseView> {
    const { caseId, actor, locale } = input;
    const found = await this.reader.find(caseId, actor);
    if (viewerKind(found.process.rules, found.record, actor) === 'public') {
      throw apiProblem('permission.denied', { command: locale === 'en' ? 'move the clock' : '快进时钟' });
    }
    if (!found.record.drill) throw apiProblem('clock.drillOnly');
    const durationMs = parseDuration(input.advance);
    if (durationMs === undefined) throw apiProblem('clock.malformed');
    const step = { caseId, commandId: input.commandId, durationMs };
    // Where a step leads depends on where the one before has ended.
    await this.turns.take(`clock:${caseId}`, () => this.move(step));
    return viewOf(await this.reader.find(caseId, actor), actor, locale);
  }

  /** To where the key leads, from wherever the clock stands: a step that was cut off is finished, none is made twice. */
  private async move(step: { caseId: string; commandId: string; durationMs: number }): Promise<void> {
    const { caseId, commandId } = step;
    const workflow = { namespace: this.options.temporalNamespace, workflowId: caseWorkflowId(caseId) };
    const { connection } = this.engine;
    const known = await readClockMove(this.store.db, commandId);
    if (known) assertSame(known, step);
    // A case that has come to its end, on the way or since, stays there.
    if ((await this.engine.tick(caseId)) === CLOSED) {
      if (known) return;
      throw apiProblem('case.closed');
    }
    const moved = await this.engine
      .persist(async () => {
        const { aheadMs } = await clockOf(connection, workflow);
        const targetOffsetMs = Math.round(aheadMs + step.durationMs);
        const ordered = await orderClockMove(this.store.db, { ...step, targetOffsetMs });
        assertSame(ordered, step);
        await moveClockTo(connection, { ...workflow, aheadMs: ordered.targetOffsetMs, id: commandId });
      }, ADVANCE_BUDGET_MS)
      .catch((error: unknown) => {
        throw isGrpcServiceError(error) && error.code === UNIMPLEMENTED ? apiProblem('clock.unsupported') : error;
      });
    if (moved === CLOSED) throw apiProblem('case.closed');
    // The case records where its clock stands now, so that lists and lights follow; one that ended on the way has done so.
    await this.engine.tick(caseId);
  }
}

function assertSame(known: ClockMove, asked: { caseId: string; durationMs: number }): void {
  if (known.caseId !== asked.caseId || known.durationMs !== asked.durationMs) throw apiProblem('idempotency.reused');
}
