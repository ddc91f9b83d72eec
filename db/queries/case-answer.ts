import { sql } from 'kysely';
import type { CaseRecord } from '../../workflows/case.messages.ts';
import type { Db } from './query.ts';

export interface KeptAnswer {
  caseId: string;
  requestHash: string;
  record: CaseRecord;
}

/** What was answered to a command before, by its id. */
export async function readAnswer(db: Db, commandId: string): Promise<KeptAnswer | undefined> {
  const { rows } = await sql<KeptAnswer>`
    select case_id as "caseId", request_hash as "requestHash", record
    from command_answer where command_id = ${commandId}
  `.execute(db);
  return rows[0];
}
