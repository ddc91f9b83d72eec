import { Inject, Injectable } from '@nestjs/common';
import { isGrpcServiceError } from '@temporalio/client';
import type { Actor } from '../../processes/kernel/actor.ts';
import { parseDuration } from '../../processes/kernel/clock.ts';
import { type CaseView, viewerKind } from '../../processes/kernel/present.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { caseWorkflowId } from '../../workflows/case.messages.ts';
import { advanceClock } from '../../workflows/case-clock.client.ts';
import { CLOSED, Engine } from '../engine/engine.ts';
import { API_OPTIONS, type ApiOptions } from '../options.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { CaseReader, viewOf } from './case-reader.ts';

/** UNIMPLEMENTED of gRPC: servers before 1.32 do not know the call. */
const UNIMPLEMENTED = 12;

/** Each timer on the way takes about a second of real time. */
const ADVANCE_BUDGET_MS = 60_000;

/** Moves the clock of a drill: the case lives through the time between as if it had passed. */
@Injectable()
export class CaseClock {
  constructor(
    private readonly engine: Engine,
    private readonly reader: CaseReader,
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
    const step = {
      namespace: this.options.temporalNamespace,
      workflowId: caseWorkflowId(caseId),
      durationMs,
      id: input.commandId,
    };
    const moved = await this.engine
      .persist(() => advanceClock(this.engine.connection, step), ADVANCE_BUDGET_MS)
      .catch((error: unknown) => {
        throw isGrpcServiceError(error) && error.code === UNIMPLEMENTED ? apiProblem('clock.unsupported') : error;
      });
    if (moved === CLOSED) throw apiProblem('case.closed');
    // The case records where its clock stands now, so that lists and lights follow; one that ended on the way has done so.
    await this.engine.tick(caseId);
    return viewOf(await this.reader.find(caseId, actor), actor, locale);
  }
}
