import { rulesFor } from '../processes/rules.ts';
import { makeCaseWorkflow } from './case.workflow.ts';

export { clock } from './clock.workflow.ts';

// Temporal runs the default export for every workflow type that is not a named export. So each process has its own type
// (`residentProposal`), and no list of them stands here.
export default makeCaseWorkflow(rulesFor);

export { calendarRollOut } from './calendar-roll-out.workflow.ts';
