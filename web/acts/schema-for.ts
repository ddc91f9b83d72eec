import type { Actor } from '../../processes/kernel/actor.ts';
import type { JsonSchema } from '../../processes/kernel/form-schema.ts';
import { isResidentOnly } from '../frame/roles.ts';

/** The form without the parts that are for others: whoever only lives here enters nothing on behalf of somebody. */
export function schemaFor(schema: JsonSchema, actor: Actor): JsonSchema {
  if (!isResidentOnly(actor)) return schema;
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>);
  const kept = properties.filter(([, property]) => property['x-for'] !== 'helpers');
  return kept.length === properties.length ? schema : { ...schema, properties: Object.fromEntries(kept) };
}
