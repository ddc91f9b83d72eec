import { proposalSetup } from './machine-setup.ts';
import { draft } from './proposers.ts';
import { implementingStage } from './stages/implementing.ts';
import { planningStage } from './stages/planning.ts';
import { proposingStage } from './stages/proposing.ts';
import { supervisingStage } from './stages/supervising.ts';

/** The loop of a resident proposal: one flat machine, read in the order of its four stages. */
export const machine = proposalSetup.createMachine({
  id: 'resident-proposal',
  context: ({ input }) => draft(input),
  initial: 'draft',
  states: {
    ...proposingStage,
    ...planningStage,
    ...implementingStage,
    ...supervisingStage,
    declined: { type: 'final' },
    rejected: { type: 'final' },
    archived: { type: 'final' },
    withdrawn: { type: 'final' },
    terminated: { type: 'final' },
    lapsed: { type: 'final' },
  },
});
