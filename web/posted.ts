import type { FastifyRequest } from 'fastify';
import { apiProblem } from '../api/problems/api-problem.ts';

/** What a browser sent: names with all their values, in order. */
export type PostedForm = ReadonlyMap<string, readonly string[]>;

/** The largest form of all processes has some hundred fields; this many only a program sends. */
const FIELDS_MAX = 5_000;

/** Reads a form that a browser sent. A name that comes again keeps all its values. */
export function readPosted(
  request: FastifyRequest,
  body: string | Buffer,
  done: (error: Error | null, value?: unknown) => void,
): void {
  // Forms are for pages; the api itself reads JSON.
  if (request.url.startsWith('/api/')) {
    done(apiProblem('media.unsupported'));
    return;
  }
  const posted = new Map<string, string[]>();
  let count = 0;
  for (const [name, value] of new URLSearchParams(String(body))) {
    if (++count > FIELDS_MAX) {
      done(apiProblem('body.tooLarge', { limitKib: 768 }));
      return;
    }
    const known = posted.get(name);
    if (known) known.push(value);
    else posted.set(name, [value]);
  }
  done(null, posted);
}

/** The form of a request; empty where it brought none. */
export function postedOf(request: FastifyRequest): PostedForm {
  return request.body instanceof Map ? request.body : new Map();
}

/** The only, or first, value of a name. */
export function oneOf(posted: PostedForm, name: string): string {
  return posted.get(name)?.[0] ?? '';
}
