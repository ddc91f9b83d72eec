import { Injectable } from '@nestjs/common';
import { readOrg } from '../../db/queries/orgs.ts';
import { processOf } from '../../processes/index.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Opening } from '../../processes/kernel/case.ts';
import { dateOf, parseDuration, yearOf } from '../../processes/kernel/clock.ts';
import { open } from '../../processes/kernel/decide.ts';
import type { Process } from '../../processes/kernel/define-process.ts';
import type { Setting, SettingValues } from '../../processes/kernel/define-rules.ts';
import { hashOf } from '../../processes/kernel/hash.ts';
import { permissionOf } from '../../processes/kernel/permission.ts';
import type { CaseView } from '../../processes/kernel/present.ts';
import { problem } from '../../processes/kernel/problem.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { CLOSED, CommandRefused } from '../../workflows/case.client.ts';
import type { CaseRecord } from '../../workflows/case.messages.ts';
import { CalendarTables } from '../calendars/calendar-tables.ts';
import { Engine, unavailable } from '../engine/engine.ts';
import { Metrics } from '../operation/metrics.ts';
import { Orgs } from '../orgs/orgs.ts';
import { ApiProblem, apiProblem } from '../problems/api-problem.ts';
import { Store } from '../store.ts';
import { CaseLookups } from './case-lookups.ts';
import { CaseReader, type FoundCase, processFor, viewOf } from './case-reader.ts';
import { readForm } from './form-check.ts';
import { InFlight } from './in-flight.ts';
import { ReferredCases } from './referred-case.ts';

/** Who asks, under which key, and in which language he is answered. */
export interface Asking {
  actor: Actor;
  locale: Locale;
  commandId: string;
  /** False where the key is ours: nobody can have used it before. */
  keyGiven: boolean;
}

/** The way of a command: form, permission, engine, answer. */
@Injectable()
export class CaseCommands {
  private readonly inFlight = new InFlight();

  constructor(
    private readonly store: Store,
    private readonly engine: Engine,
    private readonly reader: CaseReader,
    private readonly metrics: Metrics,
    private readonly tables: CalendarTables,
    private readonly lookups: CaseLookups,
    private readonly orgs: Orgs,
    private readonly referred: ReferredCases,
  ) {}

  /** Opens a case. */
  async start(
    asking: Asking,
    body: { process: string; org: string; form: unknown; drill: boolean; ahead?: string | undefined },
  ): Promise<CaseView> {
    const process = processOf(body.process);
    if (!process) throw apiProblem('process.unknown', { process: body.process.slice(0, 60) });
    const { rules } = process;
    const { actor, commandId } = asking;
    return await this.measured(process, rules.start, async () => {
      const sent = this.readPermittedForm(process, rules.start, actor, body.org, body.form);
      const form = await this.referred.complete(process, sent, actor);
      const { org, drill } = body;
      const aheadMs = aheadOf(body);
      const now = () => Date.now() + aheadMs;
      const opening = await this.opening(process, org, { commandId, drill });
      const asked = { process: rules.id, org, drill, command: rules.start, form: sent };
      const requestHash = hashOf(aheadMs === 0 ? asked : { ...asked, aheadMs });
      const record = await this.once(asking, requestHash, () =>
        this.lookups.during(rules, { command: rules.start, form, data: null, org, drill, now }, async (registers) => {
          const found = registers ? { registers } : {};
          // A start that the rules refuse leaves no workflow behind.
          const act = { command: rules.start, form, actor, at: now(), commandId, ...found };
          const decision = open(rules, opening, act);
          if ('refused' in decision) throw new ApiProblem(decision.refused, { process });
          const input = { process: rules.id, version: rules.version, opening, ...(aheadMs > 0 ? { aheadMs } : {}) };
          const args = { commandId, requestHash, command: rules.start, form, actor, expectedSeq: null, ...found };
          return await this.engine.open(rules, input, args);
        }),
      );
      if (record === CLOSED) throw unavailable();
      return this.view(record, asking);
    }).catch((error: unknown) => this.rethrow(error, process, asking));
  }

  /** Acts on a case. */
  async act(
    asking: Asking,
    input: { caseId: string; command: string; form: unknown; expectedSeq: number | null },
  ): Promise<CaseView> {
    const { actor, commandId } = asking;
    const found = await this.reader.find(input.caseId, actor);
    const { process, record } = found;
    const { command, caseId, expectedSeq } = input;
    if (!Object.hasOwn(process.forms, command) || process.rules.permissions[command] === 'system') {
      throw apiProblem('command.unknown', { command: command.slice(0, 60) }, { process });
    }
    return await this.measured(process, command, async () => {
      const form = readForm(process, command, input.form);
      const requestHash = hashOf({ case: caseId, command, form });
      const args = { commandId, requestHash, command, form, actor, expectedSeq };
      const { org, data, drill } = record;
      const now = () => Date.now() + found.clockOffsetMs;
      const answer = await this.once(asking, requestHash, () => {
        this.assertPermitted(found, command, actor);
        return this.lookups.during(process.rules, { command, form, data, org: org.id, drill, now }, (registers) =>
          this.engine.act({
            caseId,
            org: org.id,
            drill,
            inTurn: process.rules.oneByOne?.includes(command) ?? false,
            args: registers ? { ...args, registers } : args,
          }),
        );
      });
      if (answer === CLOSED) throw await this.closed(found, asking);
      return this.view(answer, asking);
    }).catch((error: unknown) => this.rethrow(error, process, asking, record));
  }

  /**
   * Gives the same answer to the same key and refuses the key with another body. What is kept was accepted and is recorded;
   * what is not yet recorded the engine knows under the same id.
   */
  private async once(
    asking: Asking,
    requestHash: string,
    act: () => Promise<CaseRecord | typeof CLOSED>,
  ): Promise<CaseRecord | typeof CLOSED> {
    const { commandId, keyGiven } = asking;
    if (!keyGiven) return await act();
    return await this.inFlight.claim(
      commandId,
      requestHash,
      async () => (await this.engine.answered(commandId, requestHash)) ?? (await act()),
    );
  }

  private readPermittedForm(process: Process, command: string, actor: Actor, org: string, form: unknown): object {
    const permission = permissionOf({ rules: process.rules, command, actor, org, data: null });
    const read = readForm(process, command, form);
    if ('refused' in permission) throw new ApiProblem(permission.refused, { process });
    return read;
  }

  private assertPermitted({ process, record }: FoundCase, command: string, actor: Actor): void {
    const { rules } = process;
    const permission = permissionOf({ rules, command, actor, org: record.org.id, data: record.data });
    if ('refused' in permission) throw new ApiProblem(permission.refused, { process });
  }

  /** A case as it stands before its first step. */
  async opening(process: Process, org: string, input: { commandId: string; drill: boolean }): Promise<Opening> {
    const { id, level = 'community', settings } = process.rules;
    const found = await readOrg(this.store.db, { org, level, process: id });
    if (!found) throw apiProblem('org.unknown', { org: org.slice(0, 60) });
    return {
      id: caseIdFor(input.commandId),
      org: { id: org, kind: found.kind },
      drill: input.drill,
      settings: settingsOver(settings, found.settings),
      calendars: await this.tables.forOpening(yearOf(dateOf(Date.now())), input),
    };
  }

  /** The workflow has ended: the case is closed, unless the view has not heard of it. */
  private async closed(found: FoundCase, asking: Asking): Promise<ApiProblem> {
    const now = await this.reader.find(found.record.id, asking.actor);
    const isFinal = now.process.rules.states[now.record.state]?.kind === 'final';
    return isFinal ? new ApiProblem(problem('case.closed'), { process: now.process }) : unavailable();
  }

  private async rethrow(error: unknown, process: Process, asking: Asking, seen?: CaseRecord): Promise<never> {
    if (!(error instanceof CommandRefused)) throw error;
    const { problem: refused, state } = error.refusal;
    if (refused.code !== 'sequence.stale' || seen === undefined) throw new ApiProblem(refused, { process });
    const { number, hash } = seen;
    const current = state
      ? await this.view({ ...state, number, hash }, asking)
      : viewOf(await this.reader.find(seen.id, asking.actor), asking.actor, asking.locale);
    throw new ApiProblem(refused, { process, current });
  }

  private async view(record: CaseRecord, { actor, locale }: Asking): Promise<CaseView> {
    const [calendars, orgNames] = await Promise.all([this.tables.current(record), this.orgs.names()]);
    return viewOf({ record, process: processFor(record), at: instantOf(record), calendars, orgNames }, actor, locale);
  }

  private async measured<Answer>(process: Process, command: string, run: () => Promise<Answer>): Promise<Answer> {
    const labels = { process: process.rules.id, command };
    try {
      const answer = await run();
      this.metrics.commands.inc({ ...labels, outcome: 'accepted' });
      return answer;
    } catch (error) {
      const code = error instanceof CommandRefused ? error.refusal.problem.code : undefined;
      const outcome = code ?? (error instanceof ApiProblem ? error.problem.code : 'error');
      this.metrics.commands.inc({ ...labels, outcome });
      throw error;
    }
  }
}

/** How far in the future a drill begins. */
function aheadOf({ drill, ahead }: { drill: boolean; ahead?: string | undefined }): number {
  if (ahead === undefined) return 0;
  if (!drill) throw apiProblem('clock.drillOnly');
  const aheadMs = parseDuration(ahead);
  if (aheadMs === undefined) throw apiProblem('clock.malformed');
  return aheadMs;
}

/** A drill's last entry carries its own time; a real case is seen now. */
function instantOf(record: CaseRecord): number {
  return record.drill ? record.changedAt : Date.now();
}

/** The same command id always opens the same case: the id is made from it. */
export function caseIdFor(commandId: string): string {
  const hex = hashOf({ opens: commandId });
  // Shaped as a UUID of version 8 (RFC 9562 §5.8), which is free for such use.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function settingsOver(defaults: Readonly<Record<string, Setting>>, own: Record<string, number>): SettingValues {
  return Object.fromEntries(Object.entries(defaults).map(([name, { value }]) => [name, own[name] ?? value]));
}
