import { dateOf } from '../kernel/clock.ts';
import type { Facts, Person } from '../kernel/define-rules.ts';
import { laterOf, monthOf, monthsOf, putOn, takeOff } from './burden.ts';
import type { DispatchData, Report } from './data.ts';
import type { Forms } from './forms.ts';
import { admissionOf, answeredGates, type Gate, notListed, opensAll, unreachable } from './gates.ts';
import type { Act } from './names.ts';

interface IssueInput {
  form: Forms['task.issue'];
  actor: Person | null;
  facts: Facts;
}

/**
 * The data of a new dispatch. Its hours stand from now on, so that a second task of the same minute sees them. xstate also
 * calls it without input, to learn the shape.
 */
export function issue(input?: IssueInput): DispatchData {
  const { overCeiling, ...task } = input?.form ?? blankForm;
  const blank: DispatchData = {
    round: 1,
    dispatchId: input?.facts.caseId ?? '',
    org: input?.facts.org.id ?? '',
    task,
    issuedBy: input?.actor ?? { id: '', name: '' },
    issuedAt: input?.facts.at ?? 0,
    overCeiling: overCeiling ?? null,
    until: task.until,
    admission: null,
    checks: [],
    turn: 'offered',
    suspension: null,
    pastSuspensions: [],
    standsSince: null,
    acceptance: null,
    refusal: null,
    reports: [],
    returns: [],
    withdrawal: null,
    end: null,
    burden: [],
  };
  return input ? ask(blank, input.facts) : blank;
}

/** The gates are asked again, perhaps of another admission, for what is left of the time. */
export function recheck(data: DispatchData, { form, facts }: Act<'gates.recheck'>): DispatchData {
  return ask({ ...data, overCeiling: form.overCeiling ?? data.overCeiling }, facts);
}

export function keepAnswer(data: DispatchData, { reply, facts }: Act<'check.answered'>): DispatchData {
  return answered(data, answeredGates(data, reply), facts);
}

export function keepRefusal(data: DispatchData, { reply, facts }: Act<'check.refused'>): DispatchData {
  return answered(data, unreachable(data, reply), facts);
}

/** The months that went by before anybody accepted took nobody's time. */
export function accept(data: DispatchData, { form, actor, facts }: Act<'task.accept'>): DispatchData {
  const acceptance = { by: actor, at: facts.at, remark: form.remark ?? null };
  const month = monthOf(dateOf(facts.at));
  return takeOff({ ...data, turn: 'accepted', acceptance }, (each) => each < month, facts.at);
}

export function report(data: DispatchData, { form, actor, facts }: Act<'task.report'>): DispatchData {
  const one: Report = {
    ...form,
    by: actor,
    at: facts.at,
    whileSuspended: data.suspension !== null,
    confirmation: null,
    sentBack: null,
  };
  return { ...data, standsSince: null, reports: [...data.reports, one] };
}

export function confirm(data: DispatchData, { form, actor, facts }: Act<'task.confirm'>): DispatchData {
  return withLastReport(data, { confirmation: { ...form, by: actor, at: facts.at } });
}

export function sendBack(data: DispatchData, { form, actor, facts }: Act<'task.sendBack'>): DispatchData {
  const sentBack = { reason: form.reason, by: actor, at: facts.at };
  return withLastReport({ ...data, turn: 'sentBack' }, { sentBack });
}

/** How often reports of this task were sent back. */
export function timesSentBack({ reports }: DispatchData): number {
  return reports.filter(({ sentBack }) => sentBack !== null).length;
}

function ask(data: DispatchData, facts: Facts): DispatchData {
  const admission = admissionOf(data.task.itemCode, facts);
  if (admission === null) {
    return { ...data, admission, checks: [...data.checks, notListed(data.task.itemCode, facts)] };
  }
  const check = { askedAt: facts.at, answeredAt: null, gates: [] };
  const asked = { ...data, admission, checks: [...data.checks, check] };
  return putOn(asked, monthsOf(laterOf(data.task.from, dateOf(facts.at)), data.until), facts.at);
}

/** A task that stays outside takes nobody's time. */
function answered(data: DispatchData, gates: Gate[], facts: Facts): DispatchData {
  const checks = data.checks.map((check, index) =>
    index === data.checks.length - 1 ? { ...check, answeredAt: facts.at, gates } : check,
  );
  const next = { ...data, checks };
  return opensAll(gates) ? next : takeOff({ ...next, suspension: null }, () => true, facts.at);
}

function withLastReport(data: DispatchData, change: Partial<Report>): DispatchData {
  const last = data.reports.length - 1;
  return { ...data, reports: data.reports.map((one, index) => (index === last ? { ...one, ...change } : one)) };
}

const blankForm: Forms['task.issue'] = {
  itemCode: '',
  title: '',
  unit: '',
  requirement: '',
  acts: [],
  from: '2026-01-01',
  until: '2026-01-01',
  hoursPerMonth: 0,
  standard: '',
  contact: { name: '', phone: '' },
  mainResponsible: 'department',
  responsibilityStatement: '',
};
