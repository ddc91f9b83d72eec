import type { JsonSchema } from '../../processes/kernel/form-schema.ts';
import { branchKey, isOfBranch, unitsOf } from './branches.ts';
import { inner, oneName, pickedForName, pickName, rowsName } from './names.ts';
import type { PostedForm } from './posted.ts';
import { itemOf, nodeOf, type SchemaNode, withoutNull } from './schema-node.ts';
import { isReference, widgetOf } from './widget.ts';

/** What people call an identifier: `resident-1` → 王秀英. */
export type NameOfId = (id: string) => string | undefined;

/** Present values as if somebody had typed them, so that a form is filled in the same way whatever comes before. */
export function postedFromValues(schema: JsonSchema, values: unknown, nameOf: NameOfId = () => undefined): PostedForm {
  const posted = new Map<string, string[]>();
  fill(nodeOf(schema), '', '', values, { posted, nameOf });
  return posted;
}

interface Filling {
  posted: Map<string, string[]>;
  nameOf: NameOfId;
}

function fill(schema: SchemaNode, property: string, name: string, value: unknown, filling: Filling): void {
  const { node } = withoutNull(schema);
  const given = value ?? node.default;
  if (given === undefined || given === null) return;
  const branches = node.oneOf ?? node.anyOf;
  if (branches) fillBranch(branches, name, given, filling);
  else if (node.properties) fillGroup(node, name, given, filling);
  else if (node.type === 'array' && node.items) fillList(node, node.items, property, name, given, filling);
  else if (typeof given !== 'object') fillLeaf(node, property, name, String(given), filling);
}

function fillLeaf(node: SchemaNode, property: string, name: string, text: string, filling: Filling): void {
  const called = !node.enum && isReference(widgetOf(property, node)) ? filling.nameOf(text) : undefined;
  filling.posted.set(name, [called ?? text]);
  if (called === undefined) return;
  filling.posted.set(pickName(name), [text]);
  filling.posted.set(pickedForName(name), [called]);
}

function fillGroup(node: SchemaNode, name: string, given: unknown, filling: Filling): void {
  if (typeof given !== 'object' || given === null) return;
  for (const [property, schema] of Object.entries(node.properties ?? {})) {
    const value = Object.hasOwn(given, property) ? (given as Record<string, unknown>)[property] : undefined;
    fill(schema, property, inner(name, property), value, filling);
  }
}

function fillList(
  node: SchemaNode,
  items: SchemaNode,
  property: string,
  name: string,
  given: unknown,
  filling: Filling,
): void {
  if (!Array.isArray(given)) return;
  const item = itemOf(node, items);
  if (items.enum || widgetOf(property, item) === 'photo') {
    filling.posted.set(name, given.map(String));
    return;
  }
  const keys = given.map((_, index) => `r${index + 1}`);
  filling.posted.set(rowsName(name), keys);
  for (const [index, key] of keys.entries()) fill(item, property, inner(name, key), given[index], filling);
}

function fillBranch(branches: readonly SchemaNode[], name: string, given: unknown, filling: Filling): void {
  if (typeof given !== 'object' || given === null) return;
  const index = branches.findIndex((branch) => isOfBranch(branch, given));
  const branch = branches[index];
  if (!branch) return;
  const unit = unitsOf(branches)?.[index]?.property;
  if (unit !== undefined) {
    filling.posted.set(oneName(name), [unit]);
    filling.posted.set(name, [String((given as Record<string, unknown>)[unit])]);
    return;
  }
  filling.posted.set(oneName(name), [branchKey(index)]);
  fill(branch, '', `${name}@${branchKey(index)}`, given, filling);
}
