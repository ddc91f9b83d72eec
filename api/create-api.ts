import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { constants } from 'node:zlib';
import fastifyCompress from '@fastify/compress';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { appModule } from './app.module.ts';
import { isForUs } from './hosts.ts';
import { readUpload, wrongMedia } from './importing/upload.ts';
import { createLog, type Log, nestLog } from './log.ts';
import { CSV, XLSX } from './media.ts';
import { ApiDocument } from './openapi/api-document.ts';
import { Metrics } from './operation/metrics.ts';
import { watchUnused } from './operation/unused-connections.ts';
import { type ApiOptions, BODY_LIMIT_KIB } from './options.ts';
import type { Pages } from './pages.ts';
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
export async function createApi(options: ApiOptions, pages: Pages | null = null): Promise<Api> {
  const log = createLog(options.logLevel);
  const app = await NestFactory.create<NestFastifyApplication>(
    appModule(options, log, pages),
    fastifyAdapter(log, pages),
    {
      logger: nestLog(log),
      abortOnError: false,
      bodyParser: false,
    },
  );
  await app.register(fastifyCompress, COMPRESSION);
  readBodies(app);
  observe(app, log, options);
  pages?.prepare(app.getHttpAdapter().getInstance());
  serveDocument(app);
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

function fastifyAdapter(log: Log, pages: Pages | null): FastifyAdapter {
  return new FastifyAdapter({
    logger: false,
    bodyLimit: BODY_LIMIT_KIB * 1024,
    genReqId: () => randomUUID(),
    requestTimeout: 30_000,
    // Open event streams must not hold up the end; they are closed first.
    forceCloseConnections: 'idle',
    // Addresses that Fastify cannot read never reach a route, hence no filter: they are answered here.
    frameworkErrors: (error: unknown, request: unknown, reply: unknown) =>
      answerWithProblem(error, request as FastifyRequest, reply as FastifyReply, { log, pages }),
  });
}

/** Brotli at its default takes forty milliseconds for a page that level 4 does in one. */
const COMPRESSION = {
  global: true,
  threshold: 1_024,
  encodings: ['br', 'gzip', 'identity'] as ('br' | 'gzip' | 'identity')[],
  brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
};

/** The api reads JSON, and tables at the address that takes them. */
function readBodies(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeAllContentTypeParsers();
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const parsed = (error: Error | null, value?: unknown) =>
      error ? done(apiProblem('body.malformed')) : done(null, value);
    void parse(request, body as string, parsed);
  });
  // Without `parseAs` the body comes as a stream, with a limit of its own.
  fastify.addContentTypeParser([CSV, XLSX], readUpload);
  fastify.addContentTypeParser('*', (request, _payload, done) => done(wrongMedia(request)));
}

/** What the api answers is no page: nothing in it is ever run or loaded. Pages set a policy of their own. */
const API_POLICY = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** The OpenAPI document, made when it is first asked for. */
function serveDocument(app: NestFastifyApplication): void {
  const document = app.get(ApiDocument);
  document.describe(app);
  app
    .getHttpAdapter()
    .getInstance()
    .get('/openapi.json', (_request, reply) =>
      reply.header('cache-control', 'public, max-age=300').send(document.read()),
    );
}

function observe(app: NestFastifyApplication, log: Log, { hosts }: ApiOptions): void {
  const metrics = app.get(Metrics);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', async (request, reply) => {
    reply
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'same-origin')
      .header('content-security-policy', API_POLICY);
    // What one person was told is kept nowhere: the next one at the machine goes back to nothing.
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
    if (!isForUs(request, hosts)) throw apiProblem('host.unknown');
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
