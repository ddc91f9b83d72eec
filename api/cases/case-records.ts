import { Injectable } from '@nestjs/common';
import { readLedger } from '../../db/queries/ledger.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import { viewerKind } from '../../processes/kernel/present.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { cursorOf, readCursor } from '../cursor.ts';
import { Store } from '../store.ts';
import type { FoundCase } from './case-reader.ts';
import { type LedgerItem, presentLedgerLine } from './ledger-lines.ts';

/** Entries that are shown at once; no case of practice has as many. */
const ALL_MAX = 500;

/** The entries of one case in words, as far as their reader may know them. */
@Injectable()
export class CaseRecords {
  constructor(private readonly store: Store) {}

  /** A page of them, oldest first. */
  async page(found: FoundCase, actor: Actor, asked: { cursor?: string | undefined; limit: number }, locale: Locale) {
    const [after] = asked.cursor === undefined ? ['0'] : readCursor(asked.cursor, /^[1-9]\d{0,8}$/);
    const items = await this.lines(found, actor, { after: Number(after), limit: asked.limit + 1 }, locale);
    const page = items.slice(0, asked.limit);
    const last = page.at(-1);
    return { items: page, next: last && items.length > asked.limit ? cursorOf(String(last.position)) : null };
  }

  /** The first entries, as many as a page can show. */
  async all(found: FoundCase, actor: Actor, locale: Locale): Promise<LedgerItem[]> {
    return await this.lines(found, actor, { after: 0, limit: ALL_MAX }, locale);
  }

  private async lines(
    { process, record, orgNames }: FoundCase,
    actor: Actor,
    asked: { after: number; limit: number },
    locale: Locale,
  ): Promise<LedgerItem[]> {
    const lines = await readLedger(this.store.db, { caseId: record.id, ...asked });
    const reader = { kind: viewerKind(process.rules, record, actor), id: actor.id };
    return lines.map((line) => presentLedgerLine(process, line, { data: record.data, reader, locale, orgNames }));
  }
}
