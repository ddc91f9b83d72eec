import type { Client } from '@temporalio/client';
import type { RollOutActivities } from '../workflows/calendar-roll-out.messages.ts';
import type { CaseActivities } from '../workflows/case.messages.ts';
import { abandonCase, type RecordDependencies, readAnswer, recordCase } from './record-case.ts';
import { relayCommand } from './relay-command.ts';
import { createRollOutActivities } from './roll-out.ts';

export interface ActivityDependencies extends RecordDependencies {
  client: Client;
}

/** Everything that writes or calls outside, bound to what it needs. */
export function createActivities(dependencies: ActivityDependencies): CaseActivities & RollOutActivities {
  const { client, database } = dependencies;
  return {
    recordCase: (args) => recordCase(dependencies, args),
    abandonCase: (args) => abandonCase(database, args),
    readAnswer: ({ commandId }) => readAnswer(database, commandId),
    relayCommand: (args) => relayCommand({ client, database }, args),
    ...createRollOutActivities({ client, database }),
  };
}
