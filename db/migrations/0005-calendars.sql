-- Holiday tables as data, and how a new one reaches the open cases (docs/decisions/0005). What stands here is the source
-- for opening cases, for presenting them and for previews; processes/law/calendars fills it.

-- One row per version of a year; the highest confirmed version is in force. Nothing is ever changed but the status.
create table calendar_year (
  year integer not null check (year between 1949 and 9998),
  version integer not null check (version >= 1),
  status text not null check (status in ('draft', 'replaced', 'confirmed')),
  data jsonb not null,                       -- CalendarYear, with this year and version
  origin text not null check (origin in ('publishedNotice', 'officer')), -- came with a release, or was entered here
  entered_by text references person (id),
  entered_at timestamptz(3) not null default clock_timestamp(),
  confirmed_by text references person (id),
  confirmed_at timestamptz(3),
  preview jsonb,                             -- what the draft would have moved when it was entered
  primary key (year, version),
  check ((status = 'confirmed') = (confirmed_at is not null)),
  -- Two people, whatever the program above says.
  check (origin = 'publishedNotice' or (entered_by is not null
    and (status <> 'confirmed' or (confirmed_by is not null and confirmed_by <> entered_by))))
);
create unique index calendar_year_draft on calendar_year (year) where status = 'draft';

-- What a key was used for: the same key and content gets the same answer, other content is refused.
create table calendar_command (
  command_id text primary key,
  request_hash text not null,
  year integer not null,
  version integer not null,
  foreign key (year, version) references calendar_year (year, version)
);

-- The way of one confirmed table to the open cases.
create table roll_out (
  year integer not null,
  version integer not null,
  ordered_at timestamptz(3) not null default clock_timestamp(),
  started_at timestamptz(3),
  told_at timestamptz(3),                    -- every case that it touches has it, and the people concerned were told
  finished_at timestamptz(3),                -- every open case has it; cases opened meanwhile follow
  primary key (year, version),
  foreign key (year, version) references calendar_year (year, version)
);
create index roll_out_open on roll_out (ordered_at) where finished_at is null;

-- One row per case and table: what makes it impossible to do anything twice, and the progress.
create table roll_out_case (
  year integer not null,
  version integer not null,
  case_id text not null,
  wave smallint not null check (wave in (1, 2)), -- 1: an open clock rests on the year; 2: a later one may
  drill boolean not null,
  outcome text not null default 'waiting'
    check (outcome in ('waiting', 'moved', 'same', 'closed', 'superseded', 'failed')),
  moved smallint not null default 0,         -- clocks with another last day
  firmed smallint not null default 0,        -- clocks whose last day stays and is certain now
  attempts smallint not null default 0,
  next_try timestamptz(3) not null default clock_timestamp(),
  trouble text,
  primary key (year, version, case_id),
  foreign key (year, version) references roll_out (year, version)
);
create index roll_out_case_waiting on roll_out_case (year, version, wave, next_try) where outcome = 'waiting';

-- Whether a table of a year can change a clock of the case: one that runs and whose days, with those of its ladder after the
-- last day, lie in that year or in the December before; or one that stands still and may go on at any time.
create function rests_on_year(record jsonb, wanted integer) returns boolean language sql stable as $$
  select exists (
    select 1 from jsonb_array_elements(record->'deadlines') d
     where d->>'endedAt' is null
       and (d->'counting'->>'from')::bigint < extract(epoch from make_timestamptz(wanted + 1, 1, 1, 0, 0, 0, 'Asia/Shanghai')) * 1000
       and (d->>'pausedSince' is not null
         or (d->>'dueAt')::bigint + 2592000000 > extract(epoch from make_timestamptz(wanted - 1, 12, 1, 0, 0, 0, 'Asia/Shanghai')) * 1000))
$$;

-- A draft gets the next version of its year; the one before is replaced and stays. One statement, one officer at a time.
create function enter_calendar(content jsonb, person text, seen jsonb, command text, request text)
returns integer language plpgsql as $$
declare
  wanted integer := (content->>'year')::integer;
  drafted integer;
begin
  perform pg_advisory_xact_lock(hashtextextended('calendar:' || wanted, 0));
  select coalesce(max(version), 0) + 1 into drafted from calendar_year where year = wanted;
  update calendar_year set status = 'replaced' where year = wanted and status = 'draft';
  insert into calendar_year (year, version, status, data, origin, entered_by, preview)
  values (wanted, drafted, 'draft', content || jsonb_build_object('version', drafted), 'officer', person, seen);
  insert into calendar_command (command_id, request_hash, year, version) values (command, request, wanted, drafted);
  return drafted;
end $$;
