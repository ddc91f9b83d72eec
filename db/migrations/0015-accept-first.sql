-- A command is accepted first and then recorded (docs/decisions/0004). What stands here was accepted, so nothing is ever
-- taken back: no fence, no deadline of a write, no void row, no number given back.

-- A case that was opened before goes on in the engine by another code, which knows nothing of its history.
do $$ begin
  if exists (select 1 from case_view where kind <> 'final') then
    raise exception 'this database holds open cases of an older version' using errcode = 'BH006';
  end if;
end $$;

drop function record_case(jsonb);
drop function abandon_case(text, jsonb);
drop function is_carried_on(case_view, jsonb);
drop function is_stale(case_view, jsonb);
drop function ledger_void(ledger, bigint, jsonb);
drop table released_number;
alter table case_view drop column fence_run, drop column fence_run_id, drop column fence_history, drop column fence_at;

-- Who sends a command says so first. What dies between the acceptance and the write is found here by the healer, by the same
-- key again, or by the next command of the case.
create table intent (
  command_id text primary key,
  case_id text not null,
  org text not null,
  drill boolean not null,
  opens boolean not null,                    -- the command opens the case
  in_turn boolean not null,                  -- it rests on what registers said, so the next one of its kind has to see it
  began_at timestamptz(3) not null default clock_timestamp(),
  written_at timestamptz(3),                 -- an opening that is written, whose case has not yet been told its number
  attempts integer not null default 0,
  next_try timestamptz(3) not null default clock_timestamp() + interval '15 seconds',
  trouble text                               -- what the last attempt to heal met
);
create index intent_case on intent (case_id);
create index intent_due on intent (next_try);
create index intent_turn on intent (org, drill) where in_turn and written_at is null;

-- An answer is kept with the case as it became; null where a later step was written with it. A command that was recorded and
-- refused keeps its refusal.
alter table command_answer alter column record drop not null;
alter table command_answer add column refused jsonb;

create or replace function take_number(series_name text) returns text language plpgsql as $$
declare
  taken integer;
begin
  perform pg_advisory_xact_lock(hashtextextended('series:' || series_name, 0));
  insert into case_counter as c (series, last) values (series_name, 1)
    on conflict (series) do update set last = c.last + 1 returning c.last into taken;
  -- lpad alone would cut the ten-thousandth number to its first four digits.
  return series_name || '-' || lpad(taken::text, greatest(4, length(taken::text)), '0');
end $$;

create or replace function keep_number(kept text) returns text language plpgsql as $$
declare
  series_name text := regexp_replace(kept, '-\d+$', '');
  ordinal integer := substring(kept from '\d+$')::integer;
begin
  if kept is not null then
    perform pg_advisory_xact_lock(hashtextextended('series:' || series_name, 0));
    insert into case_counter as c (series, last) values (series_name, ordinal)
      on conflict (series) do update set last = greatest(c.last, excluded.last);
  end if;
  return kept;
end $$;

-- Rows that this database has lost: whoever writes the next one knows more than it holds, so an older backup was restored.
create function ledger_append_gap(chain text, from_seq integer, to_seq integer, view jsonb, from_state text, to_state text,
                                  note_at bigint, writer jsonb) returns text language sql as $$
  select ledger_append(chain, 'gap', jsonb_build_object(
    'seq', to_seq, 'round', (view->>'round')::integer, 'type', 'gap',
    'commandId', format('gap:%s-%s', from_seq, to_seq), 'automatic', true, 'actor', null,
    'at', note_at, 'from', from_state, 'to', to_state,
    'form', jsonb_build_object('from', from_seq, 'to', to_seq), 'stateHash', '',
    'contentHash', ledger_note_hash('gap', note_at, format('gap:%s-%s', from_seq, to_seq),
      format('{"from":%s,"to":%s}', from_seq, to_seq), from_state, to_state, (view->>'round')::integer, to_seq, '')),
    null, writer)
$$;

-- Makes the inbox rows of a case what its rules say. A row that stays keeps the instant since when it waits.
create function arrange_tasks(chain text, view jsonb, listed jsonb) returns void language plpgsql as $$
declare
  due timestamptz := coalesce(to_timestamp((view->>'dueAt')::bigint / 1000.0), 'infinity');
  warn timestamptz := coalesce(to_timestamp((view->>'warnAt')::bigint / 1000.0), 'infinity');
begin
  delete from task t where t.case_id = chain
     and not exists (select 1 from jsonb_to_recordset(listed) as l (command text, role text, org text, person text)
                      where (l.command, coalesce(l.role, ''), coalesce(l.org, ''), coalesce(l.person, ''))
                          = (t.command, coalesce(t.role, ''), coalesce(t.org, ''), coalesce(t.person, '')));
  insert into task as t (case_id, command, role, org, person, drill, due_at, warn_at, since)
  select chain, l.command, l.role, l.org, l.person, (view->>'drill')::boolean, due, warn,
         to_timestamp((view->>'changedAt')::bigint / 1000.0)
    from jsonb_to_recordset(listed) as l (command text, role text, org text, person text)
  on conflict (case_id, command, coalesce(role, ''), coalesce(org, ''), coalesce(person, '')) do update set
    due_at = excluded.due_at, warn_at = excluded.warn_at
  where (t.due_at, t.warn_at) is distinct from (excluded.due_at, excluded.warn_at);
end $$;

-- Writes accepted steps of a case, in order and each once however often it is told: ledger, view, tasks, rungs, registers,
-- answers and notices in one statement. Who comes late finds everything there and changes nothing. Error BH004: another
-- content stands at the same place, which no order of events can bring about (Temporal was restored from an older backup).
create function write_case(input jsonb) returns jsonb language plpgsql as $$
declare
  chain text := input->>'caseId';
  view jsonb := input->'view';
  view_seq integer := (view->>'seq')::integer;
  is_drill boolean := (view->>'drill')::boolean;
  stored case_view;
  last_seq integer;
  last_state text;
  last_position integer;
  step jsonb;
  entry jsonb;
  entry_seq integer;
  entry_hash text;
  is_new boolean;
  command jsonb;
  case_number text;
  view_hash text;
  full_record jsonb;
  steps_left integer;
begin
  perform pg_advisory_xact_lock(hashtextextended('case:' || chain, 0));
  select * into stored from case_view where id = chain;
  select l.seq, l.to_state into last_seq, last_state from ledger l
   where l.case_id = chain and l.in_force and l.kind in ('entry', 'gap') order by l.position desc limit 1;
  last_seq := coalesce(last_seq, 0);
  case_number := coalesce(stored.number, keep_number(input->>'number'), take_number(input->>'series'));

  for step in select s.value from jsonb_array_elements(input->'steps') with ordinality s order by s.ordinality loop
    is_new := false;
    for entry in select e.value from jsonb_array_elements(step->'entries') with ordinality e order by e.ordinality loop
      entry_seq := (entry->>'seq')::integer;
      if entry_seq <= last_seq then
        select l.content_hash into entry_hash from ledger l
         where l.case_id = chain and l.in_force and l.kind = 'entry' and l.seq = entry_seq;
        if found and entry_hash <> entry->>'contentHash' then
          raise exception 'entry % of this case is recorded with other content', entry_seq using errcode = 'BH004';
        end if;
        continue;
      end if;
      if entry_seq > last_seq + 1 then
        perform ledger_append_gap(chain, last_seq + 1, entry_seq - 1, view, last_state,
                                  coalesce(entry->>'from', entry->>'to'), (entry->>'at')::bigint, step->'writer');
      end if;
      perform ledger_append(chain, 'entry', entry, null, step->'writer');
      last_seq := entry_seq;
      last_state := entry->>'to';
      is_new := true;
    end loop;
    if is_new then
      select l.position into last_position from ledger l where l.case_id = chain order by l.position desc limit 1;
      insert into outbox (key, case_id, position, person, drill, notice, values)
      select format('%s:%s:%s:%s', chain, last_seq, n.notice, n."to") || case when n.times > 1 then ':' || n.times else '' end,
             chain, last_position, n."to", is_drill, n.notice, n.values
        from (select x.*, row_number() over (partition by x.notice, x."to") as times
                from jsonb_to_recordset(step->'notices') as x (notice text, "to" text, values jsonb)) n
      on conflict (key) do nothing;
    end if;
  end loop;
  if view_seq > last_seq then
    perform ledger_append_gap(chain, last_seq + 1, view_seq, view, last_state, view->>'state', (view->>'changedAt')::bigint,
                              input->'writer');
  end if;

  select l.hash into view_hash from ledger l
   where l.case_id = chain and l.in_force and l.kind in ('entry', 'gap') and l.seq = view_seq order by l.position desc limit 1;
  full_record := input->'record' || jsonb_build_object('number', case_number, 'hash', view_hash);

  if coalesce(stored.seq, 0) <= view_seq then
    insert into case_view as v (id, number, process, version, org, drill, state, kind, visible_to, seq, round, title, place,
                                related, record, hash, due_at, warn_at, clock_offset_ms, opened_at, changed_at)
    values (chain, case_number, view->>'process', (view->>'version')::integer, view->>'org', is_drill,
            view->>'state', view->>'kind', view->>'visibleTo', view_seq, (view->>'round')::integer,
            view->>'title', view->>'place', array(select jsonb_array_elements_text(view->'related')), full_record, view_hash,
            to_timestamp((view->>'dueAt')::bigint / 1000.0), to_timestamp((view->>'warnAt')::bigint / 1000.0),
            case when is_drill then (input->>'at')::bigint - (extract(epoch from clock_timestamp()) * 1000)::bigint else 0 end,
            to_timestamp((view->>'openedAt')::bigint / 1000.0), to_timestamp((view->>'changedAt')::bigint / 1000.0))
    on conflict (id) do update set
      state = excluded.state, kind = excluded.kind, visible_to = excluded.visible_to, seq = excluded.seq,
      round = excluded.round, title = excluded.title, place = excluded.place, related = excluded.related,
      record = excluded.record, hash = excluded.hash, due_at = excluded.due_at, warn_at = excluded.warn_at,
      -- A drill is only ever moved forward: what looks like a step back is the time that this write took.
      clock_offset_ms = greatest(v.clock_offset_ms, excluded.clock_offset_ms), changed_at = excluded.changed_at;
    perform arrange_tasks(chain, view, input->'tasks');
    perform arm_rungs(chain, is_drill, input->'rungs');
    if jsonb_typeof(input->'lines') = 'array' then
      perform record_registers(chain, view->>'org', is_drill, input->'lines');
    end if;
  end if;

  steps_left := jsonb_array_length(input->'steps');
  for step in select s.value from jsonb_array_elements(input->'steps') with ordinality s order by s.ordinality loop
    steps_left := steps_left - 1;
    command := nullif(step->'command', 'null');
    continue when command is null;
    insert into command_answer (command_id, case_id, request_hash, seq, record, refused)
    values (command->>'commandId', chain, command->>'requestHash', (step->'entries'->-1->>'seq')::integer,
            case when steps_left = 0 then full_record end, command->'refusedAfter')
    on conflict (command_id) do update set record = excluded.record where command_answer.record is null and excluded.record is not null;
    delete from intent i where i.command_id = command->>'commandId' and not (i.opens and input->>'number' is null);
    update intent i set written_at = clock_timestamp(), next_try = clock_timestamp() + interval '15 seconds'
     where i.command_id = command->>'commandId';
  end loop;
  -- The command that brought this about, and an opening whose case knows its number by now.
  delete from intent i where i.case_id = chain
     and (i.command_id = input->>'commandId' or i.written_at is not null) and input->>'number' is not null;

  perform pg_notify('bihuan', chain);
  return jsonb_build_object('number', case_number, 'hash', view_hash);
end $$;

drop function record_place(text, text);

-- Nobody is reminded of what somebody has just done: a case with a command on its way waits for the next look.
create or replace function claim_due_rungs(instant timestamptz, in_office_hours boolean, cases_max integer) returns integer
language plpgsql as $$
declare
  chains text[];
begin
  with due as materialized (
    select r.case_id from rung r
     where not r.drill and r.action <> 'expire' and r.at <= instant and r.next_try <= instant
       and (in_office_hours or r.any_time)
       and not exists (select 1 from intent i where i.case_id = r.case_id and i.written_at is null)
     order by r.at limit cases_max
  ), each_once as materialized (
    select distinct case_id from due
  )
  select array_agg(e.case_id) into chains from each_once e
   where pg_try_advisory_xact_lock(hashtextextended('case:' || e.case_id, 0));
  return case when chains is null then 0 else claim_rungs_of(chains, instant, in_office_hours) end;
end $$;
