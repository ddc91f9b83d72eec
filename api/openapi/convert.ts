import { z } from 'zod';

/** Zod to OpenAPI 3.1. The built-in conversion asks for 3.0 and lets input and output of one id overwrite each other. */
export function convertSchema(
  schema: unknown,
  { schemaType }: { schemaType: 'input' | 'output' },
): { schema: object; components?: Record<string, object> } | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;
  const { $defs, ...rest } = plainSchema(z.toJSONSchema(schema, { io: schemaType, target: 'draft-2020-12' }));
  const components = Object.entries($defs ?? {}).map(([name, inner]) => [name, plainSchema(inner as object)]);
  return { schema: rest, components: Object.fromEntries(components) };
}

/** OpenAPI names the dialect once for the whole document; an id inside would be read as an address. */
export function plainSchema(schema: object): Record<string, unknown> {
  const { $schema: _dialect, id: _id, $id: _uri, ...rest } = schema as Record<string, unknown>;
  return rest;
}
