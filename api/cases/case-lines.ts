import type { CaseLine } from '../../db/queries/cases.ts';
import type { DeadlineState } from '../../processes/kernel/case.ts';
import { isoOf } from '../../processes/kernel/clock.ts';
import { type Light, lightTextIn, openDeadlines } from '../../processes/kernel/deadline.ts';
import type { Process } from '../../processes/kernel/define-process.ts';
import { numberInRound, stateRule, titleIn } from '../../processes/kernel/present.ts';
import { type Locale, say } from '../../processes/kernel/text.ts';
import { cleanerOf } from '../../processes/kernel/without-persons.ts';
import { processFor } from './case-reader.ts';

/** A case in a list. */
export interface CaseItem {
  id: string;
  number: string;
  process: string;
  processText: string;
  round: number;
  state: string;
  stateText: string;
  /** What happens next, and by whom. */
  next: string;
  /** Of the loop, 1 to 4. */
  stage: number;
  /** Going on, done, or ended. */
  kind: 'open' | 'closed' | 'final';
  seq: number;
  title: string;
  place: string | null;
  org: string;
  orgText: string;
  drill: boolean;
  light: Light;
  lightText: string;
  dueDate: string | null;
  dueAt: string | null;
  provisional: boolean;
  openedAt: string;
  changedAt: string;
}

/** Takes names of persons out of a line that a neighbour reads; whoever knows the case reads it as it was written. */
export function cleanerFor(
  process: Process,
  { neighbours }: Pick<CaseLine, 'neighbours'>,
  locale: Locale,
): (text: string) => string {
  return neighbours ? cleanerOf(process, neighbours, locale).clean : (text) => text;
}

/** A line of a list in words. */
export function presentLine(line: CaseLine, locale: Locale): CaseItem {
  const process = processFor(line);
  const texts = process.texts[locale];
  const clean = cleanerFor(process, line, locale);
  const { stage, kind } = stateRule(process.rules, line.state);
  return {
    id: line.id,
    number: numberInRound(line.number, line.round),
    process: line.process,
    processText: texts.title,
    round: line.round,
    state: line.state,
    stateText: texts.states[line.state]?.title ?? line.state,
    next: texts.states[line.state]?.next ?? '',
    stage,
    kind,
    seq: line.seq,
    title: clean(titleIn(process, line, locale)),
    place: line.place && clean(line.place),
    org: line.org,
    orgText: line.orgName ?? line.org,
    drill: line.drill,
    light: line.light,
    lightText: say(lightTextIn(kind, line.light), locale),
    ...dueIn(line.deadlines),
    openedAt: isoOf(line.openedAt.getTime()),
    changedAt: isoOf(line.changedAt.getTime()),
  };
}

/** When the most pressing running clock ends. */
export function dueIn(deadlines: readonly DeadlineState[]): {
  dueDate: string | null;
  dueAt: string | null;
  provisional: boolean;
} {
  const [first] = openDeadlines(deadlines).filter((deadline) => deadline.pausedSince === null);
  return {
    dueDate: first?.dueDate ?? null,
    dueAt: first ? isoOf(first.dueAt) : null,
    provisional: first?.provisional ?? false,
  };
}
