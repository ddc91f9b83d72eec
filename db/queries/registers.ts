import { type RawBuilder, sql } from 'kysely';
import type { DateString, Instant } from '../../processes/kernel/clock.ts';
import { dayOfQuery, type RegisterLine, type RegisterQuery } from '../../processes/kernel/register.ts';
import { pathOf } from '../../processes/organisation.ts';
import { below, type Db, escapeLike } from './query.ts';

/** More lines than any rule sums over; a command that needs more has asked the wrong question. */
const LINES_MAX = 5_000;

/**
 * What a command has to know from registers. A drill sees the real lines and those of drills; a real case only real ones.
 * Where there are more lines than can be handed over it fails: a sum over a part of them would open what must stay closed.
 */
export async function lookUp(
  db: Db,
  queries: readonly RegisterQuery[],
  of: { org: string; drill: boolean; at: Instant },
): Promise<RegisterLine[]> {
  const found = await Promise.all(
    queries.map((query) =>
      listStanding(db, {
        register: query.register,
        orgs: query.scope === 'own' ? [of.org] : pathOf(of.org),
        day: dayOfQuery(query, of.at),
        withDrills: of.drill,
        ...(query.keyPrefix === undefined ? {} : { keyPrefix: query.keyPrefix }),
        linesMax: LINES_MAX + 1,
      }),
    ),
  );
  const cut = queries.find((_, index) => (found[index]?.length ?? 0) > LINES_MAX);
  if (cut) throw new Error(`more than ${LINES_MAX} lines of ${cut.register} answer one question of a command`);
  return found.flat();
}

interface Standing {
  register: string;
  orgs: readonly string[];
  /** With everything below these organisations. */
  withBelow?: boolean;
  day: DateString;
  /** As it was known after this act; what was put there later is left out. */
  knownBy?: { at: Instant; caseId: string };
  withDrills?: boolean;
  keyPrefix?: string;
  linesMax?: number;
}

/** A line with the number of the case that put it there. */
export type NumberedLine = RegisterLine & { caseNumber: string };

/** The lines that stand on a day: of each key the last one that holds by then, unless it was taken off. */
export async function listStanding(db: Db, input: Standing): Promise<NumberedLine[]> {
  const { knownBy } = input;
  const { rows } = await sql<NumberedLine>`
    select standing.*, v.number as "caseNumber" from (
      select distinct on (r.org, r.key) r.register, r.key, r.org, r.case_id as "caseId",
             (extract(epoch from r.at) * 1000)::bigint as at, to_char(r.day, 'YYYY-MM-DD') as day, r.value
        from register_entry r
       where ${and([
         sql`r.register = ${input.register}`,
         placeOf(input),
         sql`r.day <= ${input.day}::date`,
         input.withDrills ? undefined : sql`not r.drill`,
         knownBy && sql`(r.at, r.case_id) <= (${new Date(knownBy.at)}, ${knownBy.caseId})`,
         input.keyPrefix === undefined ? undefined : sql`r.key like ${`${escapeLike(input.keyPrefix)}%`}`,
       ])}
       order by r.org, r.key, r.day desc, r.at desc, r.case_id desc, r.ordinal desc
    ) standing join case_view v on v.id = standing."caseId"
    where standing.value is not null
    order by standing.key collate "C", standing.org limit ${input.linesMax ?? LINES_MAX}`.execute(db);
  return rows;
}

function placeOf({ orgs, withBelow }: Pick<Standing, 'orgs' | 'withBelow'>): RawBuilder<unknown> {
  const own = sql`r.org = any(${[...orgs]})`;
  return withBelow ? sql`(${own} or r.org like any(${orgs.map(below)}))` : own;
}

/** One version of a register: everything that one act put there. */
export interface RegisterVersion {
  version: number;
  at: Instant;
  caseId: string;
  caseNumber: string;
  changes: { key: string; day: DateString; value: Record<string, unknown> | null }[];
}

/** Every change of a register of one organisation, oldest first, each with the case that made it. */
export async function listVersions(db: Db, input: { register: string; org: string }): Promise<RegisterVersion[]> {
  const { rows } = await sql<RegisterVersion>`
    select row_number() over (order by r.at, r.case_id)::integer as version,
           (extract(epoch from r.at) * 1000)::bigint as at, r.case_id as "caseId", v.number as "caseNumber",
           json_agg(json_build_object('key', r.key, 'day', to_char(r.day, 'YYYY-MM-DD'), 'value', r.value)
                    order by r.ordinal) as changes
      from register_entry r join case_view v on v.id = r.case_id
     where r.register = ${input.register} and r.org = ${input.org} and not r.drill
     group by r.at, r.case_id, v.number order by r.at, r.case_id`.execute(db);
  return rows;
}

/** The registers that hold anything, with their organisations. */
export async function listRegisters(db: Db): Promise<{ register: string; org: string; lines: number }[]> {
  const { rows } = await sql<{ register: string; org: string; lines: number }>`
    select register, org, count(*)::integer as lines from register_entry where not drill
     group by register, org order by register, org`.execute(db);
  return rows;
}

/** Which of these keys stand on some register of the organisation, put there by a case of the process. */
export async function listKeysStanding(
  db: Db,
  input: { process: string; org: string; keys: readonly string[]; day: DateString },
): Promise<{ key: string; register: string; caseId: string; caseNumber: string }[]> {
  const { rows } = await sql<{ key: string; register: string; caseId: string; caseNumber: string }>`
    select standing.key, standing.register, standing.case_id as "caseId", v.number as "caseNumber" from (
      select distinct on (r.register, r.key) r.register, r.key, r.case_id, r.value
        from register_entry r
       where r.org = ${input.org} and r.key = any(${[...input.keys]}) and not r.drill and r.day <= ${input.day}::date
       order by r.register, r.key, r.day desc, r.at desc, r.case_id desc, r.ordinal desc
    ) standing join case_view v on v.id = standing.case_id
    where standing.value is not null and v.process = ${input.process}
    order by standing.key collate "C", standing.register`.execute(db);
  return rows;
}

function and(parts: readonly (RawBuilder<unknown> | undefined)[]): RawBuilder<unknown> {
  return sql.join(
    parts.filter((part) => part !== undefined),
    sql` and `,
  );
}
