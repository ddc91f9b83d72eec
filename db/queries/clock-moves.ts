import { sql } from 'kysely';
import type { Db } from './query.ts';

/** A step of a drill's clock: how far it goes and where it leads. */
export interface ClockMove {
  caseId: string;
  durationMs: number;
  /** The case's own time minus real time when the step is done. */
  targetOffsetMs: number;
}

const columns = sql`case_id as "caseId", duration_ms as "durationMs", target_offset_ms as "targetOffsetMs"`;

export async function readClockMove(db: Db, commandId: string): Promise<ClockMove | undefined> {
  const { rows } = await sql<ClockMove>`select ${columns} from clock_move where command_id = ${commandId}`.execute(db);
  return rows[0];
}

/** Notes a step under its key; the key again answers the step that it ordered first. */
export async function orderClockMove(db: Db, move: ClockMove & { commandId: string }): Promise<ClockMove> {
  const { commandId, caseId, durationMs, targetOffsetMs } = move;
  const { rows } = await sql<ClockMove>`
    insert into clock_move (command_id, case_id, duration_ms, target_offset_ms)
    values (${commandId}, ${caseId}, ${durationMs}, ${targetOffsetMs})
    -- Changes nothing: a row that another server has just written is answered only where it is touched.
    on conflict (command_id) do update set command_id = excluded.command_id
    returning ${columns}`.execute(db);
  return rows[0] as ClockMove;
}
