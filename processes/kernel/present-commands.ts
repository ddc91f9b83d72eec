import type { Actor } from './actor.ts';
import { expectationsOf } from './addressees.ts';
import type { Calendars } from './calendar.ts';
import type { Instant } from './clock.ts';
import { isCommonCommand } from './common/commands.ts';
import { offeredDeadlines } from './common/offer.ts';
import { brokenCondition } from './condition.ts';
import { accepts } from './decide.ts';
import type { Process } from './define-process.ts';
import { choosing, formSchema, type JsonSchema, narrowed } from './form-schema.ts';
import { grantHeld, permissionOf } from './permission.ts';
import type { ReadableCase } from './present.ts';
import type { Locale } from './text.ts';

export interface CommandView {
  name: string;
  title: string;
  form: JsonSchema;
  /** The case waits for it. */
  expected: boolean;
  /** What stands already in the form. */
  values?: Record<string, unknown>;
}

interface Asked {
  process: Process;
  record: ReadableCase;
  actor: Actor;
  at: Instant;
  locale: Locale;
  calendars: Calendars;
  /** The person may see the data, so that a form may show what it would replace. */
  seesData?: boolean;
}

/**
 * The commands a person may give now, each with its form: first what the case waits for from him, then what it waits for from
 * others, then the rest as the process lists them, rare ones last. A condition that needs the form does not hide one.
 */
export function presentCommands(asked: Asked): CommandView[] {
  const { process, record, actor, at, locale, calendars } = asked;
  const { rules } = process;
  const { org, data, settings } = record;
  const facts = { at, caseId: record.id, org, settings, calendars, registers: [] };
  const expected = expectationsOf(rules, record, { at, calendars });
  const rank = (command: string): number => {
    const grants = expected.filter((step) => step.command === command).map(({ grant }) => grant);
    if (grants.length === 0) return process.rare?.includes(command) ? 4 : isCommonCommand(command) ? 3 : 2;
    return grantHeld({ rules, grants, actor, org: org.id, data }) === undefined ? 1 : 0;
  };
  return Object.keys(rules.permissions)
    .filter((command) => accepts(rules, record.state, command))
    .filter((command) => !('refused' in permissionOf({ rules, command, actor, org: org.id, data })))
    .filter((command) => !brokenCondition(rules, command, { data, form: null, actor, facts }))
    .filter((command) => !rules.pointless?.[command]?.({ data, actor }))
    .map((command) => ({ command, rank: rank(command) }))
    .sort((one, other) => one.rank - other.rank)
    .flatMap(({ command, rank }): CommandView[] => {
      const form = formFor(asked, command);
      if (!form) return [];
      const title = process.texts[locale].commands[command]?.title ?? command;
      const values = asked.seesData ? process.values?.[command]?.(data as never, facts) : undefined;
      return [
        {
          name: command,
          title,
          form,
          expected: rank < 2,
          ...(values ? { values: values as Record<string, unknown> } : {}),
        },
      ];
    });
}

/** Fields in which only what the case holds can stand offer just that, by its name. */
function withChoices({ process, record, seesData }: Asked, command: string, form: JsonSchema): JsonSchema {
  const choices = seesData ? process.choices?.[command]?.(record.data as never) : undefined;
  return Object.entries(choices ?? {}).reduce((schema, [field, options]) => choosing(schema, field, options), form);
}

/** A common command is offered where it can be given, and its form names just those clocks. */
function formFor(asked: Asked, command: string): JsonSchema | undefined {
  const { process, record, actor, at, locale } = asked;
  const form = formSchema(process, command, locale);
  if (!isCommonCommand(command) || command === 'case.link') return withChoices(asked, command, form);
  const deadlines = offeredDeadlines({ rules: process.rules, record, command, actor, at });
  return deadlines.length > 0 ? narrowed(form, 'deadline', deadlines) : undefined;
}
