import { defineRules } from '../kernel/define-rules.ts';
import { conditions } from './conditions.ts';
import { deadlines } from './deadlines.ts';
import { listOn } from './listing.ts';
import { machine } from './machine.ts';
import type { RefusalNames } from './names.ts';
import { ledgerSight, present } from './present.ts';
import { masked } from './protection.ts';
import { publicRegister } from './public-register.ts';
import { offices, permissions, relations, separations } from './roles.ts';
import { settings } from './settings.ts';
import { states } from './states.ts';

/** Everything about a refusal but its forms and words. */
export const rules = defineRules<RefusalNames>({
  id: 'refusal',
  version: 1,
  workflowType: 'refusal',
  level: 'community',
  machine,
  start: 'task.refuse',
  states,
  permissions,
  relations,
  offices,
  separations,
  conditions,
  deadlines,
  settings,
  registers: publicRegister,
  lookups: {
    'task.refuse': ({ form }) => [listOn(form.receivedOn)],
    'outcome.decide': ({ form }) =>
      form.verdict === 'admittedLater' && form.itemCode !== undefined ? [listOn(undefined, form.itemCode)] : [],
  },
  titleOf: (data) => masked(data, `拒绝办理“${data.task.title}”`),
  present,
  ledgerSight,
});
