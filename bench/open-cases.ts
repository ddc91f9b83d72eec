import type pg from 'pg';

/** Whose inbox is read: an office of ordinary load, and one that has a tenth of everything that is open. */
export const inboxes = [
  { name: '社区 / a community', person: 'bench-worker', role: 'communityWorker', org: 'chaoyang.bench3.c2' },
  {
    name: '街道 / a crowded sub-district',
    person: 'bench-officer',
    role: 'subdistrictOfficer',
    org: 'chaoyang.bench1',
  },
] as const;
export type Inbox = (typeof inboxes)[number];

const SUBDISTRICTS = 43;
const COMMUNITIES = 150;

/** Organisations and people of the size of Chaoyang district: 43 sub-districts, 150 communities. */
export async function makeOffices(pool: pg.Pool): Promise<void> {
  await pool.query(`
    insert into org (id, name, short_name, level)
      select 'chaoyang.bench' || s, '测试街道' || s, '测街' || s, 'subdistrict' from generate_series(1, ${SUBDISTRICTS}) s;
    insert into org (id, name, short_name, level)
      select ${community('c')}, '测试社区' || c, '测社' || c, 'community' from generate_series(1, ${COMMUNITIES}) c;
  `);
  for (const { person, role, org } of inboxes) {
    await pool.query('insert into person (id, name, demo) values ($1, $2, true)', [person, '测试人员']);
    await pool.query('insert into holding (person, role, org) values ($1, $2, $3)', [person, role, org]);
  }
}

/**
 * Makes open cases up to the wanted number: set-wise copies of one real case in the real tables, with other ids, titles,
 * offices and due dates. Nine tenths of the tasks lie in the communities, one tenth in one sub-district; beside them the
 * same tasks in one plain table with one index, which is what the inbox is compared with.
 */
export async function makeOpenCases(
  pool: pg.Pool,
  input: { template: string; from: number; to: number },
): Promise<void> {
  await pool.query(`
    create table if not exists plain_task (
      id bigint generated always as identity primary key, org text not null, role text not null, command text not null,
      case_id text not null, title text not null, due_at timestamptz not null
    );
    create index if not exists plain_task_inbox on plain_task (org, role, due_at, id);
  `);
  const client = await pool.connect();
  try {
    await client.query('begin');
    // All columns but the identity and what follows from others are taken over from the template, whatever they will be called.
    const { rows } = await client.query<{ columns: string }>(`
      select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns
      from information_schema.columns where table_name = 'case_view' and column_name <> 'ordinal' and is_generated = 'NEVER'
    `);
    const columns = rows[0]?.columns ?? '';
    await client.query(`
      create temporary table copied on commit drop as
        select n, ${community(`n % ${COMMUNITIES} + 1`)} as community,
          now() + (random() * 40 - 20) * interval '1 day' as due, v.*
        from case_view v cross join generate_series(${input.from + 1}, ${input.to}) n where v.id = '${input.template}';
      update copied set id = 'bench-' || n, number = 'bench-' || n, title = title || ' ' || n, org = community,
        hash = 'bench-' || n, due_at = due, warn_at = due - interval '3 days';
      insert into case_view (${columns}) select ${columns} from copied;
      insert into task (case_id, command, role, org, drill, due_at, warn_at, since)
        select id, 'proposal.accept', ${pick("'subdistrictOfficer'", "'communityWorker'")},
          ${pick("'chaoyang.bench1'", 'community')}, false, due_at, warn_at, now() from copied;
      insert into plain_task (org, role, command, case_id, title, due_at)
        select ${pick("'chaoyang.bench1'", 'community')}, ${pick("'subdistrictOfficer'", "'communityWorker'")},
          'proposal.accept', id, title, due_at from copied;
    `);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
  await pool.query('vacuum analyze case_view');
  await pool.query('vacuum analyze task');
  await pool.query('vacuum analyze plain_task');
}

const pick = (crowded: string, ordinary: string): string => `case when n % 10 = 0 then ${crowded} else ${ordinary} end`;

const community = (number: string): string =>
  `'chaoyang.bench' || ((${number}) % ${SUBDISTRICTS} + 1) || '.c' || (${number})`;
