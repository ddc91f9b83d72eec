import type { ReadableCase } from '../../../processes/kernel/present.ts';
import type { Walk } from './walk.ts';

/** The case of a walk as readers get it. */
export function readable(walk: Walk): ReadableCase {
  const { calendars: _, relays: __, ...state } = walk.state;
  return { ...state, number: '朝阳-安贞-安贞西里-2026-0001', hash: '0'.repeat(64) };
}
