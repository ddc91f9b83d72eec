import type { FromCase } from '../kernel/define-process.ts';
import type { Forms } from './forms.ts';

/** An order names the case; number, title, process and the limit that was missed follow from it. */
export const fromCase: FromCase<Forms['order.issue']> = {
  caseOf: ({ about }) =>
    about.caseNumber === undefined || about.process === undefined || about.title === undefined
      ? { id: about.caseId, pointer: '/about/caseId' }
      : undefined,
  complete: (form, { number, process, title, overdue }) => {
    const known = {
      caseNumber: number,
      process,
      title,
      ...(form.ground === 'overdue' && overdue ? { deadline: overdue.deadline } : {}),
      ...(form.ground === 'overdue' && overdue?.dueDate ? { dueDate: overdue.dueDate } : {}),
    };
    return { ...form, about: { ...known, ...form.about } };
  },
};
