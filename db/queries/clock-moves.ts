import { sql } from 'kysely';
import type { Db } from './query.ts';

/** A step of a drill's clock: how far it goes and where it leads. */
export interface ClockMove {
  caseId: string;
  durationMs: number;
  /** The case's own time minus real time when the step is done. */
  targetOffsetMs: number;
  /** False where the same key has ordered it before. */
  isNew: boolean;
}

/** Notes a step under its key; the key again answers the step that it ordered first. */
export async function orderClockMove(
  db: Db,
  move: { commandId: string; caseId: string; durationMs: number },
): Promise<ClockMove | undefined> {
  const { commandId, caseId, durationMs } = move;
  const { rows } = await sql<ClockMove>`
    with ordered as (
      insert into clock_move (command_id, case_id, duration_ms, target_offset_ms)
      select ${commandId}, id, ${durationMs}::bigint, clock_offset_ms + ${durationMs}::bigint from case_view where id = ${caseId}
      on conflict (command_id) do nothing
      returning case_id, duration_ms, target_offset_ms, true as is_new
    )
    select case_id as "caseId", duration_ms as "durationMs", target_offset_ms as "targetOffsetMs", is_new as "isNew"
      from (select * from ordered union all
            select case_id, duration_ms, target_offset_ms, false from clock_move where command_id = ${commandId}) found
     order by is_new desc limit 1`.execute(db);
  return rows[0];
}
