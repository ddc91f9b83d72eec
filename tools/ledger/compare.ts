import { WorkflowNotFoundError } from '@temporalio/client';
import { caseWorkflowId, STATE_QUERY, type StateAnswer } from '../../workflows/case.messages.ts';
import type { LedgerParts } from './parts.ts';

/** How the view of one case stands to its workflow. */
export type Standing = 'same' | 'viewBehind' | 'viewAhead' | 'hashDiffers' | 'noWorkflow' | 'noAnswer';

export interface Compared {
  caseId: string;
  number: string;
  standing: Standing;
  viewSeq: number;
  workflowSeq: number | null;
}

const CASES_AT_ONCE = 10;

/** Compares every open case with the state its workflow holds; what is closed has left Temporal and stands by its chain. */
export async function compareOpenCases({ client, database }: LedgerParts): Promise<Compared[]> {
  const views = await database
    .selectFrom('case_view')
    .select(['id', 'number', 'seq', 'hash'])
    .where('kind', '<>', 'final')
    .orderBy('ordinal')
    .execute();
  const compared: Compared[] = [];
  for (let from = 0; from < views.length; from += CASES_AT_ONCE) {
    const part = views.slice(from, from + CASES_AT_ONCE);
    compared.push(...(await Promise.all(part.map((view) => compare(view)))));
  }
  return compared;

  async function compare(view: { id: string; number: string; seq: number; hash: string }): Promise<Compared> {
    const known = { caseId: view.id, number: view.number, viewSeq: view.seq };
    try {
      const held = await client.withDeadline(Date.now() + 15_000, () =>
        client.workflow.getHandle(caseWorkflowId(view.id)).query<StateAnswer>(STATE_QUERY),
      );
      const workflowSeq = held.state?.seq ?? null;
      return { ...known, workflowSeq, standing: standingOf({ view, workflowSeq, hash: held.hash }) };
    } catch (error) {
      const standing = error instanceof WorkflowNotFoundError ? 'noWorkflow' : 'noAnswer';
      return { ...known, workflowSeq: null, standing };
    }
  }
}

function standingOf(input: {
  view: { seq: number; hash: string };
  workflowSeq: number | null;
  hash: string | null;
}): Standing {
  const seq = input.workflowSeq ?? 0;
  if (seq !== input.view.seq) {
    return seq > input.view.seq ? 'viewBehind' : 'viewAhead';
  }
  return input.hash === input.view.hash ? 'same' : 'hashDiffers';
}
