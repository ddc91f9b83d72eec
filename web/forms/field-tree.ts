import type { JsonSchema } from '../../processes/kernel/form-schema.ts';
import { branchKey, branchLabel, unitsOf } from './branches.ts';
import type { Field, Option } from './field.ts';
import { freshKey, inner, oneName, rowKeys, rowsName } from './names.ts';
import { type PostedForm, typed } from './posted.ts';
import { itemOf, nodeOf, type SchemaNode, withoutNull } from './schema-node.ts';
import { widgetOf } from './widget.ts';

/** Where the schema names no limit. */
const ROWS_MAX = 200;

/** A form as a tree of fields: the schema, with as many rows and the branch that were posted. */
export function fieldTree(schema: JsonSchema, posted: PostedForm): Field {
  return fieldOf(nodeOf(schema), '', '', true, posted);
}

/** All fields inside a field, itself first; of ways to choose from all or just the chosen one. */
export function fieldsIn(field: Field, ways: 'all' | 'chosen' = 'all'): Field[] {
  switch (field.kind) {
    case 'group':
      return [field, ...field.fields.flatMap(({ field: part }) => fieldsIn(part, ways))];
    case 'list':
      return [field, ...field.rows.flatMap(({ field: row }) => fieldsIn(row, ways))];
    case 'oneOf': {
      const branches = field.branches.filter(({ key }) => ways === 'all' || key === field.chosen);
      return [field, ...branches.flatMap(({ field: branch }) => fieldsIn(branch, ways))];
    }
    default:
      return [field];
  }
}

function fieldOf(schema: SchemaNode, property: string, name: string, required: boolean, posted: PostedForm): Field {
  const { node, nullable } = withoutNull(schema);
  const { title, description } = node;
  const named = { name, label: title ?? '', required, nullable, ...(description ? { help: description } : {}) };
  const branches = node.oneOf ?? node.anyOf;
  if (branches) return { ...named, ...(quantityOf(branches) ?? oneOf(branches, name, posted)) };
  if (node.type === 'boolean') return { ...named, kind: 'yesNo', onlyYes: node.const === true };
  if (node.const !== undefined) return { ...named, kind: 'fixed', value: node.const };
  if (node.enum) return { ...named, kind: 'choice', options: optionsOf(node.enum, node), values: node.enum };
  if (node.properties || node.type === 'object')
    return { ...named, kind: 'group', fields: fieldsOf(node, name, posted) };
  if (node.type === 'array' && node.items) {
    return { ...named, ...listOf(node, node.items, property, posted, name, named.label) };
  }
  const widget = widgetOf(property, node);
  if (widget === 'photo' || widget === 'known') return { ...named, kind: 'files', list: false, max: 1 };
  return { ...named, kind: 'leaf', widget, ...(node.maxLength === undefined ? {} : { limit: node.maxLength }) };
}

function fieldsOf(node: SchemaNode, name: string, posted: PostedForm): { property: string; field: Field }[] {
  const required = node.required ?? [];
  return Object.entries(node.properties ?? {}).map(([property, schema]) => ({
    property,
    field: fieldOf(schema, property, inner(name, property), required.includes(property), posted),
  }));
}

function optionsOf(values: readonly unknown[], ...named: readonly SchemaNode[]): Option[] {
  const texts = named.find((node) => node['x-options'])?.['x-options'] ?? {};
  return values.map(String).map((value) => ({ value, text: Object.hasOwn(texts, value) ? (texts[value] ?? '') : '' }));
}

type Shape<K extends Field['kind']> = Omit<
  Extract<Field, { kind: K }>,
  'name' | 'label' | 'help' | 'required' | 'nullable'
>;

function listOf(
  node: SchemaNode,
  items: SchemaNode,
  property: string,
  posted: PostedForm,
  name: string,
  label: string,
): Shape<'list'> | Shape<'several'> | Shape<'files'> {
  const { minItems: min = 0, maxItems: max = ROWS_MAX } = node;
  if (items.enum) return { kind: 'several', options: optionsOf(items.enum, items, node), min };
  if (widgetOf(property, itemOf(node, items)) === 'photo') return { kind: 'files', list: true, max };
  const keys = rowKeys(posted, name, max);
  // A list that has to hold something begins with room for it.
  while (!posted.has(rowsName(name)) && keys.length < Math.min(min, 3)) keys.push(freshKey(keys));
  const item = { ...itemOf(node, items), title: items.title ?? label };
  // A blank line of a list is no line, so nothing has to be written there.
  const isGroup = item.properties !== undefined;
  const rows = keys.map((key) => ({ key, field: fieldOf(item, property, inner(name, key), isGroup, posted) }));
  return { kind: 'list', rows, min, max };
}

function oneOf(branches: readonly SchemaNode[], name: string, posted: PostedForm): Shape<'oneOf'> {
  const keyed = branches.map((branch, index) => ({ branch, key: branchKey(index) }));
  return {
    kind: 'oneOf',
    branches: keyed.map(({ branch, key }) => ({
      key,
      label: branchLabel(branch),
      field: fieldOf({ ...branch, title: branchLabel(branch) }, '', `${name}@${key}`, true, posted),
    })),
    chosen: keyed.find(({ key }) => key === typed(posted, oneName(name)))?.key,
  };
}

function quantityOf(branches: readonly SchemaNode[]): Shape<'quantity'> | undefined {
  const units = unitsOf(branches);
  if (!units) return undefined;
  return {
    kind: 'quantity',
    units: units.map(({ property, label }) => ({ value: property, text: label })),
    integer: units.every(({ node }) => node.type === 'integer'),
  };
}
