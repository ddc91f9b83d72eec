import type { Facts, Person } from '../kernel/define-rules.ts';
import type { About, Assignment, Objection, OrderData, Responsible } from './data.ts';
import type { Forms } from './forms.ts';
import type { Act } from './names.ts';

interface IssueInput {
  form: Forms['order.issue'];
  /** null: the system issues it. */
  actor: Person | null;
  facts: Facts;
}

/** The data of a new order. xstate also calls it without input, to learn the shape. */
export function issue(input?: IssueInput): OrderData {
  const at = input?.facts.at ?? 0;
  const form = input?.form ?? blankForm;
  return {
    round: 1,
    orderId: input?.facts.caseId ?? '',
    about: aboutOf(form.about),
    ground: form.ground,
    requirement: form.requirement,
    limitWorkingDays: form.limitWorkingDays ?? null,
    issuedBy: input?.actor ?? null,
    issuedAt: at,
    links: { issued: { standing: 'asked', refusedBecause: null }, closed: null },
    assignment: assignTo(form.responsible, at),
    pastAssignments: [],
    replies: [],
    conclusion: null,
    review: null,
    withdrawal: null,
  };
}

/** What was left out has been looked up before; a replay of an old opening has it all. */
function aboutOf(about: Forms['order.issue']['about']): About {
  return { ...about, caseNumber: about.caseNumber ?? '', process: about.process ?? '', title: about.title ?? '' };
}

export function sign(data: OrderData, event: Act<'order.sign'>): OrderData {
  const { form, actor, facts } = event;
  const handler = form.handler ? { id: form.handler.personId, name: form.handler.name } : actor;
  return withAssignment(data, { signed: { by: actor, handler, at: facts.at } });
}

export function object(data: OrderData, event: Act<'order.object'>): OrderData {
  const { form, actor, facts } = event;
  const objection: Objection = {
    reason: form.reason,
    basis: form.basis ?? null,
    suggestedUnit: form.suggestedUnit ?? null,
    by: actor,
    at: facts.at,
    decision: null,
  };
  return withAssignment(data, { objection });
}

/** A rejected objection counts as a receipt: the unit has had the order in its hands, and its limit begins. */
export function rejectObjection(data: OrderData, event: Act<'objection.decide'>): OrderData {
  const decided = decideObjection(data, event);
  const { objection } = decided.assignment;
  return objection
    ? withAssignment(decided, { signed: { by: objection.by, handler: objection.by, at: event.facts.at } })
    : decided;
}

/** The former unit and its objection stay on record. */
export function reassign(data: OrderData, event: Act<'objection.decide'>): OrderData {
  const decided = decideObjection(data, event);
  return {
    ...decided,
    assignment: assignTo(event.form.responsible ?? data.assignment.responsible, event.facts.at),
    pastAssignments: [...data.pastAssignments, decided.assignment],
  };
}

export function cancel(data: OrderData, event: Act<'objection.decide'>): OrderData {
  const { form, actor, facts } = event;
  return { ...decideObjection(data, event), withdrawal: { reason: form.reason, by: actor, at: facts.at } };
}

export function withdraw(data: OrderData, event: Act<'order.withdraw'>): OrderData {
  const { form, actor, facts } = event;
  return { ...data, withdrawal: { reason: form.reason, by: actor, at: facts.at } };
}

/** Persons who have the order now: who is named in it, who signed for it, and who was given it inside the unit. */
export function responsiblePersons({ assignment }: OrderData): string[] {
  const { responsible, signed } = assignment;
  const named = responsible.person ? [responsible.person.personId] : [];
  return [...new Set([...named, ...(signed ? [signed.by.id, signed.handler.id] : [])])];
}

function decideObjection(data: OrderData, event: Act<'objection.decide'>): OrderData {
  const { form, actor, facts } = event;
  const decision = { verdict: form.verdict, reason: form.reason, by: actor, at: facts.at };
  const { objection } = data.assignment;
  return withAssignment(data, { objection: objection && { ...objection, decision } });
}

function assignTo(responsible: Responsible, at: number): Assignment {
  return { responsible, at, signed: null, objection: null };
}

function withAssignment(data: OrderData, change: Partial<Assignment>): OrderData {
  return { ...data, assignment: { ...data.assignment, ...change } };
}

const blankForm: Forms['order.issue'] = {
  about: { caseId: '', caseNumber: '', process: '', title: '' },
  ground: 'other',
  requirement: '',
  responsible: { role: 'subdistrictLeader', org: '' },
};
