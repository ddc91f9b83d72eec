import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LOG, type Log } from '../log.ts';
import { problemPage } from '../pages/problem-page.ts';
import { apiProblem } from './api-problem.ts';
import { problemDocument } from './document.ts';
import { languageOf } from './language.ts';
import { recognise } from './recognise.ts';

/** The only place where errors become answers: everything leaves as an RFC 9457 document. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOG) private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerWithProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), this.log);
  }
}

/** What a request was told, where it was told a problem. */
export interface Told {
  problemCode?: string;
}

/** Answers a request with the problem behind an error; also for errors that Fastify meets before Nest. */
export function answerWithProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, log: Log): void {
  if (reply.sent) return;
  const found = recognise(error);
  const trouble = found ?? apiProblem('internal.error');
  if (!found) log.error({ requestId: request.id, route: request.routeOptions?.url, error }, 'mistake of ours');
  const document = problemDocument(trouble, languageOf(request), request.id);
  if (document.status === 503) log.warn({ requestId: request.id, code: document.code }, 'answered 503');
  // For the log and the metrics of this request.
  Object.assign(request, { problemCode: document.code } satisfies Told);
  const { retryAfterSeconds } = trouble.extras;
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
  if (document.status === 401) reply.header('www-authenticate', 'Bearer realm="bihuan"');
  const locale = languageOf(request);
  const forReader = isPage(request);
  const path = request.url.split('?', 1)[0] ?? '/';
  reply
    .status(document.status)
    .header('content-type', forReader ? 'text/html; charset=utf-8' : 'application/problem+json; charset=utf-8')
    .header('content-language', locale)
    .header('cache-control', 'no-store')
    .send(forReader ? problemPage(document, locale, path) : JSON.stringify(document));
}

/** Somebody reads this in a browser; programs, and everything under /api, get the document itself. */
function isPage(request: FastifyRequest): boolean {
  return /\btext\/html\b/.test(request.headers.accept ?? '') && !request.url.startsWith('/api/');
}
