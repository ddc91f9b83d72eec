import type { Calendars } from '../../processes/kernel/calendar.ts';
import type { DeadlineState } from '../../processes/kernel/case.ts';
import { openDeadlines } from '../../processes/kernel/deadline.ts';
import type { Process } from '../../processes/kernel/define-process.ts';
import type { SettingValues } from '../../processes/kernel/define-rules.ts';
import { rejudged } from '../../processes/kernel/rejudge.ts';
import type { CaseRecord } from '../../workflows/case.messages.ts';

export interface ChangedClocks {
  /** All open clocks as they would be. */
  clocks: DeadlineState[];
  /** One of them cannot be judged anew. */
  undecided: boolean;
  /** The most pressing of those that would be otherwise. */
  first: { before: DeadlineState; after: DeadlineState } | undefined;
}

/** The open clocks of a case, had these figures held when each of them started. */
export function changedClocks(
  { rules }: Process,
  record: CaseRecord,
  figures: SettingValues,
  calendars: Calendars,
): ChangedClocks {
  const other = { settings: { ...record.settings, ...figures }, calendars };
  const pairs = openDeadlines(record.deadlines).map((before) => ({
    before,
    after: rejudged(rules, record, before, other),
  }));
  const changed = pairs.flatMap(({ before, after }) =>
    after === 'undecided' || after === before ? [] : [{ before, after }],
  );
  const [pressing] = openDeadlines(changed.map(({ after }) => after));
  return {
    clocks: pairs.map(({ before, after }) => (after === 'undecided' ? before : after)),
    undecided: pairs.some(({ after }) => after === 'undecided'),
    first: changed.find(({ after }) => after === pressing),
  };
}
