import { cleanUpStories } from './clean-up.ts';
import { dispatchStories } from './dispatch.ts';
import { refusalStories } from './refusal.ts';
import { proposalStories } from './resident-proposal.ts';
import { sealStories } from './seal.ts';
import { admissionStories } from './service-item-admission.ts';
import type { Story } from './story.ts';
import { supervisionOrderStories } from './supervision-order.ts';

export const stories: readonly Story[] = [
  ...proposalStories,
  ...admissionStories,
  ...dispatchStories,
  ...refusalStories,
  ...cleanUpStories,
  ...sealStories,
  ...supervisionOrderStories,
];
