import type { Client } from '@temporalio/client';
import { claimCaseRungs } from '../db/queries/clock.ts';
import { type RecordDependencies, writeCase } from '../db/record/write.ts';
import type { RollOutActivities } from '../workflows/calendar-roll-out.messages.ts';
import type { CaseActivities } from '../workflows/case.messages.ts';
import type { ClockActivities } from '../workflows/clock.messages.ts';
import { createClockActivities } from './clock.ts';
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
  const { database } = dependencies;
  return {
    writeSteps: async (answer) => {
      const { seq, number } = await writeCase(dependencies, answer);
      return { seq, number, stateHash: answer.steps.at(-1)?.entries.at(-1)?.stateHash ?? '' };
    },
    relayCommand: (args) => relayCommand(dependencies, args),
    claimCaseRungs: async ({ caseId, at }) => {
      await claimCaseRungs(database, { caseId, now: at, inOfficeHours: true });
    },
    ...createClockActivities(dependencies),
    ...createRollOutActivities(dependencies),
  };
}
