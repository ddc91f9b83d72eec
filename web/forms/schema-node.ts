import type { JsonSchema } from '../../processes/kernel/form-schema.ts';

/** The part of JSON Schema that forms of processes use. */
export interface SchemaNode {
  type?: string | readonly string[];
  title?: string;
  description?: string;
  properties?: Record<string, SchemaNode>;
  required?: readonly string[];
  items?: SchemaNode;
  enum?: readonly unknown[];
  const?: unknown;
  anyOf?: readonly SchemaNode[];
  oneOf?: readonly SchemaNode[];
  minItems?: number;
  maxItems?: number;
  maxLength?: number;
  multipleOf?: number;
  format?: string;
  pattern?: string;
  default?: unknown;
  'x-options'?: Record<string, string>;
  'x-widget'?: string;
}

/** The same schema with the names we read. */
export function nodeOf(schema: JsonSchema): SchemaNode {
  return schema as SchemaNode;
}

/** A schema without its "or null", and whether it had one. */
export function withoutNull(node: SchemaNode): { node: SchemaNode; nullable: boolean } {
  if (Array.isArray(node.type) && node.type.includes('null')) {
    const types = node.type.filter((type) => type !== 'null');
    return { node: { ...node, type: types.length === 1 ? String(types[0]) : types }, nullable: true };
  }
  const { anyOf, ...outer } = node;
  const left = anyOf?.filter((branch) => branch.type !== 'null');
  if (!anyOf || !left || left.length === anyOf.length) return { node, nullable: false };
  const [only] = left;
  return { node: left.length === 1 && only ? { ...only, ...outer } : { ...outer, anyOf: left }, nullable: true };
}

/** The schema of one row: a hint at the list is meant for its rows. */
export function itemOf(list: SchemaNode, items: SchemaNode): SchemaNode {
  const hint = items['x-widget'] ?? list['x-widget'];
  return hint === undefined ? items : { ...items, 'x-widget': hint };
}
