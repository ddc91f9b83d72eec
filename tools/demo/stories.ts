import { cleanUpStories } from './clean-up.ts';
import { dispatchStories } from './dispatch.ts';
import { orderStories } from './orders.ts';
import { drillProposals } from './proposal-drills.ts';
import { proposalTurns } from './proposal-turns.ts';
import { firstProposals, realProposals } from './proposals.ts';
import { refusalStories } from './refusal.ts';
import { sealStories } from './seal.ts';
import { sealTurns } from './seal-turns.ts';
import { admissionStories } from './service-item-admission.ts';
import type { Story } from './story.ts';
import { turns } from './turns.ts';

/** What a visitor sees first; it is there before the address is told. */
export const firstStories: readonly Story[] = firstProposals;

/**
 * Loaded after it: in this order, because tasks rest on items, refusals on the list, and orders on what they are about.
 * Whatever is told anew comes at the end, so that the numbers of the others stay.
 */
export const laterStories: readonly Story[] = [
  ...realProposals,
  ...admissionStories,
  ...dispatchStories,
  ...refusalStories,
  ...cleanUpStories,
  ...sealStories,
  ...drillProposals,
  ...orderStories,
  ...turns,
  ...sealTurns,
  ...proposalTurns,
];
