import pg from 'pg';

/** A command to which the api answered with success. */
export interface Acknowledged {
  caseId: string;
  commandId: string;
  command: string;
  /** The sequence number that the answer told. */
  seq: number;
}

export interface LedgerCount {
  entries: number;
  automatic: number;
  voided: number;
}

interface Row {
  command_id: string;
  type: string;
  automatic: boolean;
  seq: number;
}

/**
 * Every acknowledged command stands in force exactly once, and nothing that a person did stands there besides: all that
 * was sent was repeated until it was answered.
 */
export async function proveLedger(
  databaseUrl: string,
  caseId: string,
  acknowledged: readonly Acknowledged[],
): Promise<LedgerCount> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Row>(
      `select command_id, type, automatic, seq from ledger
       where case_id = $1 and kind = 'entry' and in_force order by seq`,
      [caseId],
    );
    const { rows: gone } = await client.query<{ count: number }>(
      `select count(*)::integer as count from ledger where case_id = $1 and kind = 'entry' and not in_force`,
      [caseId],
    );
    const faults = [...faultsOfSequence(rows), ...faultsOfCommands(rows, acknowledged)];
    if (faults.length > 0) {
      throw new Error(`the ledger of ${caseId} is not what was acknowledged:\n${faults.join('\n')}`);
    }
    return {
      entries: rows.length,
      automatic: rows.filter((row) => row.automatic).length,
      voided: gone[0]?.count ?? 0,
    };
  } finally {
    await client.end();
  }
}

function faultsOfSequence(rows: readonly Row[]): string[] {
  return rows.flatMap((row, index) => (row.seq === index + 1 ? [] : [`seq ${row.seq} stands at place ${index + 1}`]));
}

function faultsOfCommands(rows: readonly Row[], acknowledged: readonly Acknowledged[]): string[] {
  const acts = rows.filter((row) => !row.automatic);
  const wanted = new Set(acknowledged.map(({ commandId }) => commandId));
  const missing = acknowledged.flatMap(({ command, commandId }) => {
    const times = acts.filter((row) => row.command_id === commandId && row.type === command).length;
    return times === 1 ? [] : [`${command} (${commandId}) was acknowledged and stands there ${times} times`];
  });
  const unknown = acts.filter((row) => !wanted.has(row.command_id));
  return [...missing, ...unknown.map((row) => `${row.type} (${row.command_id}) stands there, nobody was told so`)];
}
