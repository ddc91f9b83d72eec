import type { FastifyRequest } from 'fastify';
import { TOKEN_SECONDS } from './token.ts';

const NAME = 'bihuan_session';

/** The header that keeps somebody signed in; scripts and other sites cannot read or send it. */
export function sessionCookie(token: string, secure: boolean): string {
  return `${NAME}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${TOKEN_SECONDS}${secure ? '; Secure' : ''}`;
}

/** The header that signs somebody out. */
export function endedCookie(): string {
  return `${NAME}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`;
}

/** The token in the request's cookies. */
export function sessionOf(request: FastifyRequest): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === NAME && value) return value;
  }
  return undefined;
}

/**
 * Whether a request that changes something comes from a page of ours. Browsers say so themselves by Sec-Fetch-Site, older
 * ones by Origin; SameSite alone would let a neighbour on the same site through.
 */
export function isFromOurPages(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin, host } = request.headers;
  if (origin === undefined || host === undefined) return false;
  return URL.canParse(origin) && new URL(origin).host === host;
}
