import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { startableBy } from '../start/startable.ts';

/** A process that takes tables, and where the person may open its cases. */
export interface ImportPlace {
  process: string;
  title: string;
  orgs: readonly { id: string; name: string }[];
  columns: readonly { heading: string; optional?: boolean }[];
}

export function importPlaces(actor: Actor, orgNames: ReadonlyMap<string, string>, locale: Locale): ImportPlace[] {
  return startableBy(actor, orgNames).flatMap(({ process, orgs }) =>
    process.importing
      ? [{ process: process.rules.id, title: process.texts[locale].title, orgs, columns: process.importing.columns }]
      : [],
  );
}
