#!/bin/sh
# Creates the namespace and the search attributes of cases; safe to run again. TEMPORAL_ADDRESS is read by the CLI itself.
set -eu
cli="${TEMPORAL_CLI:-temporal}"
namespace="${TEMPORAL_NAMESPACE:-default}"
retention="${TEMPORAL_RETENTION:-30d}"

# Repeats a command until it succeeds: a server that has just started is not healthy at once, and a new namespace is known
# to all of its services only when they have read their caches again.
until_done() {
  attempt=1
  until "$@" >/dev/null 2>&1; do
    if [ "$attempt" -ge 60 ]; then
      "$@"
      echo "Temporal at ${TEMPORAL_ADDRESS:-127.0.0.1:7233} does not answer: look at the log of the server." >&2
      exit 1
    fi
    attempt=$((attempt + 1))
    sleep 1
  done
}

until_done "$cli" operator cluster health
if ! "$cli" operator namespace describe --namespace "$namespace" >/dev/null 2>&1; then
  "$cli" operator namespace create --namespace "$namespace" --retention "$retention"
fi
until_done "$cli" operator search-attribute list --namespace "$namespace"

known="$("$cli" operator search-attribute list --namespace "$namespace")"
for name in CaseState CaseProcess CaseOrg CaseNumber; do
  case "$known" in
    *"$name"*) ;;
    *) "$cli" operator search-attribute create --namespace "$namespace" --name "$name" --type Keyword ;;
  esac
done
echo "Namespace $namespace is ready."
