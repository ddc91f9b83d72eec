import type { OverdueMatter } from '../kernel/define-process.ts';
import type { Forms } from './forms.ts';
import { isResponsibleRole } from './units.ts';

/**
 * The order that the system issues for a limit that is long over (S7). What it says is what the ledger will show for good, so
 * it names the limit and its last day, and asks for the work as well as for the reason.
 */
export function orderFor(matter: OverdueMatter): Forms['order.issue'] {
  const { caseId, caseNumber, process, title, deadline, deadlineTitle, dueDate, to } = matter;
  const { role, org } = to;
  if (!isResponsibleRole(role)) throw new Error(`Broken invariant: no order can be given to the office ${role}`);
  const expired = dueDate === null ? '已届满' : `已于${dueDate}届满`;
  return {
    about: { caseId, caseNumber, process, title, deadline, ...(dueDate === null ? {} : { dueDate }) },
    ground: 'overdue',
    requirement: `“${deadlineTitle}”${expired},至今没有办结。请督促办理,并书面答复办理结果和逾期原因。`,
    responsible: { role, org },
  };
}
