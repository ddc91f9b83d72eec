import { sql } from 'kysely';
import type { Problem } from '../../processes/kernel/problem.ts';
import type { CaseRecord, Written } from '../../workflows/case.messages.ts';
import type { Db } from '../queries/query.ts';

/** Who is about to send a command to a case. */
export interface Intent {
  commandId: string;
  caseId: string;
  org: string;
  drill: boolean;
  /** The command opens the case. */
  opens: boolean;
  /** It rests on registers, so that the next one of its kind must see what came of it. */
  inTurn: boolean;
}

/** What was answered to a command before, under its key. */
export interface KeptAnswer {
  caseId: string;
  requestHash: string;
  /** The case as it became; null where a later step was written with it. */
  record: CaseRecord | null;
  /** The command was recorded and refused all the same. */
  refused: Problem | null;
}

export interface Begun {
  /** The command was accepted before: nothing is to be sent. */
  kept: KeptAnswer | null;
  /** What this database holds of the case; null where it does not know it. */
  written: Written | null;
}

/** Says that a command is about to be sent, and reads what its sender has to know. Nobody sends one without. */
export async function beginCommand(db: Db, intent: Intent): Promise<Begun> {
  const { commandId, caseId, org, drill, opens, inTurn } = intent;
  const { rows } = await sql<Begun>`
    with kept as (
      select case_id, request_hash, record, refused from command_answer where command_id = ${commandId}
    ), begun as (
      insert into intent (command_id, case_id, org, drill, opens, in_turn)
      select ${commandId}, ${caseId}, ${org}, ${drill}, ${opens}, ${inTurn} where not exists (select from kept)
      on conflict (command_id) do nothing
    )
    select case when k.case_id is null then null else
             json_build_object('caseId', k.case_id, 'requestHash', k.request_hash, 'record', k.record, 'refused', k.refused)
           end as kept, ${writtenOf} as written
      from (select) one left join kept k on true left join case_view v on v.id = ${caseId}`.execute(db);
  return rows[0] ?? { kept: null, written: null };
}

const writtenOf = sql`case when v.id is null then null else json_build_object('seq', v.seq, 'number', v.number,
  'stateHash', coalesce((select l.state_hash from ledger l where l.hash = v.hash), '')) end`;

/** How far a case is written. */
export async function readWritten(db: Db, caseId: string): Promise<Written | null> {
  const { rows } = await sql<{ written: Written }>`
    select ${writtenOf} as written from case_view v where v.id = ${caseId}`.execute(db);
  return rows[0]?.written ?? null;
}

/** What was answered to a command before, by its id. */
export async function readAnswer(db: Db, commandId: string): Promise<KeptAnswer | undefined> {
  const { rows } = await sql<KeptAnswer>`
    select case_id as "caseId", request_hash as "requestHash", record, refused
    from command_answer where command_id = ${commandId}`.execute(db);
  return rows[0];
}

/** A command that was refused, or never reached its case. */
export async function dropIntent(db: Db, commandId: string): Promise<void> {
  await sql`delete from intent where command_id = ${commandId}`.execute(db);
}

export interface WaitingIntent {
  commandId: string;
  caseId: string;
  opens: boolean;
  /** An opening that is written, whose case has not yet been told its number. */
  isWritten: boolean;
  attempts: number;
}

/** Takes intents whose senders have had time enough, each time later. */
export async function takeIntents(db: Db, { limit }: { limit: number }): Promise<WaitingIntent[]> {
  const { rows } = await sql<WaitingIntent>`
    with due as (
      select command_id from intent where next_try <= clock_timestamp() order by next_try limit ${limit} for update skip locked
    )
    update intent i set attempts = i.attempts + 1,
      next_try = clock_timestamp() + least(interval '5 minutes', interval '15 seconds' * power(2, least(i.attempts, 5)))
      from due where i.command_id = due.command_id
    returning i.command_id as "commandId", i.case_id as "caseId", i.opens, i.written_at is not null as "isWritten", i.attempts`.execute(
    db,
  );
  return rows;
}

export async function noteTrouble(
  db: Db,
  { commandId, trouble }: { commandId: string; trouble: string },
): Promise<void> {
  await sql`update intent set trouble = ${trouble.slice(0, 300)} where command_id = ${commandId}`.execute(db);
}

/** Cases of an organisation in which somebody died in his turn: whoever has the next turn settles them before he counts. */
export async function listLeftInTurn(db: Db, of: { org: string; drill: boolean }): Promise<string[]> {
  const { rows } = await sql<{ caseId: string }>`
    select distinct case_id as "caseId" from intent
     where org = ${of.org} and drill = ${of.drill} and in_turn and written_at is null`.execute(db);
  return rows.map(({ caseId }) => caseId);
}

/** Lets the healer look at once at everything that waits. */
export async function retryIntents(db: Db): Promise<void> {
  await sql`update intent set next_try = clock_timestamp() where written_at is null and attempts > 0`.execute(db);
}
