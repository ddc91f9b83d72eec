import type { SectionRule } from '../../kernel/sections.ts';
import { funds, oversight, works } from './carrying-out.ts';
import { handling, matter, support } from './matter.ts';
import { deciding, planning } from './planning.ts';

/** A proposal as its page shows it, in the order of its life. */
export const sections: readonly SectionRule[] = [
  matter,
  support,
  handling,
  planning,
  deciding,
  funds,
  works,
  oversight,
];
