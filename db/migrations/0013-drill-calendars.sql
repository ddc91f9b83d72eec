-- Invented holiday tables, so that the dates of drills are firm before the notice of a year is out. They stand apart from
-- calendar_year: nothing that counts, previews or rolls out for real cases can come upon them. Where a year has a real table
-- in force, drills count by that one.
create table drill_calendar (
  year integer primary key check (year between 1949 and 9998),
  data jsonb not null check ((data->'drill')::boolean) -- CalendarYear, marked as invented
);
