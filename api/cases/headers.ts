import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../processes/kernel/actor.ts';
import { apiProblem } from '../problems/api-problem.ts';

/** Temporal's ids end at 255 characters; person and key must fit together. */
const COMMAND_ID_MAX = 255;

/** The id of a command: the person's own key, so that one person's keys never meet another's. */
export function commandIdOf(request: FastifyRequest, actor: Actor): { commandId: string; keyGiven: boolean } {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return { commandId: `${actor.id}:${randomUUID()}`, keyGiven: false };
  const commandId = `${actor.id}:${String(key)}`;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,128}$/.test(key) || commandId.length > COMMAND_ID_MAX) {
    throw apiProblem('idempotency.malformed');
  }
  return { commandId, keyGiven: true };
}

/** The sequence number the person saw: `"3"`; `*` or no header is any. */
export function expectedSeqOf(request: FastifyRequest): number | null {
  const header = request.headers['if-match'];
  if (header === undefined || header.trim() === '*') return null;
  const digits = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())?.[1];
  if (digits === undefined) throw apiProblem('sequence.malformed');
  return Number(digits);
}

/** The ETag of a case. */
export function etagOf(seq: number): string {
  return `"${seq}"`;
}
