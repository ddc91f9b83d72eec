import { Inject, Injectable } from '@nestjs/common';
import { isGrpcServiceError } from '@temporalio/client';
import { readCase } from '../../db/queries/cases.ts';
import { orderClockMove } from '../../db/queries/clock-moves.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import { parseDuration, SECOND_MS } from '../../processes/kernel/clock.ts';
import { type CaseView, viewerKind } from '../../processes/kernel/present.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { caseWorkflowId } from '../../workflows/case.messages.ts';
import { advanceClock } from '../../workflows/case-clock.client.ts';
import { CLOSED, Engine } from '../engine/engine.ts';
import { API_OPTIONS, type ApiOptions } from '../options.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { Store } from '../store.ts';
import { CaseReader, type FoundCase, viewOf } from './case-reader.ts';

/** UNIMPLEMENTED of gRPC: servers before 1.32 do not know the call. */
const UNIMPLEMENTED = 12;

/** Each timer on the way takes about a second of real time. */
const ADVANCE_BUDGET_MS = 60_000;

/** The shortest step. Less than this is the time that reading the clock takes, not a step that was interrupted. */
const REST_MS = SECOND_MS;

/** Moves the clock of a drill: the case lives through the time between as if it had passed. */
@Injectable()
export class CaseClock {
  constructor(
    private readonly engine: Engine,
    private readonly reader: CaseReader,
    private readonly store: Store,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

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
    await this.move(found, { commandId: input.commandId, durationMs });
    return viewOf(await this.reader.find(caseId, actor), actor, locale);
  }

  /** To where the key leads, from wherever the clock stands: a step that was interrupted is finished, none is made twice. */
  private async move({ record }: FoundCase, step: { commandId: string; durationMs: number }): Promise<void> {
    const { id: caseId } = record;
    const ordered = await orderClockMove(this.store.db, { ...step, caseId });
    if (ordered === undefined) throw apiProblem('case.notFound');
    if (ordered.caseId !== caseId || ordered.durationMs !== step.durationMs) throw apiProblem('idempotency.reused');
    let durationMs = ordered.durationMs;
    if (!ordered.isNew) {
      // Where the clock stands is only known when the case has just said so.
      if ((await this.engine.tick(caseId)) === CLOSED) return;
      const now = await readCase(this.store.db, caseId);
      durationMs = ordered.targetOffsetMs - (now?.clockOffsetMs ?? ordered.targetOffsetMs);
    }
    if (durationMs >= REST_MS) await this.fastForward(caseId, { id: step.commandId, durationMs });
    // The case records where its clock stands now, so that lists and lights follow; one that ended on the way has done so.
    await this.engine.tick(caseId);
  }

  private async fastForward(caseId: string, step: { id: string; durationMs: number }): Promise<void> {
    const namespace = this.options.temporalNamespace;
    const workflowId = caseWorkflowId(caseId);
    const moved = await this.engine
      .persist(() => advanceClock(this.engine.connection, { ...step, namespace, workflowId }), ADVANCE_BUDGET_MS)
      .catch((error: unknown) => {
        throw isGrpcServiceError(error) && error.code === UNIMPLEMENTED ? apiProblem('clock.unsupported') : error;
      });
    if (moved === CLOSED) throw apiProblem('case.closed');
  }
}
