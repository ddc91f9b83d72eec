import type { CaseView } from '../../../../processes/kernel/present.ts';
import { daysOf } from '../../../../tools/demo/play.ts';
import { bicycleShed, loop } from '../../../../tools/demo/resident-proposal.ts';
import type { ApiKit } from '../../../api/support/api-kit.ts';
import { ANZHENXILI } from '../../../api/support/forms.ts';

export const neighbours = ['zhao-hongwei', 'chen-xiuying', 'sun-jianguo', 'zhou-ming', 'wu-lihua'] as const;

/** A proposal of 刘桂兰 that waits to be taken up, its neighbours having joined. */
export async function awaitingProposal(kit: ApiKit, title: string, drill = false): Promise<CaseView> {
  const opened = await openProposal(kit, title, drill);
  return await playOn(kit, opened, { before: 'proposal.accept' });
}

export async function openProposal(kit: ApiKit, title: string, drill = false): Promise<CaseView> {
  const form = { ...bicycleShed(), title };
  const { status, body } = await (await kit.as('liu-guilan')).start({
    process: 'resident-proposal',
    org: ANZHENXILI,
    form,
    drill,
  });
  if (status !== 201) throw new Error(`proposal: ${status} ${JSON.stringify(body)}`);
  return body as CaseView;
}

/** Plays the steps of the demo's loop from its beginning, or from one act on, up to another that is left to the page. */
export async function playOn(
  kit: ApiKit,
  view: CaseView,
  { from, before }: { from?: string; before: string },
): Promise<CaseView> {
  const begin = loop.findIndex((step) => 'command' in step && step.command === from);
  const steps = loop.slice(from ? begin : 0);
  let now = view;
  for (const step of steps) {
    if ('advance' in step) {
      const { body } = await (await kit.as('li-xiaoming')).post(`/api/cases/${view.id}/clock`, step);
      now = body as CaseView;
    } else if (step.command === before) return now;
    else now = await (await kit.as(step.who)).give(view.id, step.command, step.form(daysOf(now)));
  }
  return now;
}

/** The case as somebody sees it now. */
export async function caseNow(kit: ApiKit, person: string, id: string): Promise<CaseView> {
  return (await (await kit.as(person)).get(`/api/cases/${id}`)).body as CaseView;
}

/** What was recorded on it, oldest first. */
export async function recordedOn(kit: ApiKit, id: string): Promise<string[]> {
  const { body } = await (await kit.as('li-xiaoming')).get(`/api/cases/${id}/ledger`);
  return (body.items as { type: string }[]).map(({ type }) => type);
}
