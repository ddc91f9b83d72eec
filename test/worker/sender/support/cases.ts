import { sql } from 'kysely';
import type { Database } from '../../../../db/pool.ts';
import type { DeadlineState } from '../../../../processes/kernel/case.ts';
import { addDays, startOfDay } from '../../../../processes/kernel/clock.ts';
import type { Words } from '../../../../processes/kernel/text.ts';

/** A case as it stands in the view, with one running clock: all that a message looks at. */
export async function insertCase(
  database: Database,
  input: { id: string; number: string; title: string; dueDate: string; explanation?: Words },
): Promise<void> {
  const { id, number, title, dueDate, explanation = { zh: '', en: '' } } = input;
  const dueAt = startOfDay(addDays(dueDate, 1));
  const deadline: DeadlineState = {
    key: 'acceptance',
    round: 1,
    startedAt: dueAt - 864_000_000,
    limit: { workingDays: 5 },
    dueDate,
    dueAt,
    warnAt: dueAt,
    provisional: false,
    explanation,
    calendarVersion: '2026v1',
    counting: { from: dueAt - 864_000_000, limit: { workingDays: 5 }, extensions: [] },
    pausedSince: null,
    left: null,
    endedAt: null,
    endedBecause: null,
    extensions: [],
    pauses: [],
    moves: [],
    askedLate: false,
  };
  const record = { id, number, deadlines: [deadline] };
  await sql`
    insert into case_view (id, number, process, version, org, drill, state, kind, visible_to, seq, round, title, related,
      record, hash, opened_at, changed_at)
    values (${id}, ${number}, 'resident-proposal', 1, 'chaoyang.anzhen.anzhenxili', false, 'awaitingAcceptance', 'open',
      'related', 1, 1, ${title}, array['p-li'], ${JSON.stringify(record)}, 'hash', now(), now())`.execute(database);
}
