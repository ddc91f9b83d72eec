-- The one statement by which a case is recorded. A single statement in autocommit cannot be held open by a client that
-- stalls: it commits or it does not. Errors: BH002 an older writer, BH003 the deadline has passed.

-- Canonical JSON of a void or gap row, exactly as processes/kernel/hash.ts would write it.
create function ledger_note_hash(
  note_type text, note_at bigint, note_command text, note_form text, note_from text, note_to text,
  note_round integer, note_seq integer, note_state_hash text
) returns text language sql immutable as $$
  select encode(sha256(convert_to(format(
    '{"actor":null,"at":%s,"automatic":true,"commandId":%s,"form":%s,"from":%s,"round":%s,"seq":%s,"stateHash":%s,"to":%s,"type":%s}',
    note_at, to_json(note_command), note_form, coalesce(to_json(note_from)::text, 'null'), note_round, note_seq,
    to_json(note_state_hash), to_json(note_to), to_json(note_type)), 'UTF8')), 'hex')
$$;

-- Appends one row to the chain of a case and answers its hash. `content` holds the entry, `writer` the fence.
create function ledger_append(chain text, row_kind text, content jsonb, voided integer, writer jsonb)
returns text language plpgsql as $$
declare
  previous_hash text;
  next_position integer;
  written timestamptz(3) := clock_timestamp();
  row_hash text;
begin
  select l.position + 1, l.hash into next_position, previous_hash
    from ledger l where l.case_id = chain order by l.position desc limit 1;
  if not found then
    next_position := 1;
    previous_hash := encode(sha256(convert_to('bihuan:' || chain, 'UTF8')), 'hex');
  end if;
  row_hash := encode(sha256(convert_to(concat_ws(E'\n',
    previous_hash, chain, next_position, row_kind, content->>'contentHash', coalesce(voided::text, '-'),
    (extract(epoch from written) * 1000)::bigint,
    (writer->>'run') || '.' || (writer->>'runId') || '.' || (writer->>'history') || '.' || (writer->>'at')), 'UTF8')), 'hex');
  insert into ledger (case_id, position, kind, seq, round, type, command_id, automatic, actor, at, from_state, to_state,
                      form, state_hash, content_hash, voids, prev_hash, hash, recorded_at, writer)
  values (chain, next_position, row_kind, (content->>'seq')::integer, (content->>'round')::integer, content->>'type',
          content->>'commandId', (content->>'automatic')::boolean, nullif(content->'actor', 'null'),
          to_timestamp((content->>'at')::bigint / 1000.0), content->>'from', content->>'to', content->'form',
          content->>'stateHash', content->>'contentHash', voided, previous_hash, row_hash, written, writer);
  return row_hash;
end $$;

-- Takes a row out of force by a later row that names it, with everything that followed from it and was not yet told.
create function ledger_void(target ledger, void_at bigint, writer jsonb) returns void language plpgsql as $$
declare
  note_command text := 'void:' || target.position;
  note_form text := format('{"hash":"%s","position":%s}', target.hash, target.position);
  note_to text := coalesce(target.from_state, target.to_state);
begin
  update ledger set in_force = false where id = target.id;
  perform ledger_append(target.case_id, 'void', jsonb_build_object(
    'seq', target.seq, 'round', target.round, 'type', 'void', 'commandId', note_command, 'automatic', true,
    'actor', null, 'at', void_at, 'from', target.to_state, 'to', note_to, 'form', note_form::jsonb,
    'stateHash', target.state_hash,
    'contentHash', ledger_note_hash('void', void_at, note_command, note_form, target.to_state, note_to,
                                    target.round, target.seq, target.state_hash)),
    target.position, writer);
  -- An answer that Temporal never gave must not be found under its key.
  delete from command_answer where case_id = target.case_id and command_id = target.command_id;
  delete from outbox where case_id = target.case_id and position = target.position and sent_at is null;
end $$;

-- Gapless numbers: one that an abandoned opening gave back comes first.
create function take_number(series_name text) returns text language plpgsql as $$
declare
  taken integer;
begin
  perform pg_advisory_xact_lock(hashtextextended('series:' || series_name, 0));
  delete from released_number
   where series = series_name and last = (select min(r.last) from released_number r where r.series = series_name)
   returning last into taken;
  if taken is null then
    insert into case_counter as c (series, last) values (series_name, 1)
      on conflict (series) do update set last = c.last + 1 returning c.last into taken;
  end if;
  -- lpad alone would cut the ten-thousandth number to its first four digits.
  return series_name || '-' || lpad(taken::text, greatest(4, length(taken::text)), '0');
end $$;

-- A case that comes back after a restore from an older backup keeps its number; the counter must not give it out again.
create function keep_number(kept text) returns text language plpgsql as $$
declare
  series_name text := regexp_replace(kept, '-\d+$', '');
  ordinal integer := substring(kept from '\d+$')::integer;
begin
  if kept is not null then
    perform pg_advisory_xact_lock(hashtextextended('series:' || series_name, 0));
    insert into case_counter as c (series, last) values (series_name, ordinal)
      on conflict (series) do update set last = greatest(c.last, excluded.last);
    delete from released_number r where r.series = series_name and r.last = ordinal;
  end if;
  return kept;
end $$;

-- Whether a later writer than this one has recorded the case. Histories are compared within one execution only: after a
-- reset by an operator the new execution has a shorter one, and its time decides.
create function is_stale(stored case_view, writer jsonb) returns boolean language sql immutable as $$
  select coalesce(case
    when stored.fence_run <> (writer->>'run')::integer then stored.fence_run > (writer->>'run')::integer
    when stored.fence_run_id = writer->>'runId'
      then (stored.fence_history, stored.fence_at) > ((writer->>'history')::integer, (writer->>'at')::bigint)
    else stored.fence_at > (writer->>'at')::bigint
  end, false)
$$;

create function record_case(input jsonb) returns jsonb language plpgsql as $$
declare
  chain text := input->>'caseId';
  writer jsonb := input->'writer';
  writer_at bigint := (writer->>'at')::bigint;
  write_before timestamptz := to_timestamp((input->>'writeBefore')::bigint / 1000.0);
  first_seq integer := (input->>'firstSeq')::integer;
  view jsonb := input->'view';
  command jsonb := nullif(input->'command', 'null');
  stored case_view;
  target ledger;
  previous ledger;
  entry jsonb;
  notice jsonb;
  case_number text;
  last_hash text;
  last_position integer;
  full_record jsonb;
begin
  if clock_timestamp() >= write_before then
    raise exception 'the deadline of this write has passed' using errcode = 'BH003';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('case:' || chain, 0));
  select * into stored from case_view where id = chain;
  if is_stale(stored, writer) then
    raise exception 'a later writer was here' using errcode = 'BH002';
  end if;

  -- Whatever stands in force at these places and is not what the workflow says now was never accepted.
  for target in
    select l.* from ledger l
     where l.case_id = chain and l.in_force and l.kind in ('entry', 'gap') and l.seq >= first_seq
       and not exists (select 1 from jsonb_array_elements(input->'entries') e
                        where (e->>'seq')::integer = l.seq and e->>'contentHash' = l.content_hash)
     order by l.position
  loop
    perform ledger_void(target, writer_at, writer);
  end loop;

  -- The row before must be the one the workflow knows; after a restore from an older backup it is another or none.
  select l.* into previous from ledger l
   where l.case_id = chain and l.in_force and l.kind in ('entry', 'gap') and l.seq < first_seq
   order by l.seq desc, l.position desc limit 1;
  if previous.kind = 'entry' and previous.seq = first_seq - 1 and previous.hash <> input->>'previousHash' then
    perform ledger_void(previous, writer_at, writer);
    previous.seq := first_seq - 2;
    previous.to_state := coalesce(previous.from_state, previous.to_state);
  end if;
  if coalesce(previous.seq, 0) < first_seq - 1 then
    perform ledger_append(chain, 'gap', jsonb_build_object(
      'seq', first_seq - 1, 'round', (view->>'round')::integer, 'type', 'gap',
      'commandId', format('gap:%s-%s', coalesce(previous.seq, 0) + 1, first_seq - 1), 'automatic', true, 'actor', null,
      'at', writer_at, 'from', previous.to_state, 'to', input->>'stateBefore',
      'form', jsonb_build_object('from', coalesce(previous.seq, 0) + 1, 'to', first_seq - 1), 'stateHash', '',
      'contentHash', ledger_note_hash('gap', writer_at, format('gap:%s-%s', coalesce(previous.seq, 0) + 1, first_seq - 1),
        format('{"from":%s,"to":%s}', coalesce(previous.seq, 0) + 1, first_seq - 1), previous.to_state,
        input->>'stateBefore', (view->>'round')::integer, first_seq - 1, '')), null, writer);
  end if;

  for entry in select e.value from jsonb_array_elements(input->'entries') with ordinality e order by e.ordinality loop
    if not exists (select 1 from ledger l where l.case_id = chain and l.in_force and l.kind = 'entry'
                    and l.seq = (entry->>'seq')::integer and l.content_hash = entry->>'contentHash') then
      perform ledger_append(chain, 'entry', entry, null, writer);
    end if;
  end loop;

  select l.hash, l.position into last_hash, last_position from ledger l
   where l.case_id = chain and l.in_force and l.kind in ('entry', 'gap') order by l.seq desc, l.position desc limit 1;
  case_number := coalesce(stored.number, keep_number(input->>'number'), take_number(input->>'series'));
  full_record := input->'record' || jsonb_build_object('number', case_number, 'hash', last_hash);

  insert into case_view (id, number, process, version, org, drill, state, kind, visible_to, seq, round, title, related,
                         record, hash, due_at, warn_at, clock_offset_ms, opened_at, changed_at,
                         fence_run, fence_run_id, fence_history, fence_at)
  values (chain, case_number, view->>'process', (view->>'version')::integer, view->>'org', (view->>'drill')::boolean,
          view->>'state', view->>'kind', view->>'visibleTo', (view->>'seq')::integer, (view->>'round')::integer,
          view->>'title', array(select jsonb_array_elements_text(view->'related')), full_record, last_hash,
          to_timestamp((view->>'dueAt')::bigint / 1000.0), to_timestamp((view->>'warnAt')::bigint / 1000.0),
          case when (view->>'drill')::boolean
               then writer_at - (extract(epoch from clock_timestamp()) * 1000)::bigint else 0 end,
          to_timestamp((view->>'openedAt')::bigint / 1000.0), to_timestamp((view->>'changedAt')::bigint / 1000.0),
          (writer->>'run')::integer, writer->>'runId', (writer->>'history')::integer, writer_at)
  on conflict (id) do update set
    state = excluded.state, kind = excluded.kind, visible_to = excluded.visible_to, seq = excluded.seq,
    round = excluded.round, title = excluded.title, related = excluded.related, record = excluded.record,
    hash = excluded.hash, due_at = excluded.due_at, warn_at = excluded.warn_at,
    clock_offset_ms = excluded.clock_offset_ms, changed_at = excluded.changed_at,
    fence_run = excluded.fence_run, fence_run_id = excluded.fence_run_id, fence_history = excluded.fence_history, fence_at = excluded.fence_at;

  delete from task where case_id = chain;
  insert into task (case_id, command, role, org, person, drill, due_at, warn_at, since)
  select chain, t.command, t.role, t.org, t.person, (view->>'drill')::boolean,
         coalesce(to_timestamp((view->>'dueAt')::bigint / 1000.0), 'infinity'),
         coalesce(to_timestamp((view->>'warnAt')::bigint / 1000.0), 'infinity'),
         to_timestamp((view->>'changedAt')::bigint / 1000.0)
    from jsonb_to_recordset(input->'tasks') as t (command text, role text, org text, person text);
  perform arm_rungs(chain, (view->>'drill')::boolean, input->'rungs');

  if command is not null then
    insert into command_answer (command_id, case_id, request_hash, seq, record)
    values (command->>'commandId', chain, command->>'requestHash', (view->>'seq')::integer, full_record)
    on conflict (command_id) do update set
      case_id = excluded.case_id, request_hash = excluded.request_hash, seq = excluded.seq, record = excluded.record;
  end if;
  for notice in select n.value from jsonb_array_elements(input->'notices') n loop
    insert into outbox (key, case_id, position, person, drill, notice, values)
    values (format('%s:%s:%s:%s', chain, view->>'seq', notice->>'notice', notice->>'to'), chain, last_position,
            notice->>'to', (view->>'drill')::boolean, notice->>'notice', notice->'values')
    on conflict (key) do nothing;
  end loop;

  perform pg_notify('bihuan', chain);
  if clock_timestamp() >= write_before then
    raise exception 'the deadline of this write has passed' using errcode = 'BH003';
  end if;
  return jsonb_build_object('number', case_number, 'hash', last_hash);
end $$;

-- An opening that was written but never accepted: its rows are voided, its view goes, its number is given back.
create function abandon_case(chain text, writer jsonb) returns integer language plpgsql as $$
declare
  target ledger;
  abandoned integer := 0;
  given text;
begin
  perform pg_advisory_xact_lock(hashtextextended('case:' || chain, 0));
  if exists (select 1 from case_view where id = chain and fence_at > (writer->>'at')::bigint) then
    raise exception 'a later writer was here' using errcode = 'BH002';
  end if;
  for target in select l.* from ledger l
                 where l.case_id = chain and l.in_force and l.kind in ('entry', 'gap') order by l.position loop
    perform ledger_void(target, (writer->>'at')::bigint, writer);
    abandoned := abandoned + 1;
  end loop;
  delete from task where case_id = chain;
  delete from rung where case_id = chain;
  delete from case_view where id = chain returning number into given;
  if given is not null then
    insert into released_number (series, last)
    values (regexp_replace(given, '-\d+$', ''), substring(given from '\d+$')::integer);
    perform pg_notify('bihuan', chain);
  end if;
  return abandoned;
end $$;
