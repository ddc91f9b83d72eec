-- What people search, follow and keep. The place of a matter is declared by its process (`placeOf`) and written in the
-- statement that records the case, so that lists find it without knowing any process.
alter table case_view add column place text;
-- One text for the search box, so that one index serves number, title and place together: an OR over columns of which one
-- has no index reads the whole table. Full-width and half-width signs are the same sign.
alter table case_view add column words text
  generated always as (normalize(number || E'\n' || title || E'\n' || coalesce(place, ''), NFKC)) stored;
drop index case_view_title;
create index case_view_words on case_view using gin (words gin_trgm_ops);
-- Lists by what is due: cases without a clock come last.
drop index case_view_due;
create index case_view_due on case_view (due_at, ordinal);
-- What somebody has opened and done.
create index ledger_actor on ledger ((actor->>'id'), case_id) where kind = 'entry';
-- People of an organisation.
create index holding_org on holding (org text_pattern_ops, person);

create function record_place(chain text, told text) returns void language sql as $$
  update case_view set place = told where id = chain and place is distinct from told
$$;

-- Who wants to see a case among his own. No foreign key to the case: its view is made anew after a restore.
create table follow (
  person text not null references person (id),
  case_id text not null,
  at timestamptz(3) not null default clock_timestamp(),
  primary key (person, case_id)
);

-- Filters that somebody has given a name.
create table saved_view (
  id uuid primary key default gen_random_uuid(),
  person text not null references person (id),
  page text not null check (page in ('desk', 'search', 'board')),
  name text not null check (length(name) between 1 and 40),
  query text not null check (length(query) <= 1000),
  saved_at timestamptz(3) not null default clock_timestamp(),
  unique (person, page, name)
);
