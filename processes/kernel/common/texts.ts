/** The words of the common commands, joined with those of a process: its clocks and its reasons have names there. */
import { type PauseReasonName, pauseReasons } from '../../law/pause-reasons.ts';
import type { AnyTexts, FieldText } from '../define-process.ts';
import type { AnyRules, DeadlineRule } from '../define-rules.ts';
import { type Locale, say } from '../text.ts';
import { type CommonCommand, type CommonEvent, type DeadlineCommand, deadlinesWith } from './commands.ts';
import { commonEn } from './texts.en.ts';
import { commonZh } from './texts.zh-CN.ts';

type Field =
  | 'deadline'
  | 'by'
  | 'extensionReason'
  | 'verdict'
  | 'pauseReason'
  | 'note'
  | 'until'
  | 'reviewOn'
  | 'caseId'
  | 'number'
  | 'relation';

export interface CommonTexts {
  commands: Record<CommonCommand, { title: string; past: string }>;
  events: Record<CommonEvent, { past: string }>;
  fields: Record<Field, FieldText>;
  problems: Record<string, { title: string; next: string }>;
  notices: Record<string, string>;
}

/** The words of a process with those of the common commands that it has. */
export function withCommonTexts(rules: AnyRules, texts: AnyTexts, locale: Locale): AnyTexts {
  const common = locale === 'en' ? commonEn : commonZh;
  const { fields } = common;
  const deadlineOf = (command: DeadlineCommand): FieldText =>
    choice(
      fields.deadline,
      deadlinesWith(rules, command).map((key) => [key, texts.deadlines[key] ?? key]),
    );
  const reasons = choice(
    fields.pauseReason,
    reasonsOf(rules).map((name) => [name, reasonWords(name, locale)]),
  );
  const everyDeadline = choice(fields.deadline, Object.entries(texts.deadlines));
  const asked = deadlineOf('deadline.askExtension');
  return {
    ...texts,
    commands: { ...common.commands, ...texts.commands },
    events: { ...common.events, ...texts.events },
    problems: { ...common.problems, ...texts.problems },
    notices: { ...common.notices, ...texts.notices },
    fields: {
      ...texts.fields,
      'deadline.askExtension': { deadline: asked, by: fields.by, reason: fields.extensionReason },
      'deadline.decideExtension': { deadline: asked, verdict: fields.verdict, reason: fields.extensionReason },
      'deadline.pause': {
        deadline: deadlineOf('deadline.pause'),
        reason: reasons,
        note: fields.note,
        until: fields.until,
        reviewOn: fields.reviewOn,
      },
      'deadline.resume': { deadline: deadlineOf('deadline.resume'), note: fields.note },
      'case.link': { caseId: fields.caseId, number: fields.number, relation: fields.relation },
      'extension.late': { deadline: asked },
      'deadline.return': { deadline: deadlineOf('deadline.resume') },
      'deadline.reminded': { deadline: everyDeadline },
      'deadline.urged': { deadline: everyDeadline },
      'deadline.ordered': { deadline: everyDeadline },
    },
  };
}

/** Every reason that a clock of the process knows. */
export function reasonsOf(rules: AnyRules): string[] {
  const reasons = Object.values<DeadlineRule<string, string>>(rules.deadlines).flatMap(
    ({ pause }) => pause?.reasons ?? [],
  );
  return [...new Set(reasons)];
}

/** A lawful reason in words. */
export function reasonWords(name: string, locale: Locale): string {
  return Object.hasOwn(pauseReasons, name) ? say(pauseReasons[name as PauseReasonName].title, locale) : name;
}

function choice(text: FieldText, options: readonly (readonly [string, string])[]): FieldText {
  const labelled = typeof text === 'string' ? { label: text } : text;
  return { ...labelled, options: Object.fromEntries(options) };
}
