import { z } from 'zod';
import type { FieldText, Process } from './define-process.ts';
import type { Locale } from './text.ts';

/** A JSON Schema (draft 2020-12) object. */
export type JsonSchema = { [key: string]: unknown };

const cache = new WeakMap<Process, Map<string, JsonSchema>>();

/**
 * The form of a command as JSON Schema with labels, help and option names in one language: `title`, `description` and
 * `x-options` (value → name).
 */
export function formSchema(process: Process, command: string, locale: Locale): JsonSchema {
  const known = cache.get(process) ?? new Map<string, JsonSchema>();
  cache.set(process, known);
  const key = `${locale}/${command}`;
  const found = known.get(key);
  if (found) return found;
  const form = process.forms[command];
  if (!form) throw new Error(`Broken invariant: ${process.rules.id} has a form for ${command}`);
  const schema = z.toJSONSchema(form, { io: 'input', target: 'draft-2020-12' }) as JsonSchema;
  const texts = process.texts[locale];
  const labelled = label(schema, texts.fields[command] ?? {});
  labelled['title'] = texts.commands[command]?.title;
  known.set(key, labelled);
  return labelled;
}

/** The same form with fewer options in one field. */
export function narrowed(schema: JsonSchema, field: string, options: readonly string[]): JsonSchema {
  const properties = schema['properties'] as Record<string, JsonSchema>;
  const { 'x-options': names = {}, ...inner } = properties[field] ?? {};
  const kept = Object.entries(names as Record<string, string>).filter(([name]) => options.includes(name));
  const choice = { ...inner, enum: [...options], 'x-options': Object.fromEntries(kept) };
  return { ...schema, properties: { ...properties, [field]: choice } };
}

/** One of the things that a case holds, as a field of a form offers it. */
export interface Choice {
  value: string | number;
  name: string;
}

/** The same form with only these options in one field (`a/b`; of a list, in its items). */
export function choosing(schema: JsonSchema, field: string, options: readonly Choice[]): JsonSchema {
  const items = schema['items'] as JsonSchema | undefined;
  if (items) return { ...schema, items: choosing(items, field, options) };
  if (field === '') {
    const names = Object.fromEntries(options.map(({ value, name }) => [String(value), name]));
    return { ...schema, enum: options.map(({ value }) => value), 'x-options': names };
  }
  const [name = '', ...rest] = field.split('/');
  const properties = (schema['properties'] ?? {}) as Record<string, JsonSchema>;
  const inner = properties[name];
  if (!inner || options.length === 0) return schema;
  return { ...schema, properties: { ...properties, [name]: choosing(inner, rest.join('/'), options) } };
}

function label(schema: JsonSchema, fields: Record<string, FieldText>): JsonSchema {
  const properties = schema['properties'] as Record<string, JsonSchema> | undefined;
  const labelled = Object.entries(properties ?? {}).map(([name, inner]) => [name, labelField(inner, fields[name])]);
  return {
    ...schema,
    ...(properties ? { properties: Object.fromEntries(labelled) } : {}),
    ...labelBranches(schema, 'oneOf', fields),
    ...labelBranches(schema, 'anyOf', fields),
  };
}

/** Alternatives have the labels of the field they stand in; one with a name of its own is titled by it. */
function labelBranches(schema: JsonSchema, word: 'oneOf' | 'anyOf', fields: Record<string, FieldText>): JsonSchema {
  const branches = schema[word] as JsonSchema[] | undefined;
  return branches ? { [word]: branches.map((branch) => label(branch, fields)) } : {};
}

function labelField(schema: JsonSchema, text: FieldText | undefined): JsonSchema {
  if (text === undefined) return schema;
  if (typeof text === 'string') return { ...schema, title: text };
  const items = schema['items'] as JsonSchema | undefined;
  return {
    ...label(schema, text.fields ?? {}),
    title: text.label,
    ...(text.help ? { description: text.help } : {}),
    ...(text.options ? { 'x-options': text.options } : {}),
    ...(items ? { items: label(items, text.fields ?? {}) } : {}),
  };
}
