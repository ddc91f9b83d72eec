import type { RefusalData } from './data.ts';

const SOMEBODY = '某某';

/** Names that may not come out: who spoke up for the community, and whom the message names. */
export function protectedNames(data: RefusalData): string[] {
  const { task } = data;
  const names = [...speakersOf(data).map(({ name }) => name), task.unit.person ?? ''].map((name) => name.trim());
  // A single character is no name, and would tear holes into every sentence.
  return [...new Set(names)].filter((name) => [...name].length > 1).sort((a, b) => b.length - a.length);
}

/** True for those who spoke up for the community. */
export function isProtected(data: RefusalData, personId: string): boolean {
  return speakersOf(data).some(({ id }) => id === personId);
}

function speakersOf({ registeredBy, threats, objection }: RefusalData): { id: string; name: string }[] {
  return [registeredBy, ...threats.map(({ by }) => by), ...(objection ? [objection.by] : [])];
}

/** The same with the protected names taken out of every text, however deep. */
export function masked<T>(data: RefusalData, value: T): T {
  const names = protectedNames(data);
  return names.length === 0 ? value : (withoutNames(value, names) as T);
}

function withoutNames(value: unknown, names: readonly string[]): unknown {
  if (typeof value === 'string') return names.reduce((text, name) => text.replaceAll(name, SOMEBODY), value);
  if (Array.isArray(value)) return value.map((one) => withoutNames(one, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutNames(one, names)]));
}
