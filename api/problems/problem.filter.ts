import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LOG, type Log } from '../log.ts';
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

/** Answers a request with the problem behind an error; also for errors that Fastify meets before Nest. */
export function answerWithProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, log: Log): void {
  if (reply.sent) return;
  const found = recognise(error);
  const trouble = found ?? apiProblem('internal.error');
  if (!found) log.error({ requestId: request.id, route: request.routeOptions?.url, error }, 'mistake of ours');
  const document = problemDocument(trouble, languageOf(request), request.id);
  if (document.status === 503) log.warn({ requestId: request.id, code: document.code }, 'answered 503');
  const { retryAfterSeconds } = trouble.extras;
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
  if (document.status === 401) reply.header('www-authenticate', 'Bearer realm="bihuan"');
  reply
    .status(document.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', languageOf(request))
    .header('cache-control', 'no-store')
    .send(JSON.stringify(document));
}
