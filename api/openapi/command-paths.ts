import type { OpenAPIObject } from '@nestjs/swagger';
import { processes } from '../../processes/index.ts';
import type { Process } from '../../processes/kernel/define-process.ts';
import type { Condition, Separation } from '../../processes/kernel/define-rules.ts';
import { formSchema } from '../../processes/kernel/form-schema.ts';
import { humanCommands } from '../catalogue/process-view.ts';
import { plainSchema } from './convert.ts';

const problem = { $ref: '#/components/responses/Problem' };
const caseView = { 'application/json': { schema: { $ref: '#/components/schemas/CaseView' } } };
const etag = { ETag: { schema: { type: 'string' }, description: 'Sequence number of the case' } };

/** Adds one path per command with its own form, and the forms that open a case. */
export function addProcessPaths(document: OpenAPIObject): void {
  const paths = document.paths as Record<string, Record<string, unknown>>;
  const template = paths['/api/cases/{id}/commands/{command}']?.['post'] as { parameters: { name: string }[] };
  const parameters = template.parameters.filter(({ name }) => name !== 'command');
  for (const command of new Set(processes.flatMap(humanCommands))) {
    const owners = processes.filter((process) => humanCommands(process).includes(command));
    const forms = owners.map((process) => plainSchema(formSchema(process, command, 'zh-CN')));
    const [first] = owners;
    if (!first) continue;
    paths[`/api/cases/{id}/commands/${command}`] = {
      post: {
        operationId: `command_${command.replace(/\W/g, '_')}`,
        tags: owners.map(({ rules }) => rules.id),
        summary: `${titleOf(first, command, 'zh-CN')} / ${titleOf(first, command, 'en')}`,
        description: describe(first, command),
        parameters,
        requestBody: bodyOf(
          commandBody(forms.length > 1 ? { title: titleOf(first, command, 'zh-CN'), anyOf: forms } : forms[0]),
        ),
        responses: {
          200: { description: 'The case after the act', headers: etag, content: caseView },
          ...problems('400', '401', '403', '404', '409', '412', '413', '415', '422', '503'),
        },
      },
    };
  }
  const start = paths['/api/cases']?.['post'] as Record<string, unknown>;
  start['requestBody'] = bodyOf({ oneOf: processes.map(startBody) });
  start['responses'] = {
    201: { description: 'The case', headers: { ...etag, Location: { schema: { type: 'string' } } }, content: caseView },
    ...problems('400', '401', '403', '404', '409', '413', '415', '422', '503'),
  };
}

function problems(...statuses: string[]) {
  return Object.fromEntries(statuses.map((status) => [status, problem]));
}

function bodyOf(schema: object) {
  return { required: true, content: { 'application/json': { schema } } };
}

function commandBody(form: unknown): object {
  return { type: 'object', required: ['form'], additionalProperties: false, properties: { form } };
}

function startBody(process: Process): object {
  const form = plainSchema(formSchema(process, process.rules.start, 'zh-CN'));
  return {
    type: 'object',
    title: process.texts['zh-CN'].title,
    required: ['process', 'org', 'form'],
    additionalProperties: false,
    properties: { process: { const: process.rules.id }, org: { type: 'string' }, form, drill: { type: 'boolean' } },
  };
}

function titleOf(process: Process, command: string, locale: 'zh-CN' | 'en'): string {
  return process.texts[locale].commands[command]?.title ?? command;
}

/** The problems that the rules of this command may tell, by code and in words. */
function describe(process: Process, command: string): string {
  const conditions: readonly Condition<unknown, unknown, string>[] = process.rules.conditions[command] ?? [];
  const separations: readonly Separation<string, string, string>[] = process.rules.separations;
  const codes = [
    ...conditions.map(({ code }) => code),
    ...separations.filter(({ commands }) => commands.includes(command)).map(({ code }) => code),
  ];
  return [...new Set(codes)]
    .map((code) => `- \`${code}\`: ${process.texts['zh-CN'].problems[code]?.title ?? ''}`)
    .join('\n');
}
