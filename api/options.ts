import { randomBytes } from 'node:crypto';

/** What the api must be told; everything else it finds in PostgreSQL and Temporal. */
export interface ApiOptions {
  databaseUrl: string;
  temporalAddress: string;
  temporalNamespace: string;
  taskQueue: string;
  /** Signs the tokens of people. */
  secret: Uint8Array;
  /** In demo mode the seeded people may be signed in by anybody. */
  demo: boolean;
  /** Names under which this server may be asked besides those of the machine itself: no other name is answered. */
  hosts?: readonly string[];
  logLevel: 'info' | 'warn' | 'silent';
  /** How long a command may take before the answer is 503 with Retry-After. */
  commandBudgetMs: number;
  /** A clock that was not heard of for so long is red; a minute unless a test says otherwise. */
  clockSilentMs?: number;
  /** How long an import may open cases before it answers; 20 s unless a test says otherwise. */
  importBudgetMs?: number;
}

/** Injection token of the options. */
export const API_OPTIONS = Symbol('api options');

/** Largest accepted body: a form with long texts has some 20 KiB. */
export const BODY_LIMIT_KIB = 256;

export const COMMAND_BUDGET_MS = 10_000;

/** A setting that is missing or wrong, told to the operator in one sentence instead of a stack. */
export class OptionsProblem extends Error {}

/** Reads the options from the environment. */
export function optionsFrom(env: NodeJS.ProcessEnv): ApiOptions {
  const demo = env['BIHUAN_DEMO'] === '1';
  return {
    databaseUrl: required(env, 'DATABASE_URL', 'postgresql://bihuan@127.0.0.1:5432/bihuan'),
    temporalAddress: required(env, 'TEMPORAL_ADDRESS', '127.0.0.1:7233'),
    temporalNamespace: env['TEMPORAL_NAMESPACE'] || 'default',
    taskQueue: env['TEMPORAL_TASK_QUEUE'] || 'bihuan',
    secret: secretFrom(env['BIHUAN_SECRET'], demo),
    demo,
    hosts: hostsFrom(env),
    logLevel: 'info',
    commandBudgetMs: COMMAND_BUDGET_MS,
  };
}

function required(env: NodeJS.ProcessEnv, name: string, example: string): string {
  const value = env[name];
  if (value) return value;
  throw new OptionsProblem(`缺少环境变量 ${name},例如 ${example} / ${name} is not set; for example ${example}`);
}

function secretFrom(hex: string | undefined, demo: boolean): Uint8Array {
  if (hex && /^(?:[0-9a-f]{2}){32,}$/i.test(hex)) return Buffer.from(hex, 'hex');
  if (hex) {
    throw new OptionsProblem(
      'BIHUAN_SECRET 须为至少64位十六进制数 / BIHUAN_SECRET must be at least 64 hexadecimal digits: openssl rand -hex 32',
    );
  }
  // A secret of this process alone: whoever was signed in signs in again after a restart, which a demo can bear.
  if (demo) return randomBytes(32);
  throw new OptionsProblem(
    '非演示模式必须设置 BIHUAN_SECRET / BIHUAN_SECRET must be set outside demo mode: openssl rand -hex 32',
  );
}

/** The name in PUBLIC_URL, and those in ALLOWED_HOSTS (parted by commas) for machines that are reached by several. */
function hostsFrom(env: NodeJS.ProcessEnv): string[] {
  const url = env['PUBLIC_URL'];
  const named = url && URL.canParse(url) ? [new URL(url).hostname] : [];
  const more = (env['ALLOWED_HOSTS'] ?? '').split(',').map((host) => host.trim().toLowerCase());
  return [...named, ...more].filter((host) => host !== '');
}
