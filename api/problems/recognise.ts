import { HttpException } from '@nestjs/common';
import { BODY_LIMIT_KIB } from '../options.ts';
import { ApiProblem, apiProblem } from './api-problem.ts';
import { isStoreAway } from './store-away.ts';

/** Finds the problem behind whatever was thrown; undefined if it is a mistake of ours. */
export function recognise(error: unknown): ApiProblem | undefined {
  if (error instanceof ApiProblem) return error;
  if (isStoreAway(error)) return apiProblem('store.unavailable', {}, { retryAfterSeconds: 2 });
  const { code, statusCode } = fieldsOf(error);
  const known = code === undefined ? undefined : fastifyProblems[code];
  if (known) return apiProblem(known, { limitKib: BODY_LIMIT_KIB });
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  if (status === 404 || status === 405) return apiProblem('route.unknown');
  if (status === 413) return apiProblem('body.tooLarge', { limitKib: BODY_LIMIT_KIB });
  if (status === 415) return apiProblem('media.unsupported');
  if (status !== undefined && status >= 400 && status < 500) {
    return apiProblem(error instanceof SyntaxError ? 'body.malformed' : 'request.malformed');
  }
  return undefined;
}

/** Errors of Fastify by their code. */
const fastifyProblems: Readonly<Record<string, string>> = {
  FST_ERR_BAD_URL: 'url.malformed',
  FST_ERR_MAX_PARAM_LENGTH: 'route.unknown',
  FST_ERR_NOT_FOUND: 'route.unknown',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body.tooLarge',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media.unsupported',
  FST_ERR_CTP_INVALID_TYPE: 'media.unsupported',
  FST_ERR_CTP_EMPTY_TYPE: 'media.unsupported',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'body.malformed',
  FST_ERR_CTP_INVALID_JSON_BODY: 'body.malformed',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'body.malformed',
  FST_ERR_CTP_BODY_INCOMPLETE: 'body.malformed',
};

function fieldsOf(error: unknown): { code?: string | undefined; statusCode?: number | undefined } {
  if (typeof error !== 'object' || error === null) return {};
  const { code, statusCode } = error as Record<string, unknown>;
  return {
    code: typeof code === 'string' ? code : undefined,
    statusCode: typeof statusCode === 'number' ? statusCode : undefined,
  };
}
