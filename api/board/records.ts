import { Injectable } from '@nestjs/common';
import { readCasesById } from '../../db/queries/cases.ts';
import { listOrgs } from '../../db/queries/orgs.ts';
import { listRecords, type RecordLine } from '../../db/queries/records.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import { addDays, isoOf, startOfDay } from '../../processes/kernel/clock.ts';
import { numberInRound, viewerKind } from '../../processes/kernel/present.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import type { CaseRecord } from '../../workflows/case.messages.ts';
import { processFor } from '../cases/case-reader.ts';
import { type LedgerItem, presentLedgerLine } from '../cases/ledger-lines.ts';
import { cursorOf, ORDINAL, readCursor } from '../cursor.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { Store } from '../store.ts';
import { staffReach } from './staff-reach.ts';

export interface RecordsQuestion {
  org?: string | undefined;
  q?: string | undefined;
  type?: string | undefined;
  actor?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  automatic?: boolean | undefined;
  drill: boolean;
  cursor?: string | undefined;
  limit: number;
}

/** One row of the ledger with the case that it belongs to. */
export interface RecordItem extends Omit<LedgerItem, 'form'> {
  case: {
    id: string;
    number: string;
    title: string;
    process: string;
    processText: string;
    org: string;
    orgText: string;
  };
  drill: boolean;
  recordedAt: string;
}

export interface RecordsPage {
  items: RecordItem[];
  next: string | null;
}

/** A page is what is found in so many rows; a rarer thing takes more than one page. */
const LOOK_MAX = 20_000;

/** The ledger across cases, newest first, as far as each row may be read. */
@Injectable()
export class Records {
  constructor(private readonly store: Store) {}

  async search(reader: Actor, question: RecordsQuestion, locale: Locale): Promise<RecordsPage> {
    const tops = staffReach(reader, { zh: '查阅办理记录', en: 'search the records' }, locale);
    const { cursor, from, to, limit, ...filter } = question;
    if (from !== undefined && to !== undefined && from > to) throw apiProblem('register.datesReversed', { from, to });
    const { db } = this.store;
    const [before] = cursor === undefined ? [] : readCursor(cursor, ORDINAL);
    const orgs = await listOrgs(db);
    const orgNames = new Map(orgs.map(({ id, name }) => [id, name]));
    const wanted = {
      ...filter,
      tops,
      from: from === undefined ? undefined : new Date(startOfDay(from)),
      until: to === undefined ? undefined : new Date(startOfDay(addDays(to, 1))),
      limit: limit + 1,
      lookMax: LOOK_MAX,
    };
    const shown: { id: string; item: RecordItem }[] = [];
    for (let at = before; ; ) {
      const { lines, lookedTo } = await listRecords(db, { ...wanted, before: at });
      const records = await readCasesById(db, [...new Set(lines.map(({ caseId }) => caseId))]);
      for (const line of lines) {
        const record = records.get(line.caseId);
        const item = record && presentRecord(line, record, { reader, locale, orgNames });
        // Who is protected in the row is not found by asking for him either, nor by where a page ends.
        if (item && (question.actor === undefined || item.actor?.id !== undefined)) shown.push({ id: line.id, item });
      }
      const isLast = lines.length <= limit;
      if (shown.length <= limit && !isLast) {
        at = lines.at(-1)?.id;
        continue;
      }
      const page = shown.slice(0, limit);
      const next = shown.length > limit ? (page.at(-1)?.id ?? null) : lookedTo;
      return { items: page.map(({ item }) => item), next: next === null ? null : cursorOf(next) };
    }
  }
}

function presentRecord(
  line: RecordLine,
  record: CaseRecord,
  { reader, locale, orgNames }: { reader: Actor; locale: Locale; orgNames: ReadonlyMap<string, string> },
): RecordItem {
  const process = processFor(record);
  const kind = viewerKind(process.rules, record, reader);
  const { form: _form, ...shown } = presentLedgerLine(process, line, {
    data: record.data,
    reader: { kind, id: reader.id },
    locale,
    orgNames,
  });
  return {
    ...shown,
    case: {
      id: line.caseId,
      number: numberInRound(line.number, line.round),
      title: line.title,
      process: line.process,
      processText: process.texts[locale].title,
      org: line.org,
      orgText: line.orgName,
    },
    drill: line.drill,
    recordedAt: isoOf(line.recordedAt.getTime()),
  };
}
