import type { FastifyRequest } from 'fastify';
import { apiProblem } from '../problems/api-problem.ts';

/** The largest table that is read. */
const FILE_LIMIT_MIB = 5;
const FILE_LIMIT = FILE_LIMIT_MIB * 1024 * 1024;

/** True for the addresses that take a file: they end in `/import`. */
export function takesFiles(request: FastifyRequest): boolean {
  return /^[^?]*\/import(?:\?|$)/.test(request.url);
}

/** What to say of a body that the address does not take. */
export function wrongMedia(request: FastifyRequest): Error {
  return apiProblem(takesFiles(request) ? 'import.media' : 'media.unsupported');
}

/** Reads a file whole. What is too large is read to its end but not kept, so that the answer arrives. */
export async function readUpload(request: FastifyRequest, payload: AsyncIterable<Buffer>): Promise<Buffer> {
  if (!takesFiles(request)) throw wrongMedia(request);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of payload) {
    size += chunk.length;
    if (size <= FILE_LIMIT) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (size > FILE_LIMIT) throw apiProblem('import.tooLarge', { limitMib: FILE_LIMIT_MIB });
  return Buffer.concat(chunks);
}
