import { defineRules } from '../kernel/define-rules.ts';
import { conditions } from './conditions.ts';
import { deadlines } from './deadlines.ts';
import { registers } from './lines.ts';
import { machine } from './machine.ts';
import type { CleanUpNames } from './names.ts';
import { pointless } from './pointless.ts';
import { present } from './present.ts';
import { permissions, relations, separations } from './roles.ts';
import { settings } from './settings.ts';
import { states } from './states.ts';

/** Everything about a clean-up but its forms and words. */
export const rules = defineRules<CleanUpNames>({
  id: 'clean-up',
  version: 1,
  workflowType: 'cleanUp',
  machine,
  start: 'census.open',
  states,
  permissions,
  relations,
  separations,
  conditions,
  pointless,
  deadlines,
  settings,
  registers,
  titleOf: (data) => data.campaign,
  present,
});
