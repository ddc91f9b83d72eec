import type { OpenAPIObject } from '@nestjs/swagger';
import { processOf } from '../../processes/index.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { type FieldLine, fieldsOf, type Schema } from './schema-fields.ts';

export interface ParameterView {
  name: string;
  where: 'path' | 'query' | 'header';
  required: boolean;
  description: string;
  options: string[];
}

/** An operation as people read it. */
export interface OperationView {
  id: string;
  method: string;
  path: string;
  title: string;
  description: string;
  open: boolean;
  parameters: ParameterView[];
  body: { fields: FieldLine[]; required: boolean } | null;
  answers: { status: string; text: string }[];
}

export interface GroupView {
  tag: string;
  title: string;
  /** Commands of one kind of matter: many, so they have a page of their own. */
  isProcess: boolean;
  operations: OperationView[];
}

type Raw = Record<string, unknown>;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** The document by its groups, in the order in which they first come. */
export function groupsOf(document: OpenAPIObject, locale: Locale): GroupView[] {
  const groups = new Map<string, GroupView>();
  for (const [path, item] of Object.entries(document.paths as Record<string, Raw>)) {
    for (const method of METHODS.filter((each) => each in item)) {
      const operation = item[method] as Raw;
      const view = operationOf(document, { path, method, operation }, locale);
      for (const tag of (operation['tags'] as string[] | undefined) ?? ['other']) {
        const process = processOf(tag);
        const group = groups.get(tag) ?? {
          tag,
          title: process?.texts[locale].title ?? tag,
          isProcess: process !== undefined,
          operations: [],
        };
        group.operations.push(view);
        groups.set(tag, group);
      }
    }
  }
  return [...groups.values()];
}

function operationOf(
  document: OpenAPIObject,
  { path, method, operation }: { path: string; method: string; operation: Raw },
  locale: Locale,
): OperationView {
  const body = operation['requestBody'] as { required?: boolean; content?: Record<string, { schema?: Schema }> };
  const schema = body?.content?.['application/json']?.schema;
  const security = operation['security'] as object[] | undefined;
  return {
    id: `${method}-${path.replace(/\W+/g, '-').replace(/^-|-$/g, '')}`,
    method,
    path,
    title: inLanguage(String(operation['summary'] ?? path), locale),
    description: String(operation['description'] ?? ''),
    open: security?.some((each) => Object.keys(each).length === 0) ?? false,
    parameters: ((operation['parameters'] as Raw[] | undefined) ?? []).map((each) => parameterOf(each, locale)),
    body: schema ? { fields: fieldsOf(document, schema), required: body.required ?? false } : null,
    answers: Object.entries((operation['responses'] ?? {}) as Record<string, Raw>)
      .filter(([status]) => status !== 'default')
      .map(([status, { description, $ref }]) => ({ status, text: String(description ?? nameOf($ref)) })),
  };
}

function parameterOf(parameter: Raw, locale: Locale): ParameterView {
  const schema = (parameter['schema'] ?? {}) as Schema;
  return {
    name: String(parameter['name']),
    where: parameter['in'] as ParameterView['where'],
    required: parameter['required'] === true,
    description: inLanguage(String(parameter['description'] ?? ''), locale),
    options: (schema.enum ?? []).map(String),
  };
}

/** `中文 / English` in one of them; words that stand in one language alone stay. */
export function inLanguage(words: string, locale: Locale): string {
  const [zh = '', en] = words.split(' / ', 2);
  return locale === 'en' && en !== undefined ? en : zh;
}

function nameOf(ref: unknown): string {
  return typeof ref === 'string' ? (ref.split('/').at(-1) ?? '') : '';
}
