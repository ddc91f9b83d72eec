import { sql } from 'kysely';
import type { Db } from './query.ts';

export interface SavedViewRow {
  id: string;
  page: 'desk' | 'search' | 'board';
  name: string;
  query: string;
}

/** The views of one person, in the order in which he made them. */
export async function listSavedViews(db: Db, person: string): Promise<SavedViewRow[]> {
  const { rows } = await sql<SavedViewRow>`
    select id, page, name, query from saved_view where person = ${person} order by saved_at, id`.execute(db);
  return rows;
}

/** Saves a view; one of the same name is replaced. Undefined if there are as many as there may be. */
export async function saveView(
  db: Db,
  { person, page, name, query, limit }: Omit<SavedViewRow, 'id'> & { person: string; limit: number },
): Promise<SavedViewRow | undefined> {
  const { rows } = await sql<SavedViewRow>`
    insert into saved_view as v (person, page, name, query)
    select ${person}, ${page}, ${name}, ${query}
     where (select count(*) from saved_view where person = ${person}) < ${limit}
        or exists (select 1 from saved_view where person = ${person} and page = ${page} and name = ${name})
    on conflict (person, page, name) do update set query = excluded.query
    returning id, page, name, query`.execute(db);
  return rows[0];
}

/** Answers whether there was one. */
export async function deleteSavedView(db: Db, { person, id }: { person: string; id: string }): Promise<boolean> {
  const { rows } = await sql`delete from saved_view where person = ${person} and id::text = ${id} returning id`.execute(
    db,
  );
  return rows.length > 0;
}
