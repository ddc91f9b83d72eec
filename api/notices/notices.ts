import { Injectable } from '@nestjs/common';
import { countUnread, listNotices, markAllRead, markRead } from '../../db/queries/notices.ts';
import { listDeadLetters, resendDeadLetter } from '../../db/queries/notices-dead.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import { isoOf } from '../../processes/kernel/clock.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { cursorOf, ORDINAL, readCursor } from '../cursor.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { Store } from '../store.ts';
import { presentDeadLetter, presentNotice } from './notice-lines.ts';

/** The count of unread notices is exact up to here. */
export const UNREAD_MAX = 1_000;

interface Page {
  cursor?: string | undefined;
  limit: number;
}

/** Notices of people, and what operators do about those that did not arrive. */
@Injectable()
export class Notices {
  constructor(private readonly store: Store) {}

  async list(actor: Actor, { unread, cursor, limit }: Page & { unread?: boolean | undefined }, locale: Locale) {
    const [before] = cursor === undefined ? [] : readCursor(cursor, ORDINAL);
    const [lines, count] = await Promise.all([
      listNotices(this.store.db, { person: actor.id, unread, before, limit: limit + 1 }),
      countUnread(this.store.db, actor.id, UNREAD_MAX),
    ]);
    const page = lines.slice(0, limit);
    const last = page.at(-1);
    return {
      unread: count,
      items: page.map((line) => presentNotice(line, locale)),
      next: last && lines.length > limit ? cursorOf(last.id) : null,
    };
  }

  /** How many notices the person has not read yet, exact up to a thousand. */
  async unread(actor: Actor): Promise<number> {
    return await countUnread(this.store.db, actor.id, UNREAD_MAX);
  }

  async read(actor: Actor, id: string) {
    const readMs = ORDINAL.test(id)
      ? await markRead(this.store.db, { person: actor.id, id, now: Date.now() })
      : undefined;
    if (readMs === undefined) throw apiProblem('notice.notFound');
    return { id, readAt: isoOf(readMs), unread: await countUnread(this.store.db, actor.id, UNREAD_MAX) };
  }

  /** Marks everything as read that the person has seen: the notice given, and all before it. */
  async readAll(actor: Actor, { upTo }: { upTo: string }) {
    if (!ORDINAL.test(upTo)) throw apiProblem('notice.notFound');
    const marked = await markAllRead(this.store.db, { person: actor.id, upTo, now: Date.now() });
    return { marked, unread: await countUnread(this.store.db, actor.id, UNREAD_MAX) };
  }

  async dead(actor: Actor, { cursor, limit }: Page, locale: Locale) {
    assertOperator(actor);
    const [before] = cursor === undefined ? [] : readCursor(cursor, ORDINAL);
    const letters = await listDeadLetters(this.store.db, { before, limit: limit + 1 });
    const page = letters.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map((letter) => presentDeadLetter(letter, locale)),
      next: last && letters.length > limit ? cursorOf(last.id) : null,
    };
  }

  async resend(actor: Actor, id: string): Promise<void> {
    assertOperator(actor);
    const outcome = ORDINAL.test(id)
      ? await resendDeadLetter(this.store.db, { id, operator: actor.id, now: Date.now() })
      : 'unknown';
    if (outcome === 'unknown') throw apiProblem('letter.notFound');
    if (outcome === 'notDead') throw apiProblem('letter.notDead');
  }
}

export function isOperator(actor: Actor): boolean {
  return actor.holdings.some(({ role }) => role === 'operator');
}

function assertOperator(actor: Actor): void {
  if (!isOperator(actor)) throw apiProblem('permission.denied', { command: 'notices/dead' });
}
