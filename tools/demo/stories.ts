import { cleanUpStories } from './clean-up.ts';
import { dispatchStories } from './dispatch.ts';
import { refusalStories } from './refusal.ts';
import { bicycleShed, loop, type Step } from './resident-proposal.ts';
import { sealStories } from './seal.ts';
import { admissionStories } from './service-item-admission.ts';
import type { Story } from './story.ts';

const until = (command: string) => {
  const end = loop.findIndex((step: Step) => 'command' in step && step.command === command);
  return loop.slice(0, end);
};
const proposal = (of: Pick<Story, 'name' | 'steps' | 'state'> & { title: string }): Story => ({
  ...of,
  process: 'resident-proposal',
  org: 'chaoyang.anzhen.anzhenxili',
  by: 'liu-guilan',
  form: () => ({ ...bicycleShed(), title: of.title }),
});

/** What a visitor sees first; it is there before the address is told. */
export const firstStories: readonly Story[] = [
  proposal({ name: 'shed', title: '12号楼东侧自行车棚顶棚维修', steps: until('plan.submit'), state: 'planning' }),
  proposal({ name: 'bench', title: '3号楼前增设休息长椅', steps: until('proposal.docket'), state: 'accepted' }),
  proposal({
    name: 'light',
    title: '地下通道照明灯更换',
    steps: until('proposal.accept'),
    state: 'awaitingAcceptance',
  }),
  proposal({ name: 'draft', title: '楼门口无障碍坡道改造', steps: until('proposal.publish'), state: 'draft' }),
];

/** Loaded after it: in this order, because tasks rest on items and refusals on the list. */
export const laterStories: readonly Story[] = [
  ...admissionStories,
  ...dispatchStories,
  ...refusalStories,
  ...cleanUpStories,
  ...sealStories,
];
