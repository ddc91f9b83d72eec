// Every process with its forms and words, one line each; beside it stands a line in register-rules.ts.

export { cleanUp } from './clean-up/index.ts';
export { dispatch } from './dispatch/index.ts';
export { refusal } from './refusal/index.ts';
export { residentProposal } from './resident-proposal/index.ts';
export { seal } from './seal/index.ts';
export { serviceItemAdmission } from './service-item-admission/index.ts';
export { supervisionOrder } from './supervision-order/index.ts';
