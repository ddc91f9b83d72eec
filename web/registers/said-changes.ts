import { nameOf, ownKey, type Version } from './lines.ts';

/** What a version did under one name; a burden stands on the register month by month. */
export interface SaidChange {
  removed: boolean;
  name: string;
  days: string[];
}

/** The changes of all versions in words, by version. What is taken off has no words of its own: it is called as it stood. */
export function saidChanges(versions: readonly Version[]): Map<number, SaidChange[]> {
  const names = new Map<string, string>();
  const all = new Map<number, SaidChange[]>();
  for (const { version, caseId, changes } of versions) {
    const said = new Map<string, SaidChange>();
    for (const { key, day, removed, value } of changes) {
      const name = nameOf(value) ?? names.get(key) ?? ownKey({ key, caseId });
      names.set(key, name);
      const known = said.get(`${removed} ${name}`);
      if (known) known.days.push(day);
      else said.set(`${removed} ${name}`, { removed, name, days: [day] });
    }
    all.set(version, [...said.values()]);
  }
  return all;
}
