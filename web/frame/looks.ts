import type { FastifyRequest } from 'fastify';
import { LANGUAGE_COOKIE } from '../../api/problems/language.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;
const TYPE = 'bihuan_type';
const COMMUNITY = 'bihuan_community';

/** What a choice in the address leaves behind, so that the next pages look the same. */
export function cookiesOfLooks(query: unknown): string[] {
  const { lang, type } = (query ?? {}) as Record<string, unknown>;
  const language = lang === 'en' ? 'en' : lang === 'zh' || lang === 'zh-CN' ? 'zh-CN' : undefined;
  const looks = type === 'large' || type === 'usual' ? type : undefined;
  const { community } = (query ?? {}) as Record<string, unknown>;
  const home = typeof community === 'string' && /^[\w.-]{1,200}$/.test(community) ? community : undefined;
  return [
    ...(home ? [kept(COMMUNITY, home)] : []),
    ...(language ? [kept(LANGUAGE_COOKIE, language)] : []),
    ...(looks ? [kept(TYPE, looks)] : []),
  ];
}

/** Whether letters are large (大字版): as the address says, else as chosen before. */
export function hasLargeType(request: FastifyRequest): boolean {
  const asked = (request.query as Record<string, unknown> | undefined)?.['type'];
  if (asked === 'large' || asked === 'usual') return asked === 'large';
  return /(?:^|;\s*)bihuan_type=large(?:;|$)/.test(request.headers.cookie ?? '');
}

/** The community that somebody chose on the first page, on this device. */
export function communityOf(request: FastifyRequest): string | undefined {
  const asked = (request.query as Record<string, unknown> | undefined)?.['community'];
  if (typeof asked === 'string') return asked || undefined;
  return /(?:^|;\s*)bihuan_community=([\w.-]{1,200})(?:;|$)/.exec(request.headers.cookie ?? '')?.[1];
}

function kept(name: string, value: string): string {
  return `${name}=${value}; Path=/; SameSite=Lax; Max-Age=${YEAR_SECONDS}`;
}
