import type { FastifyRequest } from 'fastify';

const OF_THIS_MACHINE: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Whether a request asks for a name that is ours. A name of somebody else's that leads to this machine (DNS rebinding) would
 * make his page one of ours. Probes ask by address and are answered.
 */
export function isForUs({ headers, url }: FastifyRequest, hosts: readonly string[] = []): boolean {
  if (url.startsWith('/health/')) return true;
  const name = (headers.host ?? '').toLowerCase().replace(/:\d+$/, '');
  return OF_THIS_MACHINE.includes(name) || hosts.includes(name);
}
