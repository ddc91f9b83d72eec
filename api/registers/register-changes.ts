import { isDeepStrictEqual } from 'node:util';

interface Line {
  key: string;
  caseId: string;
  caseNumber: string;
  value: Readonly<Record<string, unknown>>;
}

/** One field of a line that differs between two days. */
export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
}

export interface RegisterChanges<Kept extends Line> {
  added: Kept[];
  removed: Kept[];
  changed: { key: string; before: Kept; after: Kept; fields: FieldChange[] }[];
}

/** What differs between two states of a register. A line that was written again as it was is no change. */
export function changesBetween<Kept extends Line>(
  before: readonly Kept[],
  after: readonly Kept[],
): RegisterChanges<Kept> {
  const earlier = new Map(before.map((line) => [line.key, line]));
  const later = new Map(after.map((line) => [line.key, line]));
  return {
    added: after.filter(({ key }) => !earlier.has(key)),
    removed: before.filter(({ key }) => !later.has(key)),
    changed: after.flatMap((line) => {
      const old = earlier.get(line.key);
      const fields = old ? fieldChanges(old.value, line.value) : [];
      return old && fields.length > 0 ? [{ key: line.key, before: old, after: line, fields }] : [];
    }),
  };
}

function fieldChanges(before: Line['value'], after: Line['value']): FieldChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !isDeepStrictEqual(before[field], after[field]))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}
