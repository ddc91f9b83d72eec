import { defineRules } from '../kernel/define-rules.ts';
import { conditions } from './conditions.ts';
import { deadlines } from './deadlines.ts';
import { machine } from './machine.ts';
import type { OrderNames } from './names.ts';
import { present } from './present.ts';
import { offices, permissions, relations, separations } from './roles.ts';
import { settings } from './settings.ts';
import { states } from './states.ts';

/** Everything about a supervision order but its forms and words. */
export const rules = defineRules<OrderNames>({
  id: 'supervision-order',
  version: 1,
  workflowType: 'supervisionOrder',
  machine,
  start: 'order.issue',
  states,
  permissions,
  relations,
  offices,
  separations,
  conditions,
  deadlines,
  settings,
  titleOf: (data) => `督办《${data.about.title}》`,
  present,
});
