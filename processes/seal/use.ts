import { dateOf, yearOf } from '../kernel/clock.ts';
import { linesOf, type RegisterLine } from '../kernel/register.ts';
import type { SealData } from './data.ts';
import type { Act } from './names.ts';

export function recordDecision(data: SealData, event: Act<'decision.record'>): SealData {
  return { ...data, decision: { ...event.form, by: event.actor, at: event.facts.at } };
}

export function endPublicity(data: SealData, event: Act<'publicity.expire'>): SealData {
  return { ...data, publicityEndedAt: event.facts.at };
}

export function approve(data: SealData, event: Act<'use.approve'>): SealData {
  return { ...data, approval: { ...event.form, by: event.actor, at: event.facts.at } };
}

/** The number is taken from the register, never chosen: two uses of one community are judged one after the other. */
export function useSeal(data: SealData, event: Act<'seal.use'>): SealData {
  const { form, actor, facts } = event;
  const { copies, receivedBy } = form;
  const number = nextNumber(facts.registers, yearOf(dateOf(facts.at)));
  return { ...data, use: { number, copies, receivedBy, by: actor, at: facts.at } };
}

export function check(data: SealData, event: Act<'use.check'>): SealData {
  return { ...data, checks: [...data.checks, { ...event.form, by: event.actor, at: event.facts.at }] };
}

export function settle(data: SealData, event: Act<'irregularity.settle'>): SealData {
  return { ...data, settlements: [...data.settlements, { ...event.form, by: event.actor, at: event.facts.at }] };
}

/** True where the residents' representatives must decide first; who verified may have corrected what the applicant said. */
export function isMajor({ application, verification }: SealData): boolean {
  return (verification?.matter ?? application.matter) === 'major';
}

/** What must have been written before anything can be stamped: a few strokes or placeholders are blank paper. */
export function isBlank(content: string): boolean {
  const withoutPlaceholders = content.replace(/空白|略|待填|待补|\.\.\.|xxx|XXX/g, '');
  return (withoutPlaceholders.match(/[\p{Letter}\p{Number}]/gu) ?? []).length < CONTENT_LETTERS_MIN;
}

/** Less than “兹证明张三为本社区居民” cannot say who, what and for whom. */
const CONTENT_LETTERS_MIN = 10;

function nextNumber(lines: readonly RegisterLine[], year: number): string {
  const prefix = `${year}-`;
  const taken = linesOf(lines, 'sealUses')
    .filter(({ key }) => key.startsWith(prefix))
    .map(({ key }) => Number(key.slice(prefix.length)));
  return `${prefix}${String(Math.max(0, ...taken) + 1).padStart(4, '0')}`;
}
