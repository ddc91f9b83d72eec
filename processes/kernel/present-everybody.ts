import type { Calendars } from './calendar.ts';
import { dateOf, type Instant, isoOf } from './clock.ts';
import { openDeadlines } from './deadline.ts';
import type { Process } from './define-process.ts';
import type { StateRule } from './define-rules.ts';
import { type ItemView, stageWords } from './everybody.ts';
import { numberInRound, type ReadableCase, titleOf } from './present.ts';
import { presentDeadline } from './present-deadline.ts';
import { presentSections } from './present-sections.ts';
import { type Locale, say } from './text.ts';
import { type Cleaner, cleanerOf } from './without-persons.ts';

/** The case as everybody may see it at an instant; null where it is not public. */
export function presentForEverybody(
  process: Process,
  record: ReadableCase,
  at: Instant,
  locale: Locale,
  calendars: Calendars,
): ItemView | null {
  const { rules, everybody } = process;
  const state = everybody?.states[record.state];
  const rule: StateRule<string, string> | undefined = rules.states[record.state];
  if (!everybody || !state || !rule) return null;
  const { stage, kind } = rule;
  const open = openDeadlines(record.deadlines)
    .filter((deadline) => deadline.pausedSince === null)
    .map((deadline) => presentDeadline(process, deadline, { at, locale, calendars }));
  const support = everybody.support?.(record.data as never, record.state) ?? null;
  const view: ItemView = {
    number: numberInRound(record.number, record.data.round),
    caseId: record.id,
    process: record.process,
    processText: process.texts[locale].title,
    title: titleOf(process, record, locale),
    org: record.org.id,
    round: record.data.round,
    drill: record.drill,
    stage,
    stageText: say(stageWords[stage], locale),
    ended: kind === 'final',
    standsText: say(state.stands, locale),
    next: state.next
      ? {
          text: say(state.next, locale),
          until: open[0] ? (open[0].dueDate ?? open[0].dueAt) : null,
          remaining: open[0]?.remaining ?? null,
        }
      : null,
    place: everybody.place(record.data as never),
    support: support && {
      count: support.count,
      needed: support.needed,
      unit: say(support.unit, locale),
      daysLeft: open.find(({ key }) => key === support.deadline)?.remaining ?? null,
    },
    openedAt: isoOf(record.openedAt),
    changedAt: isoOf(record.changedAt),
    sections: presentSections(
      everybody.present(record.data as never),
      { process, locale, today: dateOf(at) },
      everybody.sections,
    ),
  };
  return cleaned(view, cleanerOf(process, record.data, locale));
}

/** Takes names and numbers of persons out of every text that people wrote. */
function cleaned(view: ItemView, { clean }: Cleaner): ItemView {
  return {
    ...view,
    title: clean(view.title),
    place: view.place === null ? null : clean(view.place),
    sections: view.sections.map(({ title, items }) => ({
      title,
      items: items.map((item) => {
        if (item.kind === 'table') return { ...item, rows: item.rows.map((row) => row.map(clean)) };
        return { ...item, text: clean(item.text) };
      }),
    })),
  };
}
