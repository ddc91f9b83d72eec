-- One key moves the clock of a drill once. Temporal knows a step only while it is under way, so where the step leads is kept
-- here: whoever sends the key again is taken to the same place, and what was interrupted is finished by the same key.
create table clock_move (
  command_id text primary key,               -- person and Idempotency-Key
  case_id text not null,
  duration_ms bigint not null,
  target_offset_ms bigint not null,          -- the case's own time minus real time when the step is done
  ordered_at timestamptz(3) not null default clock_timestamp()
);
