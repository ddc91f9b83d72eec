import { type DateString, dateOf, type Instant } from '../kernel/clock.ts';
import type { Effects, Facts } from '../kernel/define-rules.ts';
import { linesOf, type RegisterLine } from '../kernel/register.ts';
import { fill, type Words } from '../kernel/text.ts';
import { type GateReason, gateReasons, gateTitles, type Gate as LawGate } from '../law/gates.ts';
import { laterOf, monthsOf, workloadOf, worstMonth } from './burden.ts';
import type { Check, DispatchData } from './data.ts';
import type { Act } from './names.ts';
import { figureOf } from './settings.ts';

/** A gate as the admission answers it, or as it is closed because there is no answer. */
export type Gate = Omit<LawGate, 'reason'> & { reason: GateReason | keyof typeof ownReasons };

/** Why there is no answer. Every other reason has its words where the gates are. */
const ownReasons = {
  'admission.unreachable': {
    zh: '该事项的准入案件已不能答复({problem})',
    en: 'the admission of the item can no longer answer ({problem})',
  },
  'admission.noAnswer': { zh: '准入案件未就本任务作出答复', en: 'the admission gave no answer about this task' },
} as const satisfies Record<string, Words>;

/** The admission behind an item that stands in the public list today. */
export function admissionOf(itemCode: string, facts: Facts): DispatchData['admission'] {
  const line = itemLines(itemCode, facts).find(({ day }) => day <= dateOf(facts.at));
  if (line === undefined) return null;
  const { admissionNumber } = line.value;
  return { caseId: line.caseId, number: typeof admissionNumber === 'string' ? admissionNumber : null };
}

/** The gate that is closed because there is no admission to ask, with the day from which there will be one. */
export function notListed(itemCode: string, facts: Facts): Check {
  const later = itemLines(itemCode, facts).find(({ day }) => day > dateOf(facts.at));
  const gate: Gate = later
    ? { gate: 'listed', open: false, reason: 'item.notYet', values: { effectiveFrom: later.day } }
    : { gate: 'listed', open: false, reason: 'item.notListed', values: { item: itemCode, day: dateOf(facts.at) } };
  return { askedAt: facts.at, answeredAt: facts.at, gates: [gate] };
}

/** Asks the admission for the gates; nothing where there is none to ask. The number of the dispatch is filled in when it is sent. */
export function checkRelay(data: DispatchData, facts: Facts): Effects['relay'][] {
  const { admission, task, until, overCeiling } = data;
  if (admission === null) return [];
  const from = laterOf(task.from, dateOf(facts.at));
  const { registers, caseId } = facts;
  const workload = workloadOf({ registers, months: monthsOf(from, until), exceptCaseId: caseId });
  return [
    {
      caseId: admission.caseId,
      command: 'dispatch.check',
      form: {
        dispatchId: data.dispatchId,
        org: data.org,
        from,
        until,
        acts: task.acts,
        hoursPerMonth: task.hoursPerMonth,
        mainResponsible: task.mainResponsible,
        burden: {
          committedHoursPerMonth: worstMonth(workload).hours,
          ceilingHoursPerMonth: figureOf('burdenCeilingHoursPerMonth', facts.settings),
          overCeilingDecidedBy: overCeiling?.decidedBy.name ?? null,
        },
      },
      numbered: true,
      accepted: 'check.answered',
      refused: 'check.refused',
    },
  ];
}

/** Tells the admission how the task ended. */
export function endRelay(data: DispatchData): Effects['relay'][] {
  const { admission, end, dispatchId } = data;
  if (admission === null || end === null) return [];
  return [
    {
      caseId: admission.caseId,
      command: 'dispatch.end',
      form: { dispatchId, how: end.how },
      accepted: 'end.recorded',
      refused: 'end.refused',
    },
  ];
}

/** The gates that the admission keeps for this dispatch; an answer that does not speak of it closes the first. */
export function answeredGates(data: DispatchData, reply: unknown): Gate[] {
  const gates = at(at(at(at(reply, 'data'), 'dispatches'), data.dispatchId), 'gates');
  if (Array.isArray(gates) && gates.length > 0) return gates as Gate[];
  return [{ gate: 'listed', open: false, reason: 'admission.noAnswer', values: { item: data.task.itemCode } }];
}

/** The admission could not be asked, because its case has ended or lies elsewhere. */
export function unreachable(data: DispatchData, reply: unknown): Gate[] {
  const values = { item: data.task.itemCode, problem: codeOf(reply) };
  return [{ gate: 'listed', open: false, reason: 'admission.unreachable', values }];
}

export function opensAll(gates: readonly Gate[]): boolean {
  return gates.length > 0 && gates.every(({ open }) => open);
}

/** True if the answer opens every gate. */
export function isOpened(data: DispatchData, event: Act<'check.answered'>): boolean {
  return opensAll(answeredGates(data, event.reply));
}

/** The gates as they were answered last. */
export function gatesOf(data: DispatchData): readonly Gate[] {
  return data.checks.at(-1)?.gates ?? [];
}

/** The gates with their words, for people. */
export function explainedGates(data: DispatchData): (Gate & { title: Words; text: Words })[] {
  return gatesOf(data).map((one) => ({ ...one, title: gateTitles[one.gate], text: explain(one) }));
}

/** Code of the problem with which another case refuses. */
export function codeOf(reply: unknown): string {
  const code = at(reply, 'code');
  return typeof code === 'string' ? code : 'unknown';
}

/** Days on which the list is looked at: that of the act, and that on which the task begins. */
export function listDays(from: DateString, now: Instant): DateString[] {
  return [...new Set([dateOf(now), laterOf(from, dateOf(now))])];
}

function itemLines(itemCode: string, facts: Facts): RegisterLine[] {
  return linesOf(facts.registers, 'serviceItemList').filter(({ key }) => key === itemCode);
}

/** A reason that a later version of the admission gives is shown by its code. */
function explain({ reason, values }: Gate): Words {
  const known: Partial<Record<string, Words>> = { ...gateReasons, ...ownReasons };
  const { zh, en } = known[reason] ?? { zh: reason, en: reason };
  return { zh: fill(zh, values), en: fill(en, values) };
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
