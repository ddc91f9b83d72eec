import { expect } from 'vitest';
import { addDays, type DateString, dateOf } from '../../../processes/kernel/clock.ts';
import type { CaseView } from '../../../processes/kernel/present.ts';
import type { ApiKit } from '../../api/support/api-kit.ts';
import type { Answer } from '../../api/support/caller.ts';

/** One day, in the duration that the api takes. */
const days = (count: number) => `P${count}D`;

/** Several drill cases of one story that live in the same time. */
export interface Drill {
  today(): DateString;
  in(count: number): DateString;
  /** Opens a case at the story's present; what is not accepted fails with the problem in words. */
  open(by: string, request: { process: string; org: string; form: object }): Promise<DrillCase>;
  /** Opens a case that may be refused. */
  attempt(by: string, request: { process: string; org: string; form: object }): Promise<Answer>;
  /** The clocks of all cases that are still open go on together. */
  pass(count: number): Promise<void>;
}

export interface DrillCase {
  id: string;
  number: string;
  give(person: string, command: string, form: object): Promise<CaseView>;
  attempt(person: string, command: string, form: object): Promise<Answer>;
  seenBy(person: string): Promise<CaseView>;
  /** Waits until another case's word has brought this one there. */
  reaches(state: string, by?: string): Promise<CaseView>;
  ledger(): Promise<{ type: string; text: string; automatic: boolean }[]>;
}

/** Whoever sees every case of the district. */
const WATCHER = 'luo-min';

export function beginDrill(kit: ApiKit): Drill {
  let aheadDays = 0;
  const cases: DrillCase[] = [];
  const today = () => addDays(dateOf(Date.now()), aheadDays);
  const attempt: Drill['attempt'] = async (by, request) => {
    const ahead = aheadDays === 0 ? {} : { ahead: days(aheadDays) };
    return (await kit.as(by)).start({ ...request, drill: true, ...ahead });
  };
  return {
    today,
    in: (count) => addDays(today(), count),
    attempt,
    open: async (by, request) => {
      const { status, body } = await attempt(by, request);
      if (status !== 201) throw new Error(`${by} opens ${request.process}: ${status} ${JSON.stringify(body)}`);
      const opened = drillCase(kit, body as CaseView);
      cases.push(opened);
      return opened;
    },
    pass: async (count) => {
      aheadDays += count;
      const watcher = await kit.as(WATCHER);
      for (const { id } of cases) {
        const moved = await watcher.post(`/api/cases/${id}/clock`, { advance: days(count) });
        if (moved.status !== 200 && moved.body.code !== 'case.closed') throw new Error(JSON.stringify(moved.body));
      }
    },
  };
}

function drillCase(kit: ApiKit, { id, number }: CaseView): DrillCase {
  const attempt: DrillCase['attempt'] = async (person, command, form) => (await kit.as(person)).act(id, command, form);
  const seenBy: DrillCase['seenBy'] = async (person) => (await (await kit.as(person)).get(`/api/cases/${id}`)).body;
  return {
    id,
    number,
    attempt,
    seenBy,
    give: async (person, command, form) => {
      const { status, body } = await attempt(person, command, form);
      if (status !== 200) throw new Error(`${person} ${command}: ${status} ${JSON.stringify(body)}`);
      return body as CaseView;
    },
    reaches: async (state, by = WATCHER) => {
      await expect.poll(async () => (await seenBy(by)).state, { timeout: 20_000 }).toBe(state);
      return seenBy(by);
    },
    ledger: async () => (await (await kit.as(WATCHER)).get(`/api/cases/${id}/ledger?limit=100`)).body.items,
  };
}
