// The rules of every process and version, one line each: what the workflow sandbox sees (docs/add-a-process.md).

export { rules as cleanUp } from './clean-up/rules.ts';
export { rules as dispatch } from './dispatch/rules.ts';
export { rules as refusal } from './refusal/rules.ts';
export { rules as residentProposal } from './resident-proposal/rules.ts';
export { rules as seal } from './seal/rules.ts';
export { rules as serviceItemAdmission } from './service-item-admission/rules.ts';
export { rules as supervisionOrder } from './supervision-order/rules.ts';
