#!/bin/sh
# Creates the namespace and the search attributes of cases; safe to run again. TEMPORAL_ADDRESS is read by the CLI itself.
set -eu
cli="${TEMPORAL_CLI:-temporal}"
namespace="${TEMPORAL_NAMESPACE:-default}"
retention="${TEMPORAL_RETENTION:-30d}"

if ! "$cli" operator namespace describe --namespace "$namespace" >/dev/null 2>&1; then
  "$cli" operator namespace create --namespace "$namespace" --retention "$retention"
fi

# A new namespace is known to every service of the server only after its caches were read again.
attempt=1
until known="$("$cli" operator search-attribute list --namespace "$namespace" 2>/dev/null)"; do
  if [ "$attempt" -ge 30 ]; then
    echo "Namespace $namespace does not answer: look at the log of the Temporal server." >&2
    exit 1
  fi
  attempt=$((attempt + 1))
  sleep 1
done

for name in CaseState CaseProcess CaseOrg CaseNumber; do
  case "$known" in
    *"$name"*) ;;
    *) "$cli" operator search-attribute create --namespace "$namespace" --name "$name" --type Keyword ;;
  esac
done
echo "Namespace $namespace is ready."
