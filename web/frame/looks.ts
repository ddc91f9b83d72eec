import type { FastifyRequest } from 'fastify';
import { LANGUAGE_COOKIE } from '../../api/problems/language.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;
const TYPE = 'bihuan_type';

/** What a choice in the address leaves behind, so that the next pages look the same. */
export function cookiesOfLooks(query: unknown): string[] {
  const { lang, type } = (query ?? {}) as Record<string, unknown>;
  const language = lang === 'en' ? 'en' : lang === 'zh' || lang === 'zh-CN' ? 'zh-CN' : undefined;
  const looks = type === 'large' || type === 'usual' ? type : undefined;
  return [...(language ? [kept(LANGUAGE_COOKIE, language)] : []), ...(looks ? [kept(TYPE, looks)] : [])];
}

/** Whether letters are large (大字版): as the address says, else as chosen before. */
export function hasLargeType(request: FastifyRequest): boolean {
  const asked = (request.query as Record<string, unknown> | undefined)?.['type'];
  if (asked === 'large' || asked === 'usual') return asked === 'large';
  return /(?:^|;\s*)bihuan_type=large(?:;|$)/.test(request.headers.cookie ?? '');
}

function kept(name: string, value: string): string {
  return `${name}=${value}; Path=/; SameSite=Lax; Max-Age=${YEAR_SECONDS}`;
}
