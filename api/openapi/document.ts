import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';
import { answerOf, answers } from './answers.ts';
import { addProcessPaths } from './command-paths.ts';
import { convertSchema, plainSchema } from './convert.ts';

interface Operation {
  operationId?: string;
  responses: Record<string, unknown>;
  tags?: string[];
  [key: string]: unknown;
}

/** The OpenAPI 3.1 document: the controllers', with the forms of every process and the problems. */
export function openapiDocument(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('闭环 Bihuan')
    .setDescription('社区事务闭环 / Community matters as closed loops. Errors are RFC 9457 problem documents.')
    .setVersion('1')
    .setLicense('MIT', 'https://spdx.org/licenses/MIT.html')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'bearer')
    .addCookieAuth('bihuan_session', { type: 'apiKey', in: 'cookie' }, 'cookie')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    autoTagControllers: false,
    standardSchemaConverter: convertSchema,
    operationIdFactory: (controller, method) => `${controller.replace('Controller', '').toLowerCase()}_${method}`,
  });
  document.components ??= {};
  const schemas: Record<string, object> = {};
  for (const [name, schema] of Object.entries(answers)) {
    schemas[name] = plainSchema(z.toJSONSchema(schema, { io: 'output', target: 'draft-2020-12' }));
  }
  document.components.schemas = { ...document.components.schemas, ...schemas } as never;
  document.components.responses = { Problem: problemResponse } as never;
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, operation] of operationsOf(item)) describeAnswers(operation, `${method} ${path}`);
  }
  addProcessPaths(document);
  document.security = [{ bearer: [] }, { cookie: [] }];
  return document;
}

const problemResponse = {
  description: '出错:RFC 9457 / A problem document',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** Groups of operations that need no signing in. */
const OPEN_TAGS = new Set(['catalogue', 'demo', 'items', 'operation', 'receipts', 'registers']);

const METHODS = ['get', 'post', 'put', 'delete', 'patch'];

function operationsOf(item: object): [string, Operation][] {
  return Object.entries(item).filter(([method]) => METHODS.includes(method));
}

function describeAnswers(operation: Operation, key: string): void {
  const known = answerOf[key];
  if (known) {
    const content = { 'application/json': { schema: { $ref: `#/components/schemas/${known.answer}` } } };
    operation.responses = { [known.status]: { description: known.answer, content } };
  }
  if (operation.tags?.some((tag) => OPEN_TAGS.has(tag))) operation['security'] = [{}];
  operation.responses['default'] = { $ref: '#/components/responses/Problem' };
}
