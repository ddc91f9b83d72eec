import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { appModule } from './app.module.ts';
import { readUpload, wrongMedia } from './importing/upload.ts';
import { createLog, type Log, nestLog } from './log.ts';
import { CSV, XLSX } from './media.ts';
import { openapiDocument } from './openapi/document.ts';
import { Metrics } from './operation/metrics.ts';
import { watchUnused } from './operation/unused-connections.ts';
import { type ApiOptions, BODY_LIMIT_KIB } from './options.ts';
import { apiProblem } from './problems/api-problem.ts';
import { answerWithProblem, type Told } from './problems/problem.filter.ts';

/** A running api. */
export interface Api {
  app: NestFastifyApplication;
  /** Starts to listen and gives the address. */
  listen(port: number, host: string): Promise<string>;
  /** Ends streams, lets running requests finish, closes all connections. May be called twice. */
  close(): Promise<void>;
}

/** Makes the api; PostgreSQL and Temporal may still be away and are found when they come. */
export async function createApi(options: ApiOptions): Promise<Api> {
  const log = createLog(options.logLevel);
  const app = await NestFactory.create<NestFastifyApplication>(appModule(options, log), fastifyAdapter(log), {
    logger: nestLog(log),
    abortOnError: false,
    bodyParser: false,
  });
  readBodies(app);
  observe(app, log);
  serveDocs(app);
  await app.init();
  const unused = watchUnused(app.getHttpServer());
  let closing: Promise<void> | undefined;
  return {
    app,
    listen: async (port, host) => {
      await app.listen(port, host);
      const address = app.getHttpServer().address() as { port: number };
      return `http://${host}:${address.port}`;
    },
    close: () => {
      unused.close();
      closing ??= app.close();
      return closing;
    },
  };
}

function fastifyAdapter(log: Log): FastifyAdapter {
  return new FastifyAdapter({
    logger: false,
    bodyLimit: BODY_LIMIT_KIB * 1024,
    genReqId: () => randomUUID(),
    requestTimeout: 30_000,
    // Open event streams must not hold up the end; they are closed first.
    forceCloseConnections: 'idle',
    // Addresses that Fastify cannot read never reach a route (ground.md §9.3).
    frameworkErrors: (error: unknown, request: unknown, reply: unknown) =>
      answerWithProblem(error, request as FastifyRequest, reply as FastifyReply, log),
  });
}

/** The api reads JSON, and tables at the address that takes them; the plain pages send ordinary forms. */
function readBodies(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeAllContentTypeParsers();
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const parsed = (error: Error | null, value?: unknown) =>
      error ? done(apiProblem('body.malformed')) : done(null, value);
    void parse(request, body as string, parsed);
  });
  fastify.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (request, body, done) => {
    if (request.url.startsWith('/api/')) done(wrongMedia(request));
    else done(null, Object.fromEntries(new URLSearchParams(body as string)));
  });
  // Without `parseAs` the body comes as a stream, with a limit of its own.
  fastify.addContentTypeParser([CSV, XLSX], readUpload);
  fastify.addContentTypeParser('*', (request, _payload, done) => done(wrongMedia(request)));
}

/** Pages hold no script and no inline style; Swagger UI brings its own of both. */
const PAGES_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const DOCS_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

/** The OpenAPI document and its reader, both from this server alone. */
function serveDocs(app: NestFastifyApplication): void {
  let document: ReturnType<typeof openapiDocument> | undefined;
  const makeDocument = () => {
    document ??= openapiDocument(app);
    return document;
  };
  SwaggerModule.setup('docs', app, makeDocument, {
    jsonDocumentUrl: 'openapi.json',
    yamlDocumentUrl: 'openapi.yaml',
    customSiteTitle: '闭环 Bihuan API',
  });
}

function observe(app: NestFastifyApplication, log: Log): void {
  const metrics = app.get(Metrics);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', async (request, reply) => {
    reply
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'same-origin')
      .header('content-security-policy', request.url.startsWith('/docs') ? DOCS_POLICY : PAGES_POLICY);
    // PostgreSQL stores no null byte, so nothing can have one in its name.
    if (/%00/.test(request.url)) throw apiProblem('url.malformed');
  });
  fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    const labels = { route, method: request.method, status: String(reply.statusCode) };
    metrics.http.observe(labels, reply.elapsedTime / 1000);
    const { problemCode } = request as Told;
    if (reply.statusCode === 503) metrics.unavailable.inc({ code: problemCode ?? 'notReady' });
    const milliseconds = Math.round(reply.elapsedTime);
    log.info({ requestId: request.id, ...labels, code: problemCode, milliseconds }, 'request');
  });
}
