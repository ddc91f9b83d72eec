import { dateOf } from '../kernel/clock.ts';
import { defineRules } from '../kernel/define-rules.ts';
import type { RegisterQuery } from '../kernel/register.ts';
import { burdenEntries, burdenQuery, laterOf, monthsOf } from './burden.ts';
import { conditions } from './conditions.ts';
import { deadlines } from './deadlines.ts';
import { listDays } from './gates.ts';
import { machine } from './machine.ts';
import type { DispatchNames } from './names.ts';
import { present } from './present.ts';
import { permissions, relations, separations } from './roles.ts';
import { settings } from './settings.ts';
import { states } from './states.ts';

/** Everything about a dispatched task but its forms and words. */
export const rules = defineRules<DispatchNames>({
  id: 'dispatch',
  version: 1,
  workflowType: 'dispatch',
  level: 'community',
  machine,
  start: 'task.issue',
  states,
  permissions,
  relations,
  separations,
  conditions,
  deadlines,
  settings,
  registers: (data, { caseId }) => burdenEntries(data, caseId),
  lookups: {
    'task.issue': ({ form, at }) => queries(form.itemCode, { from: form.from, until: form.until }, at),
    'gates.recheck': ({ data, at }) =>
      data ? queries(data.task.itemCode, { from: data.task.from, until: data.until }, at) : [],
  },
  // Two departments at once: the second must see the hours of the first.
  oneByOne: ['task.issue', 'gates.recheck'],
  titleOf: (data) => data.task.title,
  present,
});

/** The item in the list, and the community's hours in every month of what is left of the task's time. */
function queries(itemCode: string, time: { from: string; until: string }, at: number): RegisterQuery[] {
  const item = { register: 'serviceItemList', scope: 'line', keyPrefix: itemCode } as const;
  const months = monthsOf(laterOf(time.from, dateOf(at)), time.until);
  return [...listDays(time.from, at).map((onDay) => ({ ...item, onDay })), ...months.map(burdenQuery)];
}
