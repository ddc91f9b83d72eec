import { defineRules } from '../kernel/define-rules.ts';
import { conditions } from './conditions.ts';
import { deadlines } from './deadlines.ts';
import { machine } from './machine.ts';
import type { SealNames } from './names.ts';
import { present } from './present.ts';
import { communityRegisters, lookups, registers } from './registers.ts';
import { permissions, relations, separations } from './roles.ts';
import { settings } from './settings.ts';
import { states } from './states.ts';
import { titleOf } from './title.ts';

/** Everything about the seal but its forms and words. */
export const rules = defineRules<SealNames>({
  id: 'seal',
  version: 1,
  workflowType: 'sealUse',
  machine,
  start: 'seal.apply',
  states,
  permissions,
  relations,
  separations,
  conditions,
  deadlines,
  settings,
  registers,
  communityRegisters,
  lookups,
  oneByOne: ['seal.use'],
  titleOf,
  present,
});
