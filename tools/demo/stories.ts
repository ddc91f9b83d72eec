import { cleanUpStories } from './clean-up.ts';
import { dispatchStories } from './dispatch.ts';
import { orderStories } from './orders.ts';
import { drillProposals } from './proposal-drills.ts';
import { firstProposals, realProposals } from './proposals.ts';
import { refusalStories } from './refusal.ts';
import { sealStories } from './seal.ts';
import { admissionStories } from './service-item-admission.ts';
import type { Story } from './story.ts';

/** What a visitor sees first; it is there before the address is told. */
export const firstStories: readonly Story[] = firstProposals;

/**
 * Loaded after it: in this order, because tasks rest on items, refusals on the list, and orders on what they are about. What
 * lives through weeks of its own time takes longest and comes last.
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
];
