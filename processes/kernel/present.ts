import { type RoleName, roles } from '../organisation.ts';
import type { Actor } from './actor.ts';
import { isWithin } from './actor.ts';
import type { Calendars } from './calendar.ts';
import type { CaseState, DeadlineState } from './case.ts';
import { dateOf, daysBetween, type Instant, isoOf } from './clock.ts';
import { type Light, lightOf, lightWords, openDeadlines } from './deadline.ts';
import { accepts, brokenCondition } from './decide.ts';
import type { FieldText, Process } from './define-process.ts';
import type { AnyRules, DeadlineRule, Source, StateRule } from './define-rules.ts';
import { formSchema, type JsonSchema } from './form-schema.ts';
import { workingDaysLeft } from './limit.ts';
import { permissionOf, relationsOf } from './permission.ts';
import { fill, type Locale, say } from './text.ts';

/** What readers need of a case; the workflow's answer and the stored view both have this shape. */
export type ReadableCase = Omit<CaseState, 'calendars' | 'relays' | 'number'> & { number: string; hash: string };

/** The public view of a case (design.md §5, fixed). Time stamps are ISO 8601 with offset. */
export interface CaseView {
  id: string;
  number: string;
  process: string;
  version: number;
  round: number;
  state: string;
  stateText: string;
  stage: number;
  seq: number;
  title: string;
  org: string;
  drill: boolean;
  light: Light;
  lightText: string;
  openedAt: string;
  changedAt: string;
  data: Record<string, unknown>;
  tasks: TaskView[];
  deadlines: DeadlineView[];
  commands: CommandView[];
  receipt: string;
}

export interface TaskView {
  command: string;
  title: string;
  /** Who is expected to act: office or relation in words. */
  who: string;
  mine: boolean;
}

export interface DeadlineView {
  key: string;
  title: string;
  startedAt: string;
  dueDate: string | null;
  dueAt: string;
  provisional: boolean;
  light: Light;
  lightText: string;
  remaining: string;
  explanation: string;
  pausedSince?: string;
  source: { title: string; at?: string; standing: Source['standing'] };
}

export interface CommandView {
  name: string;
  title: string;
  form: JsonSchema;
}

/** The case as one person may see it at an instant: words, lights, and just the commands he may give now. */
export function presentCase(input: {
  process: Process;
  record: ReadableCase;
  actor: Actor;
  at: Instant;
  locale: Locale;
  calendars: Calendars;
}): CaseView {
  const { process, record, actor, at, locale, calendars } = input;
  const { rules } = process;
  const texts = process.texts[locale];
  const open = openDeadlines(record.deadlines);
  const light = caseLight(open, at);
  return {
    id: record.id,
    number: numberInRound(record.number, record.data.round),
    process: record.process,
    version: record.version,
    round: record.data.round,
    state: record.state,
    stateText: texts.states[record.state]?.title ?? record.state,
    stage: stateRule(rules, record.state).stage,
    seq: record.seq,
    title: rules.titleOf(record.data),
    org: record.org.id,
    drill: record.drill,
    light,
    lightText: say(lightWords[light], locale),
    openedAt: isoOf(record.openedAt),
    changedAt: isoOf(record.changedAt),
    data: rules.present(record.data, { kind: viewerKind(rules, record, actor), id: actor.id }),
    tasks: tasksOf(process, record, actor, locale),
    deadlines: open.map((deadline) => presentDeadline(process, deadline, { at, locale, calendars })),
    commands: commandsFor({ process, record, actor, at, locale, calendars }),
    receipt: record.hash,
  };
}

/** Each turn of the loop has its own number: `…-2026-0001`, then `…-2026-0001-R2` (domain.md §1.8). */
export function numberInRound(number: string, round: number): string {
  return round > 1 ? `${number}-R${round}` : number;
}

/** The worst light of the running clocks; grey if none runs. */
export function caseLight(open: readonly DeadlineState[], at: Instant): Light {
  const lights = open.map((deadline) => lightOf(deadline, at));
  return (['red', 'yellow', 'green'] as const).find((light) => lights.includes(light)) ?? 'grey';
}

/** Staff of the organisation or above, somebody related to the case, or the public. */
export function viewerKind(rules: AnyRules, record: ReadableCase, actor: Actor): 'staff' | 'self' | 'public' {
  if (isStaff(actor, record.org.id)) return 'staff';
  return relationsOf(rules, record.data, actor.id).length > 0 ? 'self' : 'public';
}

/** True if the person holds an office, other than being a resident, that reaches the organisation. */
export function isStaff(actor: Actor, org: string): boolean {
  return actor.holdings.some((holding) => holding.role !== 'resident' && isWithin(org, holding.org));
}

/** True if the person may see the case at all: staff, anybody related, or residents of the community where it is public. */
export function maySee(rules: AnyRules, record: ReadableCase, actor: Actor): boolean {
  if (viewerKind(rules, record, actor) !== 'public') return true;
  const inCommunity = actor.holdings.some((holding) => isWithin(record.org.id, holding.org));
  return inCommunity && stateRule(rules, record.state).visibleTo === 'community';
}

function stateRule(rules: AnyRules, state: string): StateRule<string, string> {
  const rule: StateRule<string, string> | undefined = rules.states[state];
  if (!rule) throw new Error(`Broken invariant: ${rules.id} knows the state ${state}`);
  return rule;
}

function tasksOf(process: Process, record: ReadableCase, actor: Actor, locale: Locale): TaskView[] {
  const { rules } = process;
  const texts = process.texts[locale];
  return Object.entries(stateRule(rules, record.state).expects).map(([command, grant]) => ({
    command,
    title: texts.commands[command]?.title ?? command,
    who: grantWords(process, grant as string, locale),
    mine: !('refused' in permissionOf({ rules, command, actor, org: record.org.id, data: record.data })),
  }));
}

/** A role or relation in words. */
export function grantWords(process: Process, grant: string, locale: Locale): string {
  if (grant === 'system') return locale === 'en' ? 'System' : '系统';
  if (grant.startsWith('#')) return process.texts[locale].relations[grant.slice(1)] ?? grant;
  return say(roles[grant as RoleName].title, locale);
}

/** One clock in words. */
export function presentDeadline(
  process: Process,
  deadline: DeadlineState,
  reading: { at: Instant; locale: Locale; calendars: Calendars },
): DeadlineView {
  const { at, locale, calendars } = reading;
  const rule: DeadlineRule<string, string> | undefined = process.rules.deadlines[deadline.key];
  if (!rule) throw new Error(`Broken invariant: ${process.rules.id} knows the deadline ${deadline.key}`);
  const light = lightOf(deadline, at);
  return {
    key: deadline.key,
    title: process.texts[locale].deadlines[deadline.key] ?? deadline.key,
    startedAt: isoOf(deadline.startedAt),
    dueDate: deadline.dueDate,
    dueAt: isoOf(deadline.dueAt),
    provisional: deadline.provisional,
    light,
    lightText: say(lightWords[light], locale),
    remaining: remainingWords(deadline, at, locale, calendars),
    explanation: say(deadline.explanation, locale),
    ...(deadline.pausedSince === null ? {} : { pausedSince: isoOf(deadline.pausedSince) }),
    source: presentSource(rule.source, locale),
  };
}

/** A source in words. */
export function presentSource(source: Source, locale: Locale): DeadlineView['source'] {
  return { title: say(source.title, locale), ...(source.at ? { at: source.at } : {}), standing: source.standing };
}

function remainingWords(deadline: DeadlineState, at: Instant, locale: Locale, calendars: Calendars): string {
  const zh = locale === 'zh-CN';
  if (deadline.pausedSince !== null) return zh ? '计时已暂停' : 'the clock stands still';
  if (deadline.dueDate === null) {
    const minutes = Math.floor(Math.abs(deadline.dueAt - at) / 60_000);
    const span = zh
      ? `${Math.floor(minutes / 60)}小时${minutes % 60}分`
      : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
    if (at >= deadline.dueAt) return zh ? `已超期${span}` : `${span} overdue`;
    return zh ? `还剩${span}` : `${span} left`;
  }
  if ('workingDays' in deadline.limit) {
    const { workingDays: days } = workingDaysLeft({ at, dueDate: deadline.dueDate, calendars });
    if (at >= deadline.dueAt && days === 0) return zh ? '已超期,尚不足1个工作日' : 'overdue by less than a working day';
    if (at >= deadline.dueAt) return zh ? `已超期${-days}个工作日` : `${-days} working days overdue`;
    return days === 0 ? (zh ? '今天到期' : 'due today') : zh ? `还剩${days}个工作日` : `${days} working days left`;
  }
  const days = daysBetween(dateOf(at), deadline.dueDate);
  if (at >= deadline.dueAt) return zh ? `已超期${-days}天` : `${-days} days overdue`;
  return days === 0 ? (zh ? '今天到期' : 'due today') : zh ? `还剩${days}天` : `${days} days left`;
}

/** The commands a person may give now, each with its form; a condition that needs the form does not hide one. */
export function commandsFor(input: {
  process: Process;
  record: ReadableCase;
  actor: Actor;
  at: Instant;
  locale: Locale;
  calendars: Calendars;
}): CommandView[] {
  const { process, record, actor, at, locale, calendars } = input;
  const { rules } = process;
  const facts = { at, caseId: record.id, org: record.org, settings: record.settings, calendars };
  return Object.keys(rules.permissions)
    .filter((command) => accepts(rules, record.state, command))
    .filter((command) => !('refused' in permissionOf({ rules, command, actor, org: record.org.id, data: record.data })))
    .filter((command) => !brokenCondition(rules, command, { data: record.data, form: null, actor, facts }))
    .map((command) => ({
      name: command,
      title: process.texts[locale].commands[command]?.title ?? command,
      form: formSchema(process, command, locale),
    }));
}

/** The sentence of a ledger entry. Enumerated values of the form are given by their names. */
export function entryWords(input: {
  process: Process;
  entry: { type: string; actor: { name: string } | null; form: object };
  locale: Locale;
}): string {
  const { process, entry, locale } = input;
  const texts = process.texts[locale];
  const past = texts.commands[entry.type]?.past ?? texts.events[entry.type]?.past ?? entry.type;
  const fields: Record<string, FieldText> = texts.fields[entry.type] ?? {};
  const values: Record<string, string | number> = {
    actor: entry.actor?.name ?? (locale === 'en' ? 'The system' : '系统'),
  };
  for (const [name, value] of Object.entries(entry.form)) {
    const text = fields[name];
    const options = typeof text === 'object' ? text.options : undefined;
    if (typeof value === 'string') values[name] = options?.[value] ?? value;
    if (typeof value === 'number') values[name] = value;
  }
  return fill(past, values);
}
