-- The clock: what is due is one more row in the statement that records a case, and is claimed set-wise. A row here is only
-- what is still to be done. That it was done stands in the ledger alone, so a lost row, or a whole lost table, is armed
-- again from the deadlines of the workflow (record_case) without anything going out twice.

alter table ledger drop constraint ledger_kind_check;
alter table ledger add constraint ledger_kind_check check (kind in ('entry', 'void', 'gap', 'rung'));
-- One row in the chain for what the clock sent; it carries the number of the entry it followed, as it decides nothing.
create unique index ledger_rung_once on ledger (case_id, command_id) where kind = 'rung';

create table rung (
  case_id text not null references case_view (id),
  key text not null,                         -- of the rung: <deadline>:<round>:<startedAt>:<rung>:<dueAt>
  deadline text not null,
  rung text not null,
  action text not null check (action in ('remind', 'urge', 'order', 'expire')),
  at timestamptz(3) not null,
  due_at timestamptz(3) not null,
  due_date date,
  any_time boolean not null,                 -- may go out at night and on rest days
  drill boolean not null,
  roles jsonb not null,
  persons jsonb not null,
  copy_roles jsonb not null,
  attempts integer not null default 0,
  next_try timestamptz(3) not null default '-infinity',
  primary key (case_id, key)
);
-- A drill has a clock of its own and asks for its own rows only.
create index rung_due on rung (at) where not drill and action <> 'expire';
create index rung_move on rung (at) where not drill and action = 'expire';

-- Supervision orders that the clock has to open, each once by the key of its rung.
create table opening (
  key text primary key,                      -- case and rung
  case_id text not null,
  deadline text not null,
  due_date date,
  at timestamptz(3) not null,                -- the instant the order stands for
  role text not null,                        -- the office that the order is for
  org text not null,
  drill boolean not null,
  opened_case text,
  trouble text,                              -- why the last attempt failed, as a code
  attempts integer not null default 0,
  next_try timestamptz(3) not null default '-infinity',
  created_at timestamptz(3) not null default clock_timestamp()
);
create index opening_waiting on opening (created_at) where opened_case is null;

-- The last sign of life.
create table clock_tick (
  only_one boolean primary key default true check (only_one),
  ticked_at timestamptz(3) not null,
  clock_at timestamptz(3) not null,          -- what the clock itself takes the time to be
  ticks bigint not null default 1,
  claimed bigint not null
);

-- Makes the rows of a case what its workflow says, less what the ledger says is done. What is unchanged is not written.
create function arm_rungs(chain text, is_drill boolean, listed jsonb) returns void language plpgsql as $$
declare
  done text[] := array(select jsonb_array_elements_text(l.form->'keys') from ledger l
                        where l.case_id = chain and l.kind = 'rung');
begin
  delete from rung r where r.case_id = chain
     and not exists (select 1 from jsonb_array_elements(listed) e where e.value->>'key' = r.key);
  insert into rung as r (case_id, key, deadline, rung, action, at, due_at, due_date, any_time, drill, roles, persons, copy_roles)
  select chain, e.key, e.deadline, e.rung, e.action, to_timestamp(e.at / 1000.0), to_timestamp(e."dueAt" / 1000.0),
         e."dueDate", e."anyTime", is_drill, e.roles, e.persons, e."copyRoles"
    from jsonb_to_recordset(listed) as e (key text, deadline text, rung text, action text, at bigint, "dueAt" bigint,
                                          "dueDate" date, "anyTime" boolean, roles jsonb, persons jsonb, "copyRoles" jsonb)
   where e.key <> all (done)
  on conflict (case_id, key) do update set
    at = excluded.at, any_time = excluded.any_time, roles = excluded.roles, persons = excluded.persons,
    copy_roles = excluded.copy_roles
  where (r.at, r.any_time, r.roles, r.persons, r.copy_roles)
        is distinct from (excluded.at, excluded.any_time, excluded.roles, excluded.persons, excluded.copy_roles);
end $$;

-- Claims what is due in these cases, whose locks the caller holds: of each case the clock whose rung was due first. All
-- rungs of it that are due become one row of the ledger and one notice a person, which names those that came too late.
create function claim_rungs_of(chains text[], instant timestamptz, in_office_hours boolean) returns integer
language plpgsql as $$
declare
  instant_ms bigint := (extract(epoch from instant) * 1000)::bigint;
  writer jsonb := jsonb_build_object('run', 0, 'runId', 'clock', 'history', 0, 'at', instant_ms);
  claimed integer;
begin
  with due as (
    select r.ctid as place, r.deadline, first_value(r.deadline) over (partition by r.case_id order by r.at, r.key) as first
      from rung r
     where r.case_id = any (chains) and r.action <> 'expire' and r.at <= instant and (in_office_hours or r.any_time)
  ), taken as (
    delete from rung r where r.ctid = any (array(select d.place from due d where d.deadline = d.first)) returning r as one
  ), grouped as (
    select (one).case_id as case_id, array_agg(one order by (one).at, (one).key) as rungs,
           (array_agg(one order by (one).at desc, (one).action = 'order' desc, (one).action = 'urge' desc, (one).key desc))[1] as last
      from taken group by (one).case_id
  ), said as (
    -- Laterals, each one step of an index: a plan that joins sets of unknown size took a minute for a thousand cases.
    select g.case_id as chain, g.rungs, (g.last).key, (g.last).deadline, (g.last).rung, (g.last).action, (g.last).at,
           (g.last).drill, v.state, v.round, v.seq, v.title, clock_timestamp()::timestamptz(3) as recorded_at,
           coalesce(tail.position, 0) + 1 as position,
           coalesce(tail.hash, encode(sha256(convert_to('bihuan:' || g.case_id, 'UTF8')), 'hex')) as prev_hash,
           coalesce((select e.state_hash from ledger e where e.hash = v.hash), '') as state_hash,
           'deadline.' || case (g.last).action when 'order' then 'ordered' when 'urge' then 'urged' else 'reminded' end as type,
           (extract(epoch from (g.last).at) * 1000)::bigint as at_ms,
           coalesce(to_char((g.last).due_date, 'YYYY-MM-DD'),
                    to_char((g.last).due_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"')) as due,
           names.keys, names.missed, names.missed_names, people.told, people.copied, people.persons
      from grouped g
      cross join lateral (select c.* from case_view c where c.id = g.case_id limit 1) v
      left join lateral (select l.position, l.hash from ledger l where l.case_id = g.case_id
                          order by l.position desc limit 1) tail on true
      cross join lateral (
        select to_json(array_agg(x.key order by x.at, x.key)) as keys,
               coalesce(to_json(array_agg(x.rung order by x.at, x.key) filter (where x.at < (g.last).at)), '[]'::json) as missed,
               string_agg(x.rung, ',' order by x.at, x.key) filter (where x.at < (g.last).at) as missed_names
          from unnest(g.rungs) x
      ) names
      cross join lateral (
        select count(*) filter (where not p.is_copy) as told, count(*) filter (where p.is_copy) as copied,
               coalesce(jsonb_agg(jsonb_build_object('person', p.person, 'isCopy', p.is_copy)), '[]') as persons
          from (
            select a.person, bool_and(a.is_copy) as is_copy from (
              select y.person, false as is_copy from unnest(g.rungs) x, jsonb_array_elements_text(x.persons) as y (person)
              union all
              select h.person, false from unnest(g.rungs) x, jsonb_to_recordset(x.roles) as o (role text, org text)
                join holding h on h.role = o.role and h.org = o.org
              union all
              select h.person, true from unnest(g.rungs) x, jsonb_to_recordset(x.copy_roles) as o (role text, org text)
                join holding h on h.role = o.role and h.org = o.org
            ) a group by a.person
          ) p
      ) people
  ), formed as (
    -- Canonical JSON: sorted keys and no blanks, as processes/kernel/hash.ts would write it.
    select s.*, format('{"action":%s,"copied":%s,"deadline":%s,"due":%s,"keys":%s,"missed":%s,"rung":%s,"told":%s}',
                       to_json(s.action), s.copied, to_json(s.deadline), to_json(s.due), s.keys, s.missed, to_json(s.rung),
                       s.told) as form
      from said s
  ), hashed as (
    select f.*, ledger_note_hash(f.type, f.at_ms, 'rung:' || f.key, f.form, f.state, f.state, f.round, f.seq, f.state_hash)
                as content_hash
      from formed f
  ), written as (
    insert into ledger (case_id, position, kind, seq, round, type, command_id, automatic, actor, at, from_state, to_state,
                        form, state_hash, content_hash, voids, prev_hash, hash, recorded_at, writer)
    select h.chain, h.position, 'rung', h.seq, h.round, h.type, 'rung:' || h.key, true, null, h.at, h.state, h.state,
           h.form::jsonb, h.state_hash, h.content_hash, null, h.prev_hash,
           encode(sha256(convert_to(concat_ws(E'\n', h.prev_hash, h.chain, h.position, 'rung', h.content_hash, '-',
             (extract(epoch from h.recorded_at) * 1000)::bigint, '0.clock.0.' || instant_ms), 'UTF8')), 'hex'),
           h.recorded_at, writer
      from hashed h returning case_id
  ), told as (
    insert into outbox (key, case_id, position, person, drill, notice, values)
    select format('%s:rung:%s:%s', h.chain, h.key, a.person), h.chain, h.position, a.person, h.drill,
           'deadline' || case h.action when 'order' then 'Ordered' when 'urge' then 'Urged' else 'Reminded' end
             || case when a."isCopy" then 'Copy' else '' end,
           jsonb_build_object('title', h.title, 'deadline', h.deadline, 'rung', h.rung, 'due', h.due,
                              'missed', coalesce(h.missed_names, ''))
      from hashed h cross join lateral jsonb_to_recordset(h.persons) as a (person text, "isCopy" boolean)
    on conflict (key) do nothing returning 1
  ), ordered as (
    insert into opening (key, case_id, deadline, due_date, at, role, org, drill)
    select h.chain || ':' || o.key, h.chain, o.deadline, o.due_date, o.at, o.role, o.org, h.drill
      from hashed h cross join lateral (
        select x.key, x.deadline, x.due_date, x.at, r.role, r.org
          from unnest(h.rungs) x, jsonb_to_recordset(x.roles) as r (role text, org text)
         where x.action = 'order' order by x.at limit 1
      ) o
    on conflict (key) do nothing returning 1
  )
  select count(*) into claimed from written;
  if claimed > 0 then
    perform pg_notify('bihuan', 'clock');
  end if;
  return claimed;
end $$;

-- The next cases in which something is due, as many as there is room for, none that somebody else is writing just now.
-- The statement after the one that took the locks sees everything that their last holders wrote.
create function claim_due_rungs(instant timestamptz, in_office_hours boolean, cases_max integer) returns integer
language plpgsql as $$
declare
  chains text[];
begin
  with due as materialized (
    select r.case_id from rung r
     where not r.drill and r.action <> 'expire' and r.at <= instant and r.next_try <= instant
       and (in_office_hours or r.any_time)
     order by r.at limit cases_max
  ), each_once as materialized (
    select distinct case_id from due
  )
  select array_agg(e.case_id) into chains from each_once e
   where pg_try_advisory_xact_lock(hashtextextended('case:' || e.case_id, 0));
  return case when chains is null then 0 else claim_rungs_of(chains, instant, in_office_hours) end;
end $$;

-- The same for one case: a drill by its own clock, and a real case that stood in the way of others.
create function claim_case_rungs(chain text, instant timestamptz, in_office_hours boolean) returns integer
language plpgsql as $$
declare
  claimed integer := 0;
  step integer;
begin
  perform pg_advisory_xact_lock(hashtextextended('case:' || chain, 0));
  loop
    step := claim_rungs_of(array[chain], instant, in_office_hours);
    exit when step = 0;
    claimed := claimed + step;
  end loop;
  return claimed;
end $$;
