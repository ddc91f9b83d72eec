import { type Selectable, sql } from 'kysely';
import { canonical } from '../processes/kernel/hash.ts';
import { contentHashOf, firstLink, linkHash } from './chain.ts';
import type { Database } from './pool.ts';
import type { LedgerTable } from './schema.ts';

/** Something in a chain that is not as it was written. */
export interface Finding {
  caseId: string;
  /** The row at fault; null where a whole chain is missing. */
  position: number | null;
  code: FindingCode;
}

export type FindingCode =
  | 'row.missing'
  | 'content.changed'
  | 'chain.broken'
  | 'force.wrong'
  | 'void.wrong'
  | 'sequence.wrong'
  | 'view.differs'
  | 'chain.missing';

export interface Verified {
  cases: number;
  rows: number;
  /** Rows that somebody has taken out of force, each named by a void row. No fault: the ledger says so itself. */
  voided: number;
  /** Rows lost when an older backup was restored; said by a gap row. */
  gaps: number;
  findings: Finding[];
}

type Row = Selectable<LedgerTable>;

const CASES_AT_ONCE = 200;

/** Recomputes every chain, or that of one case. */
export async function verifyLedger(
  database: Database,
  options: { caseId?: string; onProgress?: (cases: number) => void } = {},
): Promise<Verified> {
  const total: Verified = { cases: 0, rows: 0, voided: 0, gaps: 0, findings: [] };
  const ids = options.caseId === undefined ? await caseIds(database) : [options.caseId];
  for (let start = 0; start < ids.length; start += CASES_AT_ONCE) {
    const part = ids.slice(start, start + CASES_AT_ONCE);
    const [rows, views] = await readTogether(database, part);
    const chains = byCase(rows);
    for (const caseId of part) {
      const chain = chains.get(caseId) ?? [];
      total.cases += 1;
      total.rows += chain.length;
      total.voided += chain.filter((row) => row.kind === 'void').length;
      total.gaps += chain.filter((row) => row.kind === 'gap' && row.in_force).length;
      total.findings.push(...verifyChain(caseId, chain));
      const view = views.find(({ id }) => id === caseId);
      if (view !== undefined) total.findings.push(...verifyView(view, chain));
    }
    options.onProgress?.(total.cases);
  }
  return total;
}

/** Checks one chain, given in order of position. */
export function verifyChain(caseId: string, rows: readonly Row[]): Finding[] {
  const findings: Finding[] = [];
  const voided = new Map(rows.filter((row) => row.kind === 'void').map((row) => [row.voids, row]));
  let previousHash = firstLink(caseId);
  for (const [index, row] of rows.entries()) {
    const { position } = row;
    const found = (code: FindingCode) => findings.push({ caseId, position, code });
    if (position !== index + 1) found('row.missing');
    if (contentHash(row) !== row.content_hash) found('content.changed');
    if (row.prev_hash !== previousHash || hashOfRow(row) !== row.hash) found('chain.broken');
    if (row.in_force === voided.has(position)) found('force.wrong');
    if (row.kind === 'void' && !namesItsRow(row, rows)) found('void.wrong');
    if (row.kind !== 'void' && row.voids !== null) found('void.wrong');
    previousHash = row.hash;
  }
  return [...findings, ...verifySequence(caseId, rows)];
}

/** Entries and gaps make the case what it is; what voids them, and what the clock sent, stands beside. */
function isNumbered({ kind }: Row): boolean {
  return kind === 'entry' || kind === 'gap';
}

/** The rows in force are numbered without holes; a gap row stands for those it names. */
function verifySequence(caseId: string, rows: readonly Row[]): Finding[] {
  const inForce = rows.filter((row) => row.in_force && isNumbered(row)).sort((a, b) => a.seq - b.seq);
  const findings: Finding[] = [];
  let last = 0;
  for (const row of inForce) {
    const from = row.kind === 'gap' ? Number(row.form['from']) : row.seq;
    if (from !== last + 1) findings.push({ caseId, position: row.position, code: 'sequence.wrong' });
    last = row.seq;
  }
  return findings;
}

function byCase(rows: readonly Row[]): Map<string, Row[]> {
  const chains = new Map<string, Row[]>();
  for (const row of rows) {
    const chain = chains.get(row.case_id);
    if (chain) chain.push(row);
    else chains.set(row.case_id, [row]);
  }
  return chains;
}

interface View {
  id: string;
  seq: number;
  hash: string;
}

function verifyView(view: View, rows: readonly Row[]): Finding[] {
  if (rows.length === 0) return [{ caseId: view.id, position: null, code: 'chain.missing' }];
  const last = rows
    .filter((row) => row.in_force && isNumbered(row))
    .reduce<Row | undefined>((latest, row) => (latest && latest.seq > row.seq ? latest : row), undefined);
  const isSame = last?.seq === view.seq && last.hash === view.hash;
  return isSame ? [] : [{ caseId: view.id, position: last?.position ?? null, code: 'view.differs' }];
}

function namesItsRow(row: Row, rows: readonly Row[]): boolean {
  const target = rows.find(({ position }) => position === row.voids);
  const said = { position: row.voids, hash: target?.hash };
  return target !== undefined && target.position < row.position && canonical(row.form) === canonical(said);
}

function contentHash(row: Row): string {
  const { actor, automatic, form, round, seq, type } = row;
  return contentHashOf({
    actor,
    at: row.at.getTime(),
    automatic,
    commandId: row.command_id,
    form,
    from: row.from_state,
    round,
    seq,
    stateHash: row.state_hash,
    to: row.to_state,
    type,
  });
}

function hashOfRow(row: Row): string {
  return linkHash({
    previousHash: row.prev_hash,
    caseId: row.case_id,
    position: row.position,
    kind: row.kind,
    contentHash: row.content_hash,
    voids: row.voids,
    recordedAtMs: row.recorded_at.getTime(),
    writer: row.writer,
  });
}

async function caseIds(database: Database): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select case_id as id from ledger union select id from case_view order by id`.execute(database);
  return rows.map(({ id }) => id);
}

async function readTogether(database: Database, ids: readonly string[]): Promise<[Row[], View[]]> {
  // One snapshot for chain and view: a case that moves meanwhile must not look damaged.
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (snapshot) => [
      await snapshot
        .selectFrom('ledger')
        .selectAll()
        .where('case_id', 'in', ids)
        .orderBy('case_id')
        .orderBy('position')
        .execute(),
      await snapshot.selectFrom('case_view').select(['id', 'seq', 'hash']).where('id', 'in', ids).execute(),
    ]);
}
