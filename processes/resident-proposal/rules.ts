import { defineRules } from '../kernel/define-rules.ts';
import { fundConditions } from './conditions/funds.ts';
import { implementingConditions } from './conditions/implementing.ts';
import { planningConditions } from './conditions/planning.ts';
import { proposingConditions } from './conditions/proposing.ts';
import { deadlines } from './deadlines.ts';
import { machine } from './machine.ts';
import type { ProposalNames } from './names.ts';
import { pointless } from './pointless.ts';
import { ledgerSight, present } from './present.ts';
import { permissions, relations, separations } from './roles.ts';
import { settings } from './settings.ts';
import { states } from './states.ts';

/** Everything about a resident proposal but its forms and words. */
export const rules = defineRules<ProposalNames>({
  id: 'resident-proposal',
  version: 1,
  workflowType: 'residentProposal',
  machine,
  start: 'proposal.draft',
  states,
  permissions,
  relations,
  separations,
  conditions: { ...proposingConditions, ...planningConditions, ...fundConditions, ...implementingConditions },
  pointless,
  deadlines,
  settings,
  titleOf: (data) => data.content.title,
  placeOf: ({ content: { place } }) => [place.estate, place.building].filter((part) => part !== undefined).join(' '),
  present,
  ledgerSight,
});
