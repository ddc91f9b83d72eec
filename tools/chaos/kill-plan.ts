import { type PartName, partNames } from './instance.ts';

/** One kill: how long after the given command was sent. */
export interface Kill {
  part: PartName;
  command: number;
  delayMs: number;
}

/** Long enough to reach past the record step: a command takes some 20 to 40 ms. */
const LONGEST_DELAY_MS = 40;

/** Spreads one kill of each part over the commands of a case, in an order and at moments drawn from the seed. */
export function planKills(seed: number, commands: number): Kill[] {
  const random = drawFrom(seed);
  const order = partNames
    .map((part) => ({ part, key: random() }))
    .sort((left, right) => left.key - right.key)
    .map(({ part }) => part);
  const share = commands / order.length;
  return order.map((part, index) => ({
    part,
    command: Math.min(commands - 1, Math.floor(index * share + random() * share)),
    delayMs: Math.floor(random() * LONGEST_DELAY_MS),
  }));
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function drawFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
