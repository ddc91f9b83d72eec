-- What boards count and records are searched by.

-- The board counts open cases; those that are done, which grow for ever, are not looked at. All that a light is made of
-- stands in the index, so that a district is counted without reading a case.
create index case_view_open on case_view (org, process, due_at) include (drill, warn_at, clock_offset_ms)
  where kind = 'open';

-- From which row on the ledger is searched where a period is asked for.
create index ledger_recorded on ledger (recorded_at);
