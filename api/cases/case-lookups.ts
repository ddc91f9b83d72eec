import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { lookUp } from '../../db/queries/registers.ts';
import { listLeftInTurn } from '../../db/record/intents.ts';
import type { Instant } from '../../processes/kernel/clock.ts';
import type { AnyRules, CaseData } from '../../processes/kernel/define-rules.ts';
import type { RegisterLine } from '../../processes/kernel/register.ts';
import { Engine } from '../engine/engine.ts';
import { API_OPTIONS, type ApiOptions } from '../options.ts';
import { Store } from '../store.ts';
import { Turns } from '../turns.ts';

/** How many acts that rest on a sum may wait or be under way in this server. */
const TURNS_MAX = 8;

interface Asked {
  command: string;
  form: object;
  data: CaseData | null;
  org: string;
  drill: boolean;
  /** The case's own time. */
  now: () => Instant;
}

/** Looks up what the rules want to know from registers before a command is judged. */
@Injectable()
export class CaseLookups implements OnApplicationShutdown {
  private readonly turns: Turns;

  constructor(
    private readonly store: Store,
    private readonly engine: Engine,
    @Inject(API_OPTIONS) options: ApiOptions,
  ) {
    this.turns = new Turns(options.databaseUrl, TURNS_MAX);
  }

  /** Runs the act with what was looked up; undefined where the rules ask nothing. */
  async during<Answer>(
    rules: AnyRules,
    asked: Asked,
    act: (registers: readonly RegisterLine[] | undefined) => Promise<Answer>,
  ): Promise<Answer> {
    const lookup = rules.lookups?.[asked.command];
    if (lookup === undefined) return await act(undefined);
    const { form, data, org, drill } = asked;
    const judge = async () => {
      const at = asked.now();
      return await act(await lookUp(this.store.db, lookup({ form, data, org, at }), { org, drill, at }));
    };
    if (!rules.oneByOne?.includes(asked.command)) return await judge();
    // Two acts that rest on the same sum must see each other. An act is recorded before it is answered, so the next one finds its
    // lines; what somebody left who died in his turn may have been accepted, and has to be counted as well.
    return await this.turns.take(`registers:${org}:${drill}`, async () => {
      for (const caseId of await listLeftInTurn(this.store.db, { org, drill })) await this.engine.tick(caseId);
      return await judge();
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.turns.close();
  }
}
