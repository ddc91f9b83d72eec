#!/bin/sh
# Creates or upgrades Temporal's two schemas; safe to run again. Run it before a newer server is started.
# SQL_HOST, SQL_PORT, SQL_USER and SQL_PASSWORD are read by the tool itself.
set -eu
tool="${TEMPORAL_SQL_TOOL:-temporal-sql-tool}"

apply() {
  # The first step leaves a schema that is past 0.0 as it is.
  "$tool" --plugin postgres12_pgx --db "$1" setup-schema --version 0.0
  "$tool" --plugin postgres12_pgx --db "$1" update-schema --schema-name "$2"
}

apply temporal postgresql/v12/temporal
apply temporal_visibility postgresql/v12/visibility
echo 'Temporal schemas are up to date.'
