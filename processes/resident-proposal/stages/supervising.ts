import { reopen } from '../evaluation.ts';
import { change, proposalSetup, tell } from '../machine-setup.ts';
import { closeAudit } from '../supporters.ts';
import { recordPatrol } from '../works.ts';

const { createStateConfig } = proposalSetup;

/** Closed, and still watched: patrols go on, and a supervisor can open a new round. */
const standingSupervision = createStateConfig({
  on: {
    'patrol.record': { actions: change(recordPatrol) },
    'audit.close': { actions: change(closeAudit) },
    'case.reopen': [
      {
        guard: ({ event }) => event.form.restartAt === 'implementing',
        target: 'implementing',
        actions: [change(reopen), tell('reopened')],
      },
      { target: 'planning', actions: [change(reopen), tell('reopened')] },
    ],
    'supervision.expire': { target: 'archived' },
  },
});

export const supervisingStage = { standingSupervision };
