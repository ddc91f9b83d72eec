import { type Client, isGrpcServiceError, ServiceError } from '@temporalio/client';
import type { RecordDependencies } from '../db/record/write.ts';
import type { CalendarYear } from '../processes/kernel/calendar.ts';
import { type RollOutKey, rollOutCommandId, rollOutName } from '../workflows/calendar-roll-out.messages.ts';
import { CLOSED, createCaseSender } from '../workflows/case.client.ts';

export type Told = { outcome: 'told' | 'closed' } | { outcome: 'trouble'; trouble: string };

/** How long one case may take: longer than the recorder of a case waits for PostgreSQL before it goes on by itself. */
const WAIT_MS = 10_000;

/** Gives a case its table. The id of the update is that of the roll-out, and the case looks at what it already holds. */
export async function tellCase(
  dependencies: RecordDependencies & { client: Client },
  { caseId, key, table }: { caseId: string; key: RollOutKey; table: CalendarYear },
): Promise<Told> {
  const rollOut = rollOutName(key);
  const { client } = dependencies;
  const sender = createCaseSender(dependencies, (call) => client.withDeadline(Date.now() + WAIT_MS, call));
  try {
    const told = await sender.tables(caseId, { calendars: [table], rollOut }, rollOutCommandId(rollOut, caseId));
    return { outcome: told === CLOSED ? 'closed' : 'told' };
  } catch (error) {
    // Without Temporal no case can be told: that is no fault of this one, and the activity is tried again.
    if (isAway(error)) throw error;
    return { outcome: 'trouble', trouble: reasonOf(error) };
  }
}

const UNAVAILABLE = 14;

function isAway(error: unknown): boolean {
  return codeOf(error) === UNAVAILABLE || (error instanceof Error && /^Failed to connect/.test(error.message));
}

function codeOf(error: unknown): number | undefined {
  const cause = error instanceof ServiceError ? error.cause : error;
  return isGrpcServiceError(cause) ? cause.code : undefined;
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error ? `${String(error)}: ${cause.message}` : String(error);
}
