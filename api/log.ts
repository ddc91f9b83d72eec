import type { LoggerService } from '@nestjs/common';
import pino from 'pino';

/** Injection token of the log. */
export const LOG = Symbol('log');

export type Log = pino.Logger;

/** JSON lines. Only what is put in appears: never bodies, headers, query strings or names (网络安全法 art. 21). */
export function createLog(level: string): Log {
  return pino({
    level,
    base: { service: 'api' },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { error: errorLine },
  });
}

/** An error without the values that a database or a form put into it: its kind, code and place. */
function errorLine(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { code } = error as { code?: unknown };
  const stack = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? [];
  return { kind: error.name, code, message: error.message.slice(0, 300), stack: stack.slice(0, 12) };
}

/** Nest's own messages in the same log. */
export function nestLog(log: Log): LoggerService {
  return {
    log: (message: unknown) => log.debug(String(message)),
    warn: (message: unknown) => log.warn(String(message)),
    error: (message: unknown) => log.error(String(message)),
    debug: (message: unknown) => log.trace(String(message)),
    verbose: (message: unknown) => log.trace(String(message)),
    fatal: (message: unknown) => log.fatal(String(message)),
  };
}
