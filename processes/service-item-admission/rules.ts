import { defineRules } from '../kernel/define-rules.ts';
import { conditions } from './conditions.ts';
import { deadlines } from './deadlines.ts';
import { registers } from './listing.ts';
import { lookups } from './lookups.ts';
import { machine } from './machine.ts';
import type { AdmissionNames } from './names.ts';
import { pointless } from './pointless.ts';
import { present } from './present.ts';
import { offices, permissions, relations, separations } from './roles.ts';
import { settings } from './settings.ts';
import { states } from './states.ts';

/** Everything about the admission of an item but its forms and words. */
export const rules = defineRules<AdmissionNames>({
  id: 'service-item-admission',
  version: 1,
  workflowType: 'serviceItemAdmission',
  level: 'district',
  machine,
  start: 'item.apply',
  states,
  permissions,
  relations,
  offices,
  separations,
  conditions,
  pointless,
  deadlines,
  settings,
  registers,
  lookups,
  // Two items of one code must not be published side by side.
  oneByOne: ['item.apply', 'list.publish'],
  titleOf: (data) => data.item.name,
  present,
});
