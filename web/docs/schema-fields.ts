import type { OpenAPIObject } from '@nestjs/swagger';

export interface Schema {
  $ref?: string;
  type?: string | string[];
  title?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  oneOf?: Schema[];
  anyOf?: Schema[];
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  [key: string]: unknown;
}

/** A field of a body in one line. */
export interface FieldLine {
  /** `form.place.building`, `photos[]` */
  path: string;
  type: string;
  required: boolean;
  text: string;
}

/** Deeper parts are told by the schema itself at /openapi.json. */
const DEPTH_MAX = 3;
const FIELDS_MAX = 60;

/** The fields of a body, those of nested objects under their path. */
export function fieldsOf(document: OpenAPIObject, schema: Schema): FieldLine[] {
  const lines: FieldLine[] = [];
  collect(document, schema, '', DEPTH_MAX, lines);
  return lines;
}

function collect(document: OpenAPIObject, given: Schema, path: string, depth: number, lines: FieldLine[]): void {
  const schema = resolved(document, given);
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) {
    for (const choice of choices) collect(document, choice, path, depth, lines);
    return;
  }
  const inner = schema.items ? resolved(document, schema.items) : schema;
  for (const [name, field] of Object.entries(inner.properties ?? {})) {
    if (lines.length >= FIELDS_MAX) return;
    const at = `${path}${schema.items ? '[]' : ''}${path === '' ? '' : '.'}${name}`;
    const own = resolved(document, field);
    if (!lines.some((line) => line.path === at)) {
      lines.push({
        path: at,
        type: typeOf(own),
        required: inner.required?.includes(name) ?? false,
        text: [own.title, field.description ?? own.description].filter(Boolean).join(' · '),
      });
    }
    if (depth > 1) collect(document, own, at, depth - 1, lines);
  }
}

function resolved(document: OpenAPIObject, schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  if (name === undefined) return schema;
  const known = (document.components?.schemas ?? {}) as unknown as Record<string, Schema>;
  return Object.hasOwn(known, name) ? (known[name] ?? {}) : {};
}

function typeOf(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((each) => JSON.stringify(each)).join(' | ');
  if (schema.oneOf ?? schema.anyOf) return 'one of';
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? 'any');
  const bounds = [
    schema.format,
    schema.minimum === undefined ? '' : `≥ ${schema.minimum}`,
    schema.maximum === undefined || schema.maximum >= Number.MAX_SAFE_INTEGER ? '' : `≤ ${schema.maximum}`,
    schema.maxLength === undefined ? '' : `≤ ${schema.maxLength} chars`,
  ].filter(Boolean);
  return bounds.length > 0 ? `${type} (${bounds.join(', ')})` : type;
}
