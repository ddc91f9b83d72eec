#!/bin/sh
# Run by the image of PostgreSQL when it makes the cluster, once; the passwords come from the environment.
set -eu
psql --quiet --no-psqlrc --username "$POSTGRES_USER" --dbname postgres \
  --set temporal_password="${TEMPORAL_DB_PASSWORD:?}" \
  --set owner_password="${BIHUAN_OWNER_PASSWORD:?}" \
  --set bihuan_password="${BIHUAN_DB_PASSWORD:?}" \
  --file /deploy/postgres/roles.sql
