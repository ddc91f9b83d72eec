import { sql } from 'kysely';
import { type CommunityKind, type Level, pathOf } from '../../processes/organisation.ts';
import type { Db } from './query.ts';

export interface OrgRow {
  id: string;
  name: string;
  level: Level;
  kind: CommunityKind;
}

/** All organisations, from the top down. */
export async function listOrgs(db: Db): Promise<OrgRow[]> {
  const { rows } = await sql<OrgRow>`select id, name, level, kind from org order by id collate "C"`.execute(db);
  return rows;
}

/** The organisations from the district down to this one, with their names. */
export async function readOrgPath(db: Db, org: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from org where id = any(${pathOf(org)}) order by length(id)`.execute(db);
  return rows;
}

/** An organisation, of this level if one is given, with the figures set along its path for a process, the nearest last; undefined if there is none. */
export async function readOrg(
  db: Db,
  input: { org: string; level?: Level; process: string },
): Promise<{ kind: CommunityKind; settings: Record<string, number> } | undefined> {
  const { rows } = await sql<{ kind: CommunityKind; settings: { name: string; value: number }[] }>`
    select o.kind, (
      select coalesce(json_agg(json_build_object('name', s.name, 'value', s.value) order by length(s.org)), '[]'::json)
      from setting s where s.process = ${input.process} and s.org = any(${pathOf(input.org)})
    ) as settings
    from org o where o.id = ${input.org} and (${input.level ?? null}::text is null or o.level = ${input.level ?? null})
  `.execute(db);
  const row = rows[0];
  if (!row) return undefined;
  return { kind: row.kind, settings: Object.fromEntries(row.settings.map(({ name, value }) => [name, value])) };
}
