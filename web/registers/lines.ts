import { cellText, registerWords } from '../../api/registers/register-words.ts';
import type { Registers } from '../../api/registers/registers.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { instantWords } from '../parts/when.ts';

export type Standing = Awaited<ReturnType<Registers['standing']>>;
export type Line = Standing['items'][number];
export type RegisterColumn = Standing['columns'][number];
export type Version = Awaited<ReturnType<Registers['versions']>>['items'][number];
export type Comparison = Awaited<ReturnType<Registers['compare']>>;

/** The key of a line without the id of its case, which nobody reads. */
export function ownKey({ key, caseId }: { key: string; caseId: string }): string {
  return key.replace(caseId, '').replace(/^:|:$/g, '');
}

/** What a line is about in words, where it says so in the usual field. */
export function nameOf(value: Readonly<Record<string, unknown>> | null | undefined): string | undefined {
  return [value?.['name'], value?.['title']].find((text) => typeof text === 'string' && text !== '') as
    | string
    | undefined;
}

/** A cell as people read it. */
export function shownCell(register: string, field: string, value: unknown, locale: Locale): string {
  const text = cellText(registerWords(register, locale), field, value, locale);
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) ? instantWords(text, locale) : text;
}

/** Columns in which some line says something; the one that names the line comes first. */
export function columnsSaid(columns: readonly RegisterColumn[], lines: readonly Line[]): RegisterColumn[] {
  const said = columns.filter(({ field }) =>
    lines.some(({ value }) => value[field] !== undefined && value[field] !== null && value[field] !== ''),
  );
  const naming = said.find(({ field }) => field === 'name') ?? said.find(({ field }) => field === 'title');
  return naming ? [naming, ...said.filter((column) => column !== naming)] : said;
}

/** Lines that hold some words in what is shown of them. */
export function linesWith(lines: readonly Line[], q: string | undefined, standing: Standing, locale: Locale): Line[] {
  if (!q) return [...lines];
  const words = plain(q);
  return lines.filter((line) =>
    plain(
      [
        line.caseNumber,
        ownKey(line),
        ...standing.columns.map(({ field }) => shownCell(standing.register, field, line.value[field], locale)),
      ].join('\n'),
    ).includes(words),
  );
}

function plain(words: string): string {
  return words.normalize('NFKC').toLowerCase();
}
