import { sql } from 'kysely';
import type { Db } from './query.ts';

/** Follows a case, unless the person follows as many as he may; answers whether he follows it now. */
export async function follow(
  db: Db,
  { person, caseId, limit }: { person: string; caseId: string; limit: number },
): Promise<boolean> {
  const { rows } = await sql`
    with known as (select 1 from follow where person = ${person} and case_id = ${caseId}), added as (
      insert into follow (person, case_id)
      select ${person}, ${caseId} where (select count(*) from follow where person = ${person}) < ${limit}
      on conflict do nothing returning 1
    )
    select 1 from known union all select 1 from added`.execute(db);
  return rows.length > 0;
}

export async function unfollow(db: Db, { person, caseId }: { person: string; caseId: string }): Promise<void> {
  await sql`delete from follow where person = ${person} and case_id = ${caseId}`.execute(db);
}

export async function isFollowed(db: Db, { person, caseId }: { person: string; caseId: string }): Promise<boolean> {
  const { rows } = await sql`select 1 from follow where person = ${person} and case_id = ${caseId}`.execute(db);
  return rows.length > 0;
}
