/** What a form's field says of a value that was once entered in it. */
import type { Process } from './define-process.ts';
import { formSchema, type JsonSchema } from './form-schema.ts';
import type { FieldRef, Show } from './sections.ts';
import type { Locale } from './text.ts';

/** Widgets of fields whose value is an identifier: it tells people nothing. */
const IDENTIFIERS = ['person', 'case', 'photo', 'process', 'deadline', 'item', 'phone'];

/** The schema of a field, with its label and option names; undefined if the form has no such field. */
export function fieldSchema(of: { process: Process; locale: Locale }, ref: FieldRef): JsonSchema | undefined {
  const [command = '', ...names] = ref.split('/');
  if (!of.process.forms[command]) return undefined;
  return names.reduce<JsonSchema | undefined>(
    (schema, name) => schema && member(schema, name),
    formSchema(of.process, command, of.locale),
  );
}

/** How a value is shown by itself; undefined for an object, which is shown by its members, and for what is not shown. */
export function kindOf(schema: JsonSchema | undefined, value: unknown): Show | undefined {
  if (schema && !isShowable(schema)) return undefined;
  if (Array.isArray(value)) {
    const items = schema?.['items'] as JsonSchema | undefined;
    if (items && !isShowable(items)) return undefined;
    return value.some((one) => typeof one === 'object') ? 'table' : 'list';
  }
  if (typeof value === 'boolean') return 'yesNo';
  if (typeof value === 'number') return schema?.['x-widget'] === 'money' ? 'money' : 'number';
  if (typeof value !== 'string') return undefined;
  if (schema?.['format'] === 'date') return 'date';
  if (schema?.['x-widget'] === 'org') return 'org';
  if (schema?.['x-options']) return 'option';
  return schema?.['x-widget'] === 'long' || value.length > 60 ? 'long' : 'text';
}

export function isShowable(schema: JsonSchema): boolean {
  return !IDENTIFIERS.includes(String(schema['x-widget']));
}

/** The fields of an object that may be shown, in the order of the form; of alternatives those of the one that fits. */
export function columnsOf(schema: JsonSchema, value: Readonly<Record<string, unknown>>): [string, JsonSchema][] {
  const branches = branchesOf(schema);
  const fits = branches.find((branch) => Object.keys(value).every((name) => member(branch, name) !== undefined));
  const properties = ((fits ?? schema)['properties'] ?? {}) as Record<string, JsonSchema>;
  return Object.entries(properties).filter(([, field]) => isShowable(field));
}

function member(schema: JsonSchema, name: string): JsonSchema | undefined {
  const properties = schema['properties'] as Record<string, JsonSchema> | undefined;
  if (properties?.[name]) return properties[name];
  const items = schema['items'] as JsonSchema | undefined;
  if (items) return member(items, name);
  return branchesOf(schema)
    .map((branch) => member(branch, name))
    .find((found) => found !== undefined);
}

function branchesOf(schema: JsonSchema): JsonSchema[] {
  return (schema['oneOf'] ?? schema['anyOf'] ?? []) as JsonSchema[];
}
