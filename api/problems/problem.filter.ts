import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LOG, type Log } from '../log.ts';
import { PAGES, type Pages } from '../pages.ts';
import { apiProblem } from './api-problem.ts';
import { problemDocument } from './document.ts';
import { languageOf } from './language.ts';
import { recognise } from './recognise.ts';

/** The only place where errors become answers: everything leaves as an RFC 9457 document. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    @Inject(LOG) private readonly log: Log,
    @Inject(PAGES) private readonly pages: Pages | null,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerWithProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), {
      log: this.log,
      pages: this.pages,
    });
  }
}

/** What a request was told, where it was told a problem. */
export interface Told {
  problemCode?: string;
}

/** Answers a request with the problem behind an error; also for errors that Fastify meets before Nest. */
export function answerWithProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  { log, pages }: { log: Log; pages: Pages | null },
): void {
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
  reply.status(document.status).header('content-language', locale).header('cache-control', 'no-store');
  const asDocument = () =>
    reply.header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(document));
  if (!pages || !isForReader(request)) {
    asDocument();
    return;
  }
  pages.problemPage(document, request).then(
    (page) => reply.header('content-type', 'text/html; charset=utf-8').send(page),
    (broken: unknown) => {
      log.error({ requestId: request.id, error: broken }, 'the page of a problem failed');
      asDocument();
    },
  );
}

/** Somebody reads this in a browser; programs, and everything under /api, get the document itself. */
function isForReader(request: FastifyRequest): boolean {
  return /\btext\/html\b/.test(request.headers.accept ?? '') && !request.url.startsWith('/api/');
}
