import type { FastifyRequest } from 'fastify';
import { wrongMedia } from '../api/importing/upload.ts';
import { apiProblem } from '../api/problems/api-problem.ts';
import { type PostedForm, parsePosted, TooManyFields } from './forms/posted.ts';

/** Nine bytes of an encoded form for three of a Chinese sign, and the forms themselves hold up to 256 KiB. */
export const FORM_LIMIT_KIB = 768;

/** Reads a form that a browser sent; forms are for pages, the api itself reads JSON. */
export function readPosted(
  request: FastifyRequest,
  body: string | Buffer,
  done: (error: Error | null, value?: unknown) => void,
): void {
  if (request.url.startsWith('/api/')) {
    done(wrongMedia(request));
    return;
  }
  try {
    done(null, parsePosted(String(body)));
  } catch (error) {
    done(error instanceof TooManyFields ? apiProblem('body.tooLarge', { limitKib: FORM_LIMIT_KIB }) : (error as Error));
  }
}

/** The form of a request; empty where it brought none. */
export function postedOf(request: FastifyRequest): PostedForm {
  return request.body instanceof Map ? request.body : new Map();
}
