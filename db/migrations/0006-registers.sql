-- Registers: dated public records that cases keep (processes/kernel/register.ts). Every line follows from the data of its
-- case, which the workflow holds, so that a lost line comes back with the next record or with ledger:rebuild.
create table register_entry (
  case_id text not null references case_view (id) on delete cascade,
  ordinal integer not null,                  -- place in what the case has put on registers: 1, 2, 3 …
  register text not null,
  key text not null,                         -- what the line is about, unique within register and organisation
  org text not null references org (id),
  drill boolean not null,
  at timestamptz(3) not null,                -- when it was put there: these instants make the versions of the register
  day date not null,                         -- from which day it holds
  value jsonb,                               -- null: taken off from that day on
  primary key (case_id, ordinal)
);
create index register_entry_standing on register_entry (register, org, key text_pattern_ops, day desc, at desc);
create index register_entry_version on register_entry (register, org, at);

-- Makes the lines of a case what its workflow says; what is unchanged is not written.
create function record_registers(chain text, kept_at text, is_drill boolean, listed jsonb) returns void
language plpgsql as $$
begin
  delete from register_entry r where r.case_id = chain and r.ordinal > jsonb_array_length(listed);
  insert into register_entry as r (case_id, ordinal, register, key, org, drill, at, day, value)
  select chain, e.ordinality, e.value->>'register', e.value->>'key', kept_at, is_drill,
         to_timestamp((e.value->>'at')::bigint / 1000.0), (e.value->>'day')::date, nullif(e.value->'value', 'null')
    from jsonb_array_elements(listed) with ordinality e
  on conflict (case_id, ordinal) do update set
    register = excluded.register, key = excluded.key, at = excluded.at, day = excluded.day, value = excluded.value
  where (r.register, r.key, r.at, r.day, r.value)
        is distinct from (excluded.register, excluded.key, excluded.at, excluded.day, excluded.value);
end $$;
