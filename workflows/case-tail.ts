import type { Problem } from '../processes/kernel/problem.ts';
import { assert, problem } from '../processes/kernel/problem.ts';
import type { Step, Written } from './case.messages.ts';

/**
 * What was accepted and may not stand in PostgreSQL yet. A step is given to whoever moves the case until the case is told
 * that PostgreSQL has committed it; nothing else ends its stay here, so whoever dies on the way loses nothing.
 */
export interface Tail {
  add(step: Step): void;
  /** The steps after what a sender has read. */
  after(written: Written | null): Step[];
  /** Why a sender's reading cannot be of this case; undefined where it can. */
  fault(written: Written | null): Problem | undefined;
  /** Drops what is said to be committed. */
  told(written: Written | null): void;
  all(): Step[];
  isEmpty(): boolean;
  written(): Written | null;
}

export function createTail(carried: { written: Written | null; unwritten: Step[] }): Tail {
  let { written, unwritten } = carried;

  const seqOf = (step: Step): number => step.entries.at(-1)?.seq ?? 0;
  const lastSeq = (): number => Math.max(written?.seq ?? 0, ...unwritten.map(seqOf));

  function stateHashAt(seq: number): string | undefined {
    if (written?.seq === seq) return written.stateHash;
    return unwritten.flatMap(({ entries }) => entries).find((entry) => entry.seq === seq)?.stateHash;
  }

  function fault(told: Written | null): Problem | undefined {
    if (told === null) return undefined;
    // PostgreSQL holds what this workflow never decided: it was restored from an older backup, or is not this case's own.
    if (told.seq > lastSeq()) return problem('record.ahead');
    const known = stateHashAt(told.seq);
    const differs = known !== undefined && known !== '' && told.stateHash !== '' && known !== told.stateHash;
    return differs ? problem('record.differs') : undefined;
  }

  return {
    add: (step) => {
      unwritten = [...unwritten, step];
    },
    after: (told) => unwritten.filter((step) => seqOf(step) > (told?.seq ?? 0)),
    fault,
    told: (told) => {
      if (told === null) return;
      // The validator has refused it where it came from a sender; in a replay it is the code that computes another state.
      assert(fault(told) === undefined, `what was recorded as entry ${told.seq} is what the code computes`);
      if (told.seq < (written?.seq ?? 0)) return;
      written = told;
      unwritten = unwritten.filter((step) => seqOf(step) > told.seq);
    },
    all: () => unwritten,
    isEmpty: () => unwritten.length === 0,
    written: () => written,
  };
}
