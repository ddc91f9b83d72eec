#!/bin/sh
# Writes .env with random passwords for docker-compose.yml. An existing file is never touched: the passwords in it are
# those of the databases that were made with it.
set -eu
file="${1:-.env}"
if [ -e "$file" ]; then
  echo "$file exists already and stays as it is." >&2
  exit 1
fi
random() { od -An -N 32 -t x1 /dev/urandom | tr -d ' \n'; }
umask 077
cat >"$file" <<END
POSTGRES_PASSWORD=$(random)
TEMPORAL_DB_PASSWORD=$(random)
BIHUAN_OWNER_PASSWORD=$(random)
BIHUAN_DB_PASSWORD=$(random)
BIHUAN_SECRET=$(random)
END
echo "$file written; keep a copy where your backups are not."
