import { rulesFor } from '../processes/rules.ts';
import { makeCaseWorkflow } from './case.workflow.ts';

// Temporal runs the default export for every workflow type that is not a named export. So each process has its own type
// (`residentProposal`), and no list of them stands here.
export default makeCaseWorkflow(rulesFor);
