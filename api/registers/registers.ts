import { Injectable } from '@nestjs/common';
import { listOrgs } from '../../db/queries/orgs.ts';
import {
  listRegisters,
  listStanding,
  listVersions,
  type NumberedLine,
  type RegisterVersion,
} from '../../db/queries/registers.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import { type DateString, dateOf, isoOf } from '../../processes/kernel/clock.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { pathOf } from '../../processes/organisation.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { Store } from '../store.ts';
import { changesBetween } from './register-changes.ts';
import { mayRead } from './register-sight.ts';
import { columnTitle, namedRegisters, registerWords } from './register-words.ts';

/** No public list is nearly as long; whoever meets the limit is told. */
const LINES_MAX = 20_000;

interface Asked {
  register: string;
  org: string;
  on?: string | undefined;
  version?: number | undefined;
  below?: boolean;
  /** Left out or null: somebody who has not signed in. */
  reader?: Actor | null;
  locale: Locale;
}

/** When a register is looked at: on a day, or as a version left it. */
export type Point = { on: DateString } | { version: number };

/** Registers as everybody may read them: by day, by version, and what differs between two days. */
@Injectable()
export class Registers {
  constructor(private readonly store: Store) {}

  async list(locale: Locale, reader: Actor | null = null) {
    const [kept, orgs] = await Promise.all([listRegisters(this.store.db), listOrgs(this.store.db)]);
    const names = new Map(orgs.map(({ id, name }) => [id, name]));
    const registers = [...new Set([...namedRegisters(locale), ...kept.map(({ register }) => register)])];
    return registers.map((register) => ({
      register,
      title: registerWords(register, locale)?.title ?? register,
      keptAt: kept
        .filter((each) => each.register === register && mayRead(register, each.org, reader))
        .map(({ org, lines }) => ({ org, orgText: names.get(org) ?? org, entries: lines })),
    }));
  }

  /** What stood there on a day, or in a version. */
  async standing(asked: Asked) {
    const place = await this.placeOf(asked);
    const found = await this.linesOf(place, asked);
    const { lines, day, version } = found;
    return {
      register: asked.register,
      title: registerWords(asked.register, asked.locale)?.title ?? asked.register,
      org: place.org,
      orgText: place.names.get(place.org) ?? place.org,
      on: day,
      version: version && { version: version.version, ...madeBy(version) },
      columns: columnsOf(asked.register, lines, asked.locale),
      complete: found.complete,
      items: lines.map((line) => itemOf(line, place.names)),
    };
  }

  /** Every change with the case that made it. */
  async versions(asked: Asked) {
    const { register } = asked;
    const place = await this.placeOf(asked);
    const versions = await listVersions(this.store.db, { register, org: place.org });
    return {
      register,
      org: place.org,
      items: versions.map((version) => ({
        version: version.version,
        ...madeBy(version),
        changes: version.changes.map(({ key, day, value }) => ({ key, day, removed: value === null, value })),
      })),
    };
  }

  /** What differs between two days. */
  async changes(asked: Asked & { from: DateString; to: DateString }) {
    const { from, to } = asked;
    if (from > to) throw apiProblem('register.datesReversed', { from, to });
    const { register, org, complete, added, removed, changed } = await this.compare({
      ...asked,
      from: { on: from },
      to: { on: to },
    });
    return { register, org, from, to, complete, added, removed, changed };
  }

  /** What differs between two points, each a day or a version. */
  async compare(asked: Asked & { from: Point; to: Point }) {
    const { register, reader = null, locale } = asked;
    const place = await this.placeOf(asked);
    const [before, after] = await Promise.all([
      this.linesOf(place, { register, org: place.org, reader, locale, ...asked.from }),
      this.linesOf(place, { register, org: place.org, reader, locale, ...asked.to }),
    ]);
    const found = changesBetween(before.lines, after.lines);
    const columns = columnsOf(register, [...before.lines, ...after.lines], locale);
    const item = (line: NumberedLine) => itemOf(line, place.names);
    return {
      register,
      title: registerWords(register, locale)?.title ?? register,
      org: place.org,
      orgText: place.names.get(place.org) ?? place.org,
      columns,
      complete: before.complete && after.complete,
      added: found.added.map(item),
      removed: found.removed.map(item),
      changed: found.changed.map(({ key, before: old, after: now, fields }) => ({
        key,
        before: item(old),
        after: item(now),
        fields: columns.flatMap(({ field, title }) => {
          const change = fields.find((each) => each.field === field);
          return change ? [{ ...change, title }] : [];
        }),
      })),
    };
  }

  /** The lines asked for; a version without a day is shown on the day from which all of it holds. */
  private async linesOf(place: Place, asked: Asked) {
    const { register, on, below = false, reader = null } = asked;
    const version = asked.version === undefined ? null : await this.versionOf(register, place.org, asked.version);
    const day = on ?? (version ? dayOfVersion(version) : dateOf(Date.now()));
    const lines = await listStanding(this.store.db, {
      register,
      orgs: [place.org],
      day,
      withBelow: below,
      linesMax: LINES_MAX + 1,
      ...(version ? { knownBy: version } : {}),
    });
    const readable = lines.slice(0, LINES_MAX).filter((line) => mayRead(register, line.org, reader));
    return { lines: readable, complete: lines.length <= LINES_MAX, day, version };
  }

  private async versionOf(register: string, org: string, version: number): Promise<RegisterVersion> {
    const versions = await listVersions(this.store.db, { register, org });
    const found = versions[version - 1];
    if (found) return found;
    if (versions.length === 0) throw apiProblem('register.noVersion');
    throw apiProblem('register.versionUnknown', { version, last: versions.length });
  }

  /** Where the register is kept: at the organisation itself, or else at the nearest above it, as the list of a district is. */
  private async placeOf({ register, org, below, reader = null }: Asked): Promise<Place> {
    const [kept, orgs] = await Promise.all([listRegisters(this.store.db), listOrgs(this.store.db)]);
    const known = kept.filter((each) => each.register === register).map((each) => each.org);
    if (known.length === 0 && !namedRegisters('zh-CN').includes(register)) {
      throw apiProblem('register.unknown', { register: register.slice(0, 60) });
    }
    const names = new Map(orgs.map(({ id, name }) => [id, name]));
    if (!names.has(org)) throw apiProblem('register.orgUnknown', { org: org.slice(0, 60) });
    const nearest = pathOf(org).findLast((above) => known.includes(above));
    const place = below ? org : (nearest ?? org);
    if (!mayRead(register, place, reader)) throw apiProblem('register.withinCommunity');
    return { org: place, names };
  }
}

interface Place {
  org: string;
  names: ReadonlyMap<string, string>;
}

/** The fields of these lines in the order of a table, with their titles. */
export function columnsOf(register: string, lines: readonly NumberedLine[], locale: Locale) {
  const words = registerWords(register, locale);
  const named = Object.keys(words?.columns ?? {});
  const found = new Set(lines.flatMap(({ value }) => Object.keys(value)));
  const fields = [...named, ...[...found].filter((field) => !named.includes(field)).sort()];
  return fields.map((field) => ({ field, title: columnTitle(words, field) }));
}

function itemOf(line: NumberedLine, names: ReadonlyMap<string, string>) {
  const { key, org, day, caseId, caseNumber, at, value } = line;
  return { key, org, orgText: names.get(org) ?? org, from: day, caseId, caseNumber, at: isoOf(at), value };
}

function madeBy({ at, caseId, caseNumber }: RegisterVersion) {
  return { at: isoOf(at), caseId, caseNumber };
}

function dayOfVersion({ at, changes }: RegisterVersion): DateString {
  const begun = changes.filter(({ value }) => value !== null).map(({ day }) => day);
  return begun.reduce((latest, day) => (day > latest ? day : latest), dateOf(at));
}
