import type { Client } from '@temporalio/client';
import { claimCaseRungs } from '../db/queries/clock.ts';
import type { RollOutActivities } from '../workflows/calendar-roll-out.messages.ts';
import type { CaseActivities } from '../workflows/case.messages.ts';
import type { ClockActivities } from '../workflows/clock.messages.ts';
import { createClockActivities } from './clock.ts';
import { abandonCase, type RecordDependencies, readAnswer, recordCase } from './record-case.ts';
import { relayCommand } from './relay-command.ts';
import { createRollOutActivities } from './roll-out.ts';

export interface ActivityDependencies extends RecordDependencies {
  client: Client;
  /** Where cases run. */
  taskQueue: string;
}

export type Activities = CaseActivities & ClockActivities & RollOutActivities;

/** Everything that writes or calls outside, bound to what it needs. */
export function createActivities(dependencies: ActivityDependencies): Activities {
  const { client, database, taskQueue } = dependencies;
  return {
    recordCase: (args) => recordCase(dependencies, args),
    abandonCase: (args) => abandonCase(database, args),
    readAnswer: ({ commandId }) => readAnswer(database, commandId),
    relayCommand: (args) => relayCommand(dependencies, args),
    claimCaseRungs: async ({ caseId, at }) => {
      await claimCaseRungs(database, { caseId, now: at, inOfficeHours: true });
    },
    ...createClockActivities({ client, database, taskQueue }),
    ...createRollOutActivities({ client, database }),
  };
}
