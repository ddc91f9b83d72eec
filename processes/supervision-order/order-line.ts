import type { CaseState } from '../kernel/case.ts';
import type { OrderLine } from '../kernel/define-process.ts';
import type { OrderData } from './data.ts';
import type { Deadline } from './names.ts';

/** The clocks within which an order is answered, first and after a return. */
const answerClocks: readonly Deadline[] = ['handling', 'redo'];

/** An order as a board tells it; an answer that was returned is one that is still to come. */
export function orderLine({ data, deadlines }: Pick<CaseState, 'data' | 'deadlines'>): OrderLine {
  const { about, assignment, issuedBy, issuedAt, replies, withdrawal } = data as unknown as OrderData;
  const clock = deadlines.findLast(({ key }) => (answerClocks as readonly string[]).includes(key));
  const reply = replies.at(-1);
  const isGiven = reply !== undefined && clock !== undefined && clock.endedAt !== null;
  const isDropped = withdrawal !== null || assignment.objection?.decision?.verdict === 'cancelled';
  return {
    about: { caseId: about.caseId, number: about.caseNumber, title: about.title },
    unit: { role: assignment.responsible.role, org: assignment.responsible.org },
    person: assignment.signed?.handler.name ?? assignment.responsible.person?.name ?? null,
    issuedAt,
    bySystem: issuedBy === null,
    answer: isGiven ? (reply.at < clock.dueAt ? 'inTime' : 'late') : isDropped ? 'dropped' : 'waiting',
    answeredAt: isGiven ? reply.at : null,
  };
}
