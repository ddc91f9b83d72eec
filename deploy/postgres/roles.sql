-- Roles and databases of a fresh cluster; run once as superuser by psql with the three passwords as variables.
-- Each program gets a role of its own: temporal cannot read the ledger, and bihuan, which api and worker use, owns no
-- table, so that it can neither drop the ledger nor switch off the trigger that keeps it append-only.
\set ON_ERROR_STOP on
create role temporal login password :'temporal_password';
create role bihuan_owner login password :'owner_password';
create role bihuan login password :'bihuan_password';

-- Any other locale may make pg_trgm blind for Chinese.
create database temporal owner temporal template template0 encoding 'UTF8' locale 'C.UTF-8';
create database temporal_visibility owner temporal template template0 encoding 'UTF8' locale 'C.UTF-8';
create database bihuan owner bihuan_owner template template0 encoding 'UTF8' locale 'C.UTF-8';
revoke all on database temporal, temporal_visibility, bihuan from public;
grant connect on database bihuan to bihuan;

\connect bihuan
grant usage on schema public to bihuan;
alter default privileges for role bihuan_owner in schema public grant select, insert, update, delete on tables to bihuan;
alter default privileges for role bihuan_owner in schema public grant usage, select on sequences to bihuan;
