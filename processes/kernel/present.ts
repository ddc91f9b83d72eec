import { isStaffRole, type RoleName, roles } from '../organisation.ts';
import type { Actor } from './actor.ts';
import { isInLine, isWithin } from './actor.ts';
import { expectationsOf } from './addressees.ts';
import type { Calendars } from './calendar.ts';
import type { CaseLink, CaseState, DeadlineState } from './case.ts';
import { dateOf, type Instant, isoOf } from './clock.ts';
import { commonValues } from './common/values.ts';
import { type Light, lightIn, lightOf, lightTextIn, openDeadlines } from './deadline.ts';
import type { FieldText, GateLine, Process } from './define-process.ts';
import type { AnyRules, StateRule } from './define-rules.ts';
import { permissionOf, relatedOffices, relationsOf } from './permission.ts';
import { type CommandView, presentCommands } from './present-commands.ts';
import { type DeadlineView, type PastDeadlineView, presentDeadline, presentPastDeadlines } from './present-deadline.ts';
import { presentSections } from './present-sections.ts';
import type { SectionView } from './sections.ts';
import { fill, type Locale, say } from './text.ts';
import { cleanerOf } from './without-persons.ts';

/** What readers need of a case; the workflow's answer and the stored view both have this shape. */
export type ReadableCase = Omit<CaseState, 'calendars' | 'relays' | 'number'> & { number: string; hash: string };

/** The public view of a case; its fields are relied on by others and stay. Time stamps are ISO 8601 with offset. */
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
  /** Limits that are over. */
  pastDeadlines: PastDeadlineView[];
  /** Cases that belong to this one, such as supervision orders. */
  links: LinkView[];
  /** Most expected first. */
  commands: CommandView[];
  receipt: string;
  /** What happens next, and by whom. */
  next: string;
  /** Nothing can happen in it any more. */
  ended: boolean;
  /** The matter itself. */
  sections: SectionView[];
  /** What has to be open before the case may go on. */
  gates: GateView[];
}

export interface GateView {
  title: string;
  open: boolean;
  text?: string;
}

export interface TaskView {
  command: string;
  title: string;
  /** Who is expected to act: office or relation in words. */
  who: string;
  mine: boolean;
}

export interface LinkView {
  caseId: string;
  number: string;
  relation: string;
  relationText: string;
}

/** The case as one person may see it at an instant: words, lights, and just the commands he may give now. */
export function presentCase(input: {
  process: Process;
  record: ReadableCase;
  actor: Actor;
  at: Instant;
  locale: Locale;
  calendars: Calendars;
  /** Names of organisations by their id. */
  orgNames?: ReadonlyMap<string, string> | undefined;
}): CaseView {
  const { process, record, actor, at, locale, calendars, orgNames } = input;
  const { rules } = process;
  const texts = process.texts[locale];
  const open = openDeadlines(record.deadlines);
  const rule = stateRule(rules, record.state);
  const light = lightIn(rule.kind, caseLight(open, at));
  const viewer = viewerKind(rules, record, actor);
  const presented = rules.present(record.data, { kind: viewer, id: actor.id });
  // Neighbours read here no more of persons than everybody does.
  const data = viewer === 'public' ? cleanerOf(process, record.data, locale).cleanIn(presented) : presented;
  const caseNumbers = new Map(record.links.map(({ caseId, number }) => [caseId, number]));
  return {
    id: record.id,
    number: numberInRound(record.number, record.data.round),
    process: record.process,
    version: record.version,
    round: record.data.round,
    state: record.state,
    stateText: texts.states[record.state]?.title ?? record.state,
    stage: rule.stage,
    seq: record.seq,
    title: titleFor(process, record, actor, locale),
    org: record.org.id,
    drill: record.drill,
    light,
    lightText: say(lightTextIn(rule.kind, light), locale),
    openedAt: isoOf(record.openedAt),
    changedAt: isoOf(record.changedAt),
    data,
    tasks: tasksOf({ process, record, actor, at, locale, calendars }),
    deadlines: open.map((deadline) => presentDeadline(process, deadline, { at, locale, calendars, viewer })),
    pastDeadlines: presentPastDeadlines(process, record.deadlines, locale),
    links: record.links.map((link) => linkView(process, link, locale)),
    commands: presentCommands({ process, record, actor, at, locale, calendars, seesData: viewer !== 'public' }),
    receipt: record.hash,
    next: texts.states[record.state]?.next ?? '',
    ended: rule.kind === 'final',
    sections: presentSections(data, { process, locale, today: dateOf(at), orgNames, caseNumbers }),
    gates: (process.gates?.(data) ?? []).map((gate) => gateView(gate, locale, orgNames)),
  };
}

/** The title of a case; one that was never given one is called by its process and number. */
export function titleOf(process: Process, record: ReadableCase, locale: Locale): string {
  return titleIn(process, { title: process.rules.titleOf(record.data), number: record.number }, locale);
}

/** The title as one person may read it: neighbours without the names of persons that stand in it. */
export function titleFor(process: Process, record: ReadableCase, actor: Actor, locale: Locale): string {
  const title = titleOf(process, record, locale);
  const isNeighbour = viewerKind(process.rules, record, actor) === 'public';
  return isNeighbour ? cleanerOf(process, record.data, locale).clean(title) : title;
}

/** The title of a case where it is known already, as in a list. */
export function titleIn(
  process: Process,
  { title, number }: { title: string; number: string },
  locale: Locale,
): string {
  return title.trim() === '' ? `${process.texts[locale].title} ${number}` : title;
}

/** Reasons name an organisation by its id; people read its name. */
function gateView(gate: GateLine, locale: Locale, orgNames: ReadonlyMap<string, string> = new Map()): GateView {
  const { title, open, text } = gate;
  if (!text) return { title: say(title, locale), open };
  const named = [...orgNames].reduce((said, [id, name]) => said.replaceAll(`“${id}”`, `“${name}”`), say(text, locale));
  return { title: say(title, locale), open, text: named };
}

/** Each turn of the loop has its own number: `…-2026-0001`, then `…-2026-0001-R2`. */
export function numberInRound(number: string, round: number): string {
  return round > 1 ? `${number}-R${round}` : number;
}

/** The worst light of the running clocks; grey if none runs. */
export function caseLight(open: readonly DeadlineState[], at: Instant): Light {
  const lights = open.map((deadline) => lightOf(deadline, at));
  return (['red', 'yellow', 'green'] as const).find((light) => lights.includes(light)) ?? 'grey';
}

/** Staff of the organisation or above, or of an office that the case asks; somebody related to it; or the public. */
export function viewerKind(rules: AnyRules, record: ReadableCase, actor: Actor): 'staff' | 'self' | 'public' {
  if (isStaff(actor, record.org.id)) return 'staff';
  const offices = relatedOffices(rules, record.data).filter(({ role, org }) =>
    actor.holdings.some((holding) => holding.role === role && isWithin(org, holding.org)),
  );
  if (offices.length > 0) return offices.some(({ role }) => isStaffRole(role)) ? 'staff' : 'self';
  return relationsOf(rules, record.data, actor.id).length > 0 ? 'self' : 'public';
}

/** True if the person holds an office of staff that reaches the organisation. */
export function isStaff(actor: Actor, org: string): boolean {
  return actor.holdings.some((holding) => isStaffRole(holding.role) && isWithin(org, holding.org));
}

/** True if the person may see the case at all: staff, anybody related, or residents of the community where it is public. */
export function maySee(rules: AnyRules, record: ReadableCase, actor: Actor): boolean {
  if (viewerKind(rules, record, actor) !== 'public') return true;
  // What a district keeps is seen in its communities as well.
  const inCommunity = actor.holdings.some((holding) => isInLine(record.org.id, holding.org));
  return inCommunity && stateRule(rules, record.state).visibleTo === 'community';
}

/** What a state is to the world. */
export function stateRule(rules: AnyRules, state: string): StateRule<string, string> {
  const rule: StateRule<string, string> | undefined = rules.states[state];
  if (!rule) throw new Error(`Broken invariant: ${rules.id} knows the state ${state}`);
  return rule;
}

function tasksOf(input: {
  process: Process;
  record: ReadableCase;
  actor: Actor;
  at: Instant;
  locale: Locale;
  calendars: Calendars;
}): TaskView[] {
  const { process, record, actor, at, locale, calendars } = input;
  const { rules } = process;
  const texts = process.texts[locale];
  return expectationsOf(rules, record, { at, calendars }).map(({ command, grant }) => ({
    command,
    title: texts.commands[command]?.title ?? command,
    who: grantWords(process, grant, locale),
    mine: !('refused' in permissionOf({ rules, command, actor, org: record.org.id, data: record.data })),
  }));
}

function linkView(process: Process, link: CaseLink, locale: Locale): LinkView {
  const { caseId, number, relation } = link;
  const text: FieldText | undefined = process.texts[locale].fields['case.link']?.['relation'];
  const options = typeof text === 'object' ? text.options : undefined;
  return { caseId, number, relation, relationText: options?.[relation] ?? relation };
}

/** A role or relation in words. */
export function grantWords(process: Process, grant: string, locale: Locale): string {
  if (grant === 'system') return locale === 'en' ? 'System' : '系统';
  if (grant.startsWith('#')) return process.texts[locale].relations[grant.slice(1)] ?? grant;
  return say(roles[grant as RoleName].title, locale);
}

/** The sentence of a ledger entry. Enumerated values of the form are given by their names. */
export function entryWords(input: {
  process: Process;
  entry: { type: string; actor: { name: string } | null; form: object };
  locale: Locale;
  /** Names of organisations by their id. */
  orgNames?: ReadonlyMap<string, string>;
}): string {
  const { process, entry, locale, orgNames } = input;
  const texts = process.texts[locale];
  const past = texts.commands[entry.type]?.past ?? texts.events[entry.type]?.past ?? entry.type;
  const fields: Record<string, FieldText> = texts.fields[entry.type] ?? {};
  const values: Record<string, string | number> = {
    actor: entry.actor?.name ?? (locale === 'en' ? 'The system' : '系统'),
  };
  for (const [name, value] of Object.entries({ ...entry.form, ...commonValues(entry, locale) })) {
    const text = fields[name];
    const options = typeof text === 'object' ? text.options : undefined;
    if (typeof value === 'string') values[name] = options?.[value] ?? orgNames?.get(value) ?? value;
    if (typeof value === 'number') values[name] = value;
  }
  return fill(past, values);
}
