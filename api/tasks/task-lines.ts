import type { TaskLine } from '../../db/queries/tasks.ts';
import type { Calendars } from '../../processes/kernel/calendar.ts';
import type { DeadlineState } from '../../processes/kernel/case.ts';
import { type Instant, isoOf } from '../../processes/kernel/clock.ts';
import { isCommonCommand } from '../../processes/kernel/common/commands.ts';
import { type Light, lightWords, openDeadlines } from '../../processes/kernel/deadline.ts';
import { grantWords, numberInRound, titleIn } from '../../processes/kernel/present.ts';
import { presentDeadline } from '../../processes/kernel/present-deadline.ts';
import { type Locale, say } from '../../processes/kernel/text.ts';
import { cleanerFor, dueIn } from '../cases/case-lines.ts';
import { processFor } from '../cases/case-reader.ts';
import { type Bucket, bucketOf } from './bucket.ts';

/** A step in somebody's inbox. */
export interface TaskItem {
  case: {
    id: string;
    number: string;
    title: string;
    process: string;
    processText: string;
    state: string;
    stateText: string;
    org: string;
    orgText: string;
    seq: number;
    drill: boolean;
  };
  command: string;
  title: string;
  scope: 'mine' | 'group';
  who: string;
  light: Light;
  lightText: string;
  dueDate: string | null;
  dueAt: string | null;
  provisional: boolean;
  bucket: Bucket;
  /** What is left of the most pressing limit, and how its last day was counted. */
  remaining: string | null;
  explanation: string | null;
  since: string;
}

interface Reading {
  now: Instant;
  locale: Locale;
  calendars: Calendars;
  orgNames: ReadonlyMap<string, string>;
}

/** A line of an inbox in words. */
export function presentTask(line: TaskLine, { now, locale, calendars, orgNames }: Reading): TaskItem {
  const process = processFor(line);
  const texts = process.texts[locale];
  const expects: Readonly<Record<string, string | undefined>> = process.rules.states[line.state]?.expects ?? {};
  const grant = line.role ?? expects[line.command];
  const at = now + line.clockOffsetMs;
  const [pressing] = openDeadlines(line.deadlines);
  const clock = pressing && presentDeadline(process, pressing, { at, locale, calendars });
  const due = dueIn(line.deadlines);
  return {
    case: {
      id: line.caseId,
      number: numberInRound(line.number, line.round),
      title: cleanerFor(process, line, locale)(titleIn(process, line, locale)),
      process: line.process,
      processText: texts.title,
      state: line.state,
      stateText: texts.states[line.state]?.title ?? line.state,
      org: line.org,
      orgText: orgNames.get(line.org) ?? line.org,
      seq: line.seq,
      drill: line.drill,
    },
    command: line.command,
    title: texts.commands[line.command]?.title ?? line.command,
    scope: line.person === null ? 'group' : 'mine',
    who: grant ? grantWords(process, grant, locale) : '',
    light: line.light,
    lightText: say(lightWords[line.light], locale),
    ...due,
    bucket: bucketOf(line.dueMs, due.dueDate, at),
    remaining: clock?.remaining ?? null,
    explanation: clock?.explanation ?? null,
    since: isoOf(sinceOf(line)),
  };
}

/** A decision on more time is expected since it was asked, any other step since the case came into its state. */
function sinceOf({ command, deadlines, sinceMs }: TaskLine): Instant {
  return isCommonCommand(command) ? Math.max(sinceMs, ...deadlines.flatMap(askedAt)) : sinceMs;
}

function askedAt({ endedAt, extensions }: DeadlineState): Instant[] {
  return endedAt === null ? extensions.filter(({ decision }) => !decision).map((extension) => extension.askedAt) : [];
}
