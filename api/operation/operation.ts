import { Injectable } from '@nestjs/common';
import { readTick } from '../../db/queries/clock.ts';
import { readWaiting, WAITING_MAX } from '../../db/queries/operation.ts';
import { retryIntents } from '../../db/record/intents.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import { isoOf } from '../../processes/kernel/clock.ts';
import { type Locale, say } from '../../processes/kernel/text.ts';
import { isOperator } from '../notices/notices.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { Store } from '../store.ts';
import { type Part, Parts } from './parts.ts';

/** Something that waits: how much, whether there is more, and since when. */
export interface WaitingItem {
  count: number;
  more: boolean;
  since: string | null;
}

export interface OperationView {
  parts: { name: Part['name']; ok: boolean; version: string | null; remedy: string | null }[];
  clock: {
    /** Since the clock last looked; null: it never has. */
    ageSeconds: number | null;
    /** How long the longest due move has been waiting. */
    waitingSeconds: number | null;
    due: WaitingItem;
    openings: WaitingItem & { trouble: string | null };
  };
  /** Commands whose senders have gone; the healer settles them by itself, each time later. */
  commands: WaitingItem & { trouble: string | null };
  outbox: { notices: WaitingItem; deliveries: WaitingItem; dead: WaitingItem };
}

/** How the parts do that work without a person, for operators. */
@Injectable()
export class Operation {
  constructor(
    private readonly store: Store,
    private readonly parts: Parts,
  ) {}

  async look(actor: Actor, locale: Locale): Promise<OperationView> {
    assertOperator(actor, locale);
    const { db } = this.store;
    const [parts, tick, waiting] = await Promise.all([this.parts.look(), readTick(db), readWaiting(db)]);
    const item = (count = 0, sinceMs: number | null = null): WaitingItem => ({
      count: Math.min(count, WAITING_MAX),
      more: count > WAITING_MAX,
      since: sinceMs === null ? null : isoOf(sinceMs),
    });
    const seconds = (ms: number | null | undefined) => (ms === null || ms === undefined ? null : Math.round(ms / 1000));
    return {
      parts: parts.map(({ name, ok, version, remedy }) => ({
        name,
        ok,
        version,
        remedy: remedy ? say(remedy, locale) : null,
      })),
      clock: {
        ageSeconds: seconds(tick?.ageMs),
        waitingSeconds: seconds(tick?.waitingMs),
        due: item(waiting?.rungs, waiting?.rungsSinceMs),
        openings: { ...item(waiting?.openings), trouble: waiting?.openingTrouble ?? null },
      },
      commands: { ...item(waiting?.commands, waiting?.commandsSinceMs), trouble: waiting?.commandTrouble ?? null },
      outbox: {
        notices: item(waiting?.notices, waiting?.noticesSinceMs),
        deliveries: item(waiting?.deliveries, waiting?.deliveriesSinceMs),
        dead: item(waiting?.dead),
      },
    };
  }

  /** Has every command that waits looked at again, without waiting for its turn. */
  async retryCommands(actor: Actor, locale: Locale): Promise<void> {
    assertOperator(actor, locale);
    await retryIntents(this.store.db);
  }
}

function assertOperator(actor: Actor, locale: Locale): void {
  if (isOperator(actor)) return;
  throw apiProblem('permission.denied', { command: locale === 'en' ? 'look at the operation' : '查看系统运行' });
}
