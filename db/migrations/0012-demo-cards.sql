-- What a visitor may try as one of the people of the demo (DemoCard in db/queries/people.ts). Null for everybody else, and
-- for all real people.
alter table person add column card jsonb check (card is null or demo);
