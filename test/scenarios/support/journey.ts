import { parseDuration } from '../../../processes/kernel/clock.ts';
import type { CaseView } from '../../../processes/kernel/present.ts';
import type { Forms } from '../../../processes/resident-proposal/forms.ts';
import type { ApiKit } from '../../api/support/api-kit.ts';
import type { Answer } from '../../api/support/caller.ts';
import { ANZHENXILI, startBody } from '../../api/support/forms.ts';
import { sampleForms } from '../../support/sample-forms.ts';

type Command = keyof Forms & string;

/** One case on its way, with the people who carry it and its own clock. */
export interface Journey {
  id: string;
  /** The case as the last act left it. */
  view(): CaseView;
  /** The case's own time. */
  now(): number;
  /** Gives a command; what is not accepted fails the test with the problem in words. */
  give<C extends Command>(person: string, command: C, changes?: Partial<Forms[C]>): Promise<CaseView>;
  /** Gives a command that may be refused. */
  attempt<C extends Command>(person: string, command: C, changes?: Partial<Forms[C]>): Promise<Answer>;
  /** Lets time pass on the case's own clock. */
  pass(duration: string): Promise<CaseView>;
  /** The case as a person sees it. */
  seenBy(person: string): Promise<CaseView>;
  ledger(): Promise<{ type: string; text: string; automatic: boolean; at: string; round: number; hash: string }[]>;
}

/** Opens a case; a drill unless it is said otherwise. */
export async function beginJourney(
  kit: ApiKit,
  options: { by?: string; org?: string; form?: object; drill?: boolean } = {},
): Promise<Journey> {
  const opened = await (await kit.as(options.by ?? 'liu-guilan')).start(
    startBody({ drill: options.drill ?? true, org: options.org ?? ANZHENXILI, form: options.form ?? {} }),
  );
  if (opened.status !== 201) throw new Error(`not opened: ${JSON.stringify(opened.body)}`);
  let view = opened.body as CaseView;
  let aheadMs = 0;
  const { id } = view;
  const now = () => Date.now() + aheadMs;
  const attempt: Journey['attempt'] = async (person, command, changes = {}) => {
    const form = { ...sampleForms[command](now()), ...changes };
    const answer = await (await kit.as(person)).act(id, command, form);
    if (answer.status === 200) view = answer.body as CaseView;
    return answer;
  };
  return {
    id,
    view: () => view,
    now,
    attempt,
    give: async (person, command, changes) => {
      const { status, body } = await attempt(person, command, changes);
      if (status !== 200) throw new Error(`${person} ${command} in ${view.state}: ${status} ${JSON.stringify(body)}`);
      return view;
    },
    pass: async (duration) => {
      const staff = await kit.as('luo-min');
      const { status, body } = await staff.post(`/api/cases/${id}/clock`, { advance: duration });
      if (status !== 200) throw new Error(`clock: ${status} ${JSON.stringify(body)}`);
      aheadMs += parseDuration(duration) ?? 0;
      view = body as CaseView;
      return view;
    },
    seenBy: async (person) => (await (await kit.as(person)).get(`/api/cases/${id}`)).body,
    ledger: async () => (await (await kit.as('luo-min')).get(`/api/cases/${id}/ledger?limit=100`)).body.items,
  };
}

/** Adds residents of a community beyond those of the demo, and gives their ids. */
export async function addResidents(kit: ApiKit, count: number, org: string = ANZHENXILI): Promise<string[]> {
  const people = Array.from({ length: count }, (_, index) => ({
    id: `${org.split('.').at(-1)}-neighbour-${index + 1}`,
    name: `邻居${index + 1}`,
    demo: true,
  }));
  await kit.database.insertInto('person').values(people).execute();
  await kit.database
    .insertInto('holding')
    .values(people.map(({ id }) => ({ person: id, role: 'resident' as const, org })))
    .execute();
  return people.map(({ id }) => id);
}

/** From the draft to a docketed proposal that waits for its plan. */
export async function toPlanning(journey: Journey, supporters: readonly string[]): Promise<void> {
  await journey.give('liu-guilan', 'proposal.publish');
  for (const person of supporters) await journey.give(person, 'proposal.cosign');
  await journey.give('li-xiaoming', 'proposal.accept');
  await journey.give('ma-guoqiang', 'proposal.docket');
}

/** From the plan to work that is being done, with the money of the community. */
export async function toImplementing(journey: Journey): Promise<void> {
  await journey.give('li-xiaoming', 'plan.submit', {
    implementer: { name: '安居维修队', personIds: ['feng-gang'] },
  });
  await journey.pass('P10D');
  await journey.give('yang-fan', 'deliberation.record');
  await journey.give('zhang-ting', 'funds.request');
  await journey.give('ma-guoqiang', 'funds.endorse');
  await journey.give('xu-jing', 'funds.review');
  await journey.give('cao-ying', 'funds.confirm');
}

/** From work to its evaluation. */
export async function toEvaluating(journey: Journey): Promise<void> {
  await journey.give('feng-gang', 'milestone.report');
  await journey.give('feng-gang', 'work.complete');
  await journey.give('gao-zhiyuan', 'inspection.record');
  await journey.give('zhang-ting', 'result.publish');
}
