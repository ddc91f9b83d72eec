import type { StreamPlace } from '../../db/queries/events.ts';
import { apiProblem } from '../problems/api-problem.ts';

/** Reads the id of the last event that a client has seen: `<tx>-<id>`. */
export function readPlace(text: string): StreamPlace {
  const match = /^(\d{1,19})-(\d{1,18})$/.exec(text);
  if (match?.[1] && match[2]) return { tx: BigInt(match[1]), id: BigInt(match[2]) };
  const detail = { zh: '须为收到的最后一个事件的 id', en: 'Must be the id of the last event received' };
  throw apiProblem('query.invalid', {}, { faults: [{ pointer: '/lastEventId', detail }] });
}

export function isAfter(place: StreamPlace, other: StreamPlace): boolean {
  return place.tx > other.tx || (place.tx === other.tx && place.id > other.id);
}
