import type { DateString } from './clock.ts';
import type { Process } from './define-process.ts';
import { formSchema, type JsonSchema } from './form-schema.ts';
import { columnsOf, fieldSchema, kindOf } from './section-fields.ts';
import {
  isEmpty,
  isRecord,
  type SectionItemRule,
  type SectionItemView,
  type SectionRule,
  type SectionView,
  type Show,
  type Shown,
  type ValueRule,
  valueAt,
} from './sections.ts';
import { type Locale, say, type Words } from './text.ts';
import {
  amountText,
  dayOfValue,
  dayText,
  instantOfValue,
  listText,
  momentText,
  moneyText,
  numberText,
  yesNoText,
} from './value-words.ts';

/** What a section needs to be put into words. */
export interface SectionReading {
  process: Process;
  locale: Locale;
  /** The reader's day: dates of its year are told without the year. */
  today: DateString;
  orgNames?: ReadonlyMap<string, string> | undefined;
  /** Numbers of the cases that are linked, by their id. */
  caseNumbers?: ReadonlyMap<string, string> | undefined;
}

/** The matter of a case in words, from what its reader is shown: empty values and empty sections are left out. */
export function presentSections(
  shown: Shown,
  reading: SectionReading,
  sections: readonly SectionRule[] = reading.process.sections ?? defaultSections(reading.process, shown),
): SectionView[] {
  return sections
    .map(({ title, items }) => ({
      title: say(title, reading.locale),
      items: items.flatMap((item) => presentItem(item, shown, reading)),
    }))
    .filter(({ items }) => items.length > 0);
}

/** A process that declares none: the fields of the form that opens it, wherever the shown data keep them. */
export function defaultSections(process: Process, shown: Shown): SectionRule[] {
  const start = process.rules.start as string;
  const holders = Object.keys(shown).filter((key) => isRecord(shown[key]));
  const fields = Object.keys((formSchema(process, start, 'zh-CN')['properties'] ?? {}) as object);
  const items = fields.map((name): SectionItemRule => {
    return { at: [name, ...holders.map((holder) => `${holder}.${name}`)], field: `${start}/${name}` };
  });
  return [{ title: { zh: '事项内容', en: 'The matter' }, items }];
}

function presentItem(rule: SectionItemRule, shown: Shown, reading: SectionReading): SectionItemView[] {
  const value = valueAt(shown, rule.at);
  if (isEmpty(value)) return [];
  const schema = rule.field ? fieldSchema(reading, rule.field) : undefined;
  const label = rule.label ? say(rule.label, reading.locale) : labelOf(schema);
  const show = rule.show ?? kindOf(schema, value);
  if (show === 'progress') return progress(rule, value, label, shown, reading);
  if (show === 'case') return caseLinks(rule, value, label, reading);
  if (show === 'table') return table(rule, value, label, schema, reading);
  if (show === undefined) return isRecord(value) && schema ? inner(value, label, schema, reading) : [];
  const text = textOf({ ...rule, show }, value, schema, reading);
  const lines = show === 'list' && Array.isArray(value) && value.some((one) => String(one).length > 30);
  return text === '' ? [] : [{ kind: 'text', label, text, ...(show === 'long' || lines ? { long: true } : {}) }];
}

/** The members of an object, each with the label of the whole before its own. */
function inner(value: Shown, label: string, schema: JsonSchema, reading: SectionReading): SectionItemView[] {
  return columnsOf(schema, value).flatMap(([name, field]) => {
    const found = value[name];
    const show = kindOf(field, found);
    if (isEmpty(found) || show === undefined || show === 'table') return [];
    const text = textOf({ at: name, show }, found, field, reading);
    const own = labelOf(field);
    return text === '' ? [] : [{ kind: 'text', label: own === label ? own : `${label} · ${own}`, text }];
  });
}

function table(
  rule: SectionItemRule,
  value: unknown,
  label: string,
  schema: JsonSchema | undefined,
  reading: SectionReading,
): SectionItemView[] {
  if (!Array.isArray(value)) return [];
  const rowSchema = schema?.['items'] as JsonSchema | undefined;
  const columns: { rule: ValueRule; schema: JsonSchema | undefined; title: string }[] = rule.columns
    ? rule.columns.map((column) => {
        const field = column.field ? fieldSchema(reading, column.field) : undefined;
        return {
          rule: column,
          schema: field,
          title: column.label ? say(column.label, reading.locale) : labelOf(field),
        };
      })
    : columnsOf(rowSchema ?? {}, {}).map(([name, field]) => ({
        rule: { at: name },
        schema: field,
        title: labelOf(field),
      }));
  const rows = value.map((row) =>
    columns.map((column) => {
      const found = isRecord(row) ? valueAt(row, column.rule.at) : undefined;
      return isEmpty(found) ? '' : textOf(column.rule, found, column.schema, reading);
    }),
  );
  // A column in which nothing stands says nothing.
  const kept = columns.map((_, index) => index).filter((index) => rows.some((row) => row[index] !== ''));
  if (kept.length === 0) return [];
  const cells = (row: readonly string[]) => kept.map((index) => row[index] ?? '');
  return [{ kind: 'table', label, columns: cells(columns.map(({ title }) => title)), rows: rows.map(cells) }];
}

function progress(
  rule: SectionItemRule,
  value: unknown,
  label: string,
  shown: Shown,
  reading: SectionReading,
): SectionItemView[] {
  const max = typeof rule.of === 'number' ? rule.of : rule.of === undefined ? undefined : valueAt(shown, rule.of);
  if (typeof value !== 'number' || typeof max !== 'number' || max <= 0) return [];
  const whole = amountText(max, rule.unit, reading.locale);
  const text = reading.locale === 'en' ? `${numberText(value)} of ${whole}` : `${numberText(value)} / ${whole}`;
  return [{ kind: 'progress', label, value, max, text }];
}

function caseLinks(rule: SectionItemRule, value: unknown, label: string, reading: SectionReading): SectionItemView[] {
  const words = { zh: '查看该事项', en: 'Open this case' };
  return (Array.isArray(value) ? value : [value]).flatMap((row: unknown): SectionItemView[] => {
    const caseId = isRecord(row) ? valueAt(row, rule.id ?? 'caseId') : row;
    if (typeof caseId !== 'string' || caseId === '') return [];
    const told = isRecord(row) && rule.text ? valueAt(row, rule.text) : undefined;
    const text = typeof told === 'string' && told !== '' ? told : reading.caseNumbers?.get(caseId);
    return [{ kind: 'case', label, text: text ?? say(words, reading.locale), caseId }];
  });
}

/** One value in words; empty where it has none. */
function textOf(rule: ValueRule, value: unknown, schema: JsonSchema | undefined, reading: SectionReading): string {
  const { locale, today } = reading;
  const show: Show | undefined = rule.show ?? kindOf(schema, value);
  switch (show) {
    case 'money':
      return typeof value === 'number' ? moneyText(value, locale) : '';
    case 'date': {
      const day = dayOfValue(value);
      return day === undefined ? '' : dayText(day, today, locale);
    }
    case 'instant': {
      const at = instantOfValue(value);
      return at === undefined ? '' : momentText(at, today, locale);
    }
    case 'number':
      return typeof value === 'number' ? amountText(value, rule.unit, locale) : '';
    case 'yesNo':
      return typeof value === 'boolean' ? yesNoText(value, locale) : '';
    case 'option':
      return optionText(rule, String(value), schema, locale);
    case 'org':
      return reading.orgNames?.get(String(value)) ?? String(value);
    case 'list': {
      const texts = (Array.isArray(value) ? value : [value]).map((one) => listed(rule, one, schema, reading));
      const told = texts.filter((text) => text !== '');
      return told.some((text) => text.length > 30) ? told.join('\n') : listText(told, locale);
    }
    case 'text':
    case 'long':
      if (isWords(value)) return say(value, locale);
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    default:
      return isRecord(value) && schema ? memberTexts(value, schema, reading) : '';
  }
}

function listed(rule: ValueRule, value: unknown, schema: JsonSchema | undefined, reading: SectionReading): string {
  if (isRecord(value)) return memberTexts(value, (schema?.['items'] as JsonSchema) ?? {}, reading);
  if (typeof value !== 'string') return typeof value === 'number' ? numberText(value) : '';
  return optionText(rule, value, schema, reading.locale);
}

/** An object in one cell. */
function memberTexts(value: Shown, schema: JsonSchema, reading: SectionReading): string {
  const texts = columnsOf(schema, value).map(([name, field]) => {
    const found = value[name];
    return isEmpty(found) ? '' : textOf({ at: name }, found, field, reading);
  });
  return texts.filter((text) => text !== '').join(reading.locale === 'en' ? ', ' : ' ');
}

function optionText(rule: ValueRule, value: string, schema: JsonSchema | undefined, locale: Locale): string {
  const words = rule.options?.[value];
  if (words) return say(words, locale);
  const names = schema?.['x-options'] as Readonly<Record<string, string>> | undefined;
  return names?.[value] ?? value;
}

function isWords(value: unknown): value is Words {
  return isRecord(value) && typeof value['zh'] === 'string' && typeof value['en'] === 'string';
}

function labelOf(schema: JsonSchema | undefined): string {
  return typeof schema?.['title'] === 'string' ? schema['title'] : '';
}
