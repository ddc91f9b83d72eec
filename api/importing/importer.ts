import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { listKnownCases } from '../../db/queries/cases.ts';
import { listKeysStanding, lookUp } from '../../db/queries/registers.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import { dateOf } from '../../processes/kernel/clock.ts';
import { open } from '../../processes/kernel/decide.ts';
import type { Importing, Process } from '../../processes/kernel/define-process.ts';
import { hashOf } from '../../processes/kernel/hash.ts';
import { permissionOf } from '../../processes/kernel/permission.ts';
import type { RegisterLine, RegisterQuery } from '../../processes/kernel/register.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { CaseCommands, caseIdFor } from '../cases/case-commands.ts';
import { API_OPTIONS, type ApiOptions } from '../options.ts';
import { ApiProblem, apiProblem } from '../problems/api-problem.ts';
import { Store } from '../store.ts';
import { namedRows } from './headings.ts';
import { readTable } from './read-table.ts';
import { refusalFault, standingFault, whyStopped } from './refused-row.ts';
import type { RowFault } from './row-fault.ts';
import { type ReadRow, readForms } from './row-forms.ts';
import { importable } from './template.ts';

/** Nobody waits longer for one answer; what is left then is opened when the same file is sent again. */
const OPENING_BUDGET_MS = 20_000;
/** More at once would take the engine from people who act meanwhile. */
const OPENED_AT_ONCE = 4;

/** After every day: what stands then was put there ahead and is not taken off again. */
const ALWAYS = '9999-12-31';

interface Asked {
  process: string;
  org: string;
  dryRun: boolean;
  file: Uint8Array;
  actor: Actor;
  locale: Locale;
}

/** A row with the key under which it opens its case: made from the file and its line, so that it opens one case only. */
interface KeyedRow extends ReadRow {
  commandId: string;
  caseId: string;
}

export interface ImportReport {
  process: string;
  org: string;
  dryRun: boolean;
  /** SHA-256 of the file. */
  file: string;
  rows: number;
  /** Opened by this call, in the order of their lines. */
  opened: { line: number; caseId: string; number: string }[];
  /** Rows that the same file had opened before. */
  openedBefore: number;
  left: number;
}

/** Takes over a table: every row is judged before the first one opens its case. */
@Injectable()
export class Importer {
  constructor(
    private readonly store: Store,
    private readonly commands: CaseCommands,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  async take(asked: Asked): Promise<ImportReport> {
    const { process, importing } = this.processFor(asked);
    const { org, dryRun } = asked;
    const file = createHash('sha256').update(asked.file).digest('hex');
    const { rows, faults } = await this.readRows(process, importing, asked, file);
    // A row that stands in the table was opened by this file. Should Temporal not know it, it is taken back and left again.
    const known = await listKnownCases(
      this.store.db,
      rows.map(({ caseId }) => caseId),
    );
    const left = rows.filter(({ caseId }) => !known.has(caseId));
    refuseIfAny([...faults, ...(await this.judge(process, importing, asked, left))]);
    const opened = dryRun ? [] : await this.openAll(process, importing, asked, left);
    const report = { process: process.rules.id, org, dryRun, file, rows: rows.length, opened };
    return { ...report, openedBefore: known.size, left: left.length - opened.length };
  }

  /** The process, if it takes tables at all and from this person. */
  private processFor({ process: id, org, actor }: Asked): { process: Process; importing: Importing } {
    const { process, importing } = importable(id);
    const { rules } = process;
    const permission = permissionOf({ rules, command: rules.start, actor, org, data: null });
    if ('refused' in permission) throw new ApiProblem(permission.refused, { process });
    return { process, importing };
  }

  private async readRows(process: Process, importing: Importing, asked: Asked, file: string) {
    const { org } = asked;
    await this.commands.opening(process, org, { commandId: file, drill: false });
    const table = await readTable(asked.file);
    const { read, faults } = readForms(process, importing, namedRows(importing, table));
    const unread = new Set(table.faults.map(({ line }) => line));
    const key = hashOf({ import: file, process: process.rules.id, org });
    const rows = read
      .filter(({ line }) => !unread.has(line))
      .map((row): KeyedRow => {
        const commandId = `import:${key}:${row.line}`;
        return { ...row, commandId, caseId: caseIdFor(commandId) };
      });
    return { rows, faults: [...table.faults, ...faults.filter(({ line }) => !unread.has(line))] };
  }

  /** What the rules, and what stands already, say against these rows. */
  private async judge(
    process: Process,
    importing: Importing,
    { org, actor }: Asked,
    rows: readonly KeyedRow[],
  ): Promise<RowFault[]> {
    const { rules } = process;
    const at = Date.now();
    const { uniqueColumn } = importing;
    const keys = rows.map(({ cells }) => cells[uniqueColumn] ?? '');
    const input = { process: rules.id, org, keys };
    const found = await Promise.all(
      [ALWAYS, dateOf(at)].map((day) => listKeysStanding(this.store.db, { ...input, day })),
    );
    const standing = new Map(found.flat().map((line) => [line.key, line]));
    const blank = await this.commands.opening(process, org, { commandId: '', drill: false });
    const ask = this.askingOnce(org, at);
    const faults: RowFault[] = [];
    for (const row of rows) {
      const line = standing.get(row.cells[uniqueColumn] ?? '');
      if (line) {
        faults.push(standingFault(row, uniqueColumn, line));
        continue;
      }
      const { form, commandId, caseId } = row;
      const queries = rules.lookups?.[rules.start]?.({ form, data: null, org, at }) ?? [];
      const registers = await ask(queries);
      const act = { command: rules.start, form, actor, at, commandId, registers };
      const decision = open(rules, { ...blank, id: caseId }, act);
      if ('refused' in decision) faults.push(refusalFault(process, importing, row, decision.refused));
    }
    return faults;
  }

  /** Rows mostly ask the same of registers; each question goes to the database once. */
  private askingOnce(org: string, at: number): (queries: readonly RegisterQuery[]) => Promise<RegisterLine[]> {
    const known = new Map<string, Promise<RegisterLine[]>>();
    return async (queries) => {
      const answers = queries.map((query) => {
        const question = JSON.stringify(query);
        const answer = known.get(question) ?? lookUp(this.store.db, [query], { org, drill: false, at });
        known.set(question, answer);
        return answer;
      });
      return (await Promise.all(answers)).flat();
    };
  }

  /** Opens the cases in the order of their lines, until all are open or the time is over. */
  private async openAll(
    process: Process,
    importing: Importing,
    { org, actor, locale }: Asked,
    rows: readonly KeyedRow[],
  ): Promise<ImportReport['opened']> {
    const opened: ImportReport['opened'] = [];
    const until = Date.now() + (this.options.importBudgetMs ?? OPENING_BUDGET_MS);
    const waiting = [...rows];
    let stopped: { row: KeyedRow; error: unknown } | undefined;
    const work = async () => {
      // At least one row each, so that sending the file again always comes to an end.
      for (let row = waiting.shift(); row; row = stopped || Date.now() >= until ? undefined : waiting.shift()) {
        const { commandId, form, line } = row;
        try {
          const body = { process: process.rules.id, org, form, drill: false };
          const { id, number } = await this.commands.start({ actor, locale, commandId, keyGiven: true }, body);
          opened.push({ line, caseId: id, number });
        } catch (error) {
          stopped ??= { row, error };
        }
      }
    };
    await Promise.all(Array.from({ length: OPENED_AT_ONCE }, work));
    if (stopped)
      throw whyStopped(process, importing, stopped, { opened: opened.length, left: rows.length - opened.length });
    return opened.sort((one, other) => one.line - other.line);
  }
}

function refuseIfAny(faults: readonly RowFault[]): void {
  if (faults.length === 0) return;
  const sorted = [...faults].sort((one, other) => one.line - other.line);
  throw apiProblem('import.invalid', { rows: new Set(faults.map(({ line }) => line)).size }, { rows: sorted });
}
