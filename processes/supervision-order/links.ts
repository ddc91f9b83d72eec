import type { Effects } from '../kernel/define-rules.ts';
import type { Link, OrderData } from './data.ts';
import type { Act } from './names.ts';

/**
 * Writes the order into the case that it is about. The case's process knows nothing of orders: `case.link` is a command that
 * every process has. The number is filled in when the relay is sent, because at the opening there is none yet.
 */
export function linkRelay(data: OrderData, relation: 'supervisionOrder' | 'supervisionOrderClosed'): Effects['relay'] {
  const event = relation === 'supervisionOrder' ? 'link' : 'closing';
  return {
    caseId: data.about.caseId,
    command: 'case.link',
    form: { caseId: data.orderId, relation },
    numbered: true,
    accepted: `${event}.recorded`,
    refused: `${event}.refused`,
  };
}

export function askClosingLink(data: OrderData): OrderData {
  return withLinks(data, { closed: { standing: 'asked', refusedBecause: null } });
}

export function keepLink(data: OrderData, event: Act<'link.recorded' | 'link.refused'>): OrderData {
  return withLinks(data, { issued: answered(event.type === 'link.recorded', event.reply) });
}

export function keepClosingLink(data: OrderData, event: Act<'closing.recorded' | 'closing.refused'>): OrderData {
  return withLinks(data, { closed: answered(event.type === 'closing.recorded', event.reply) });
}

/** The other case answers with a problem; its code is kept so that staff see why. */
function answered(recorded: boolean, reply: unknown): Link {
  if (recorded) return { standing: 'recorded', refusedBecause: null };
  const code = typeof reply === 'object' && reply !== null && 'code' in reply ? reply.code : undefined;
  return { standing: 'refused', refusedBecause: typeof code === 'string' ? code : 'unknown' };
}

function withLinks(data: OrderData, change: Partial<OrderData['links']>): OrderData {
  return { ...data, links: { ...data.links, ...change } };
}
