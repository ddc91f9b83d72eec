import type { ExpectStatic } from 'vitest';
import type { Database } from '../../db/pool.ts';
import { lookUp } from '../../db/queries/registers.ts';
import { processOf } from '../../processes/index.ts';
import type { Calendars, CalendarYear } from '../../processes/kernel/calendar.ts';
import { DAY_MS, dateOf, type Instant, yearOf } from '../../processes/kernel/clock.ts';
import type { AnyRules } from '../../processes/kernel/define-rules.ts';
import { calendars, calendarsFor } from '../../processes/law/calendars/index.ts';
import { caseWorkflowId } from '../../workflows/case.messages.ts';
import { type CaseKit, openCase } from '../support/case.ts';
import type { TestTemporal } from '../support/temporal.ts';
import type { Act, Days, Loss, Move, Opening, Story } from './stories/story.ts';

export interface House {
  temporal: TestTemporal;
  database: Database;
  taskQueue: string;
  /** That of the test: stories are played side by side. */
  expect: ExpectStatic;
}

/** A case of a story, on the real server. */
export interface PlayedCase extends CaseKit {
  rules: AnyRules;
  org: string;
  isLost: boolean;
}

/** Plays a story on drill cases that live in the same time; answers them by their names. */
export async function play(house: House, story: Story): Promise<Map<string, PlayedCase>> {
  const { temporal, database, taskQueue } = house;
  const cases = new Map<string, PlayedCase>();
  let aheadMs = 0;

  for (const move of story.moves) {
    await turn(move);
    await settled(house, [...cases.values()]);
  }
  return cases;

  async function turn(move: Move): Promise<void> {
    if ('opens' in move) await open(move);
    else if ('days' in move) await pass(move);
    else if ('loses' in move) await lose(move);
    else await give(move);
  }

  async function open(move: Opening): Promise<void> {
    if (aheadMs > 0) throw new Error(`${story.name}: ${move.opens} is opened after time has passed`);
    const { opens, rules, org, by: actor, settings = {}, historyEventsMax } = move;
    const at = now();
    const form = parsed(rules, rules.start, move.form(at, ids()));
    const registers = await found({ rules, org, command: rules.start, form, data: null });
    const opened = await openCase(temporal, {
      rules,
      taskQueue,
      form,
      actor,
      org,
      settings,
      registers,
      drill: true,
      calendars: withComingYears(at),
      ...(historyEventsMax === undefined ? {} : { historyEventsMax }),
    });
    cases.set(opens, { ...opened, rules, org, isLost: false });
  }

  async function give(move: Act): Promise<void> {
    const played = caseOf(move.in);
    const { rules, org } = played;
    const { command, by } = move;
    const form = parsed(rules, command, move.form(now(), ids()));
    const { state } = await played.state();
    const registers = await found({ rules, org, command, form, data: state?.data });
    await played.give(command, form, by, { registers });
  }

  async function pass({ days }: Days): Promise<void> {
    aheadMs += days * DAY_MS;
    for (const played of cases.values()) {
      if (!(await isOver(played))) await played.advance(days * DAY_MS);
    }
  }

  async function lose({ loses }: Loss): Promise<void> {
    const lost = caseOf(loses);
    await temporal.client.workflow.getHandle(caseWorkflowId(lost.id)).terminate('lost');
    cases.set(loses, { ...lost, isLost: true });
  }

  /** What the api looks up for a person before it sends his command. */
  async function found(asked: { rules: AnyRules; org: string; command: string; form: object; data: unknown }) {
    const { rules, org, command, form, data } = asked;
    const at = now();
    const queries = rules.lookups?.[command]?.({ form, data, org, at }) ?? [];
    return lookUp(database, queries, { org, drill: true, at });
  }

  function caseOf(name: string): PlayedCase {
    const played = cases.get(name);
    if (played === undefined) throw new Error(`${story.name}: no case ${name}`);
    return played;
  }

  function ids(): Record<string, string> {
    return Object.fromEntries([...cases].map(([name, { id }]) => [name, id]));
  }

  function now(): Instant {
    return Date.now() + aheadMs;
  }
}

/** Until every word that a case has sent to another is answered. */
async function settled({ expect, database }: House, cases: readonly PlayedCase[]): Promise<void> {
  const waiting = async () => {
    const states = await Promise.all(cases.filter(({ isLost }) => !isLost).map((played) => played.state()));
    return states.flatMap(({ state }) => state?.relays.map(({ relay }) => relay.command) ?? []);
  };
  await expect.poll(waiting, { timeout: 20_000 }).toEqual([]);
  // What a case writes by itself, as when another one has answered, it writes a moment later.
  const unwritten = async () => {
    const behind = await Promise.all(
      cases
        .filter(({ isLost }) => !isLost)
        .map(async (played) => {
          const view = database.selectFrom('case_view').select('seq').where('id', '=', played.id);
          const [{ state }, row] = [await played.state(), await view.executeTakeFirst()];
          return row?.seq === state?.seq ? [] : [played.id];
        }),
    );
    return behind.flat();
  };
  await expect.poll(unwritten, { timeout: 20_000 }).toEqual([]);
}

async function isOver(played: PlayedCase): Promise<boolean> {
  if (played.isLost) return true;
  const { state } = await played.state();
  return state !== null && played.rules.states[state.state]?.kind === 'final';
}

/** Every form of a story passes the same schema as one that comes over HTTP. */
function parsed(rules: AnyRules, command: string, form: object): object {
  return processOf(rules.id, rules.version)?.forms[command]?.parse(form) as object;
}

/** A date that rests on a year without a table moves nothing, and a story has to come to its end on any day. */
function withComingYears(at: Instant): Calendars {
  const year = Number(yearOf(dateOf(at)));
  const plain = [1, 2, 3, 4, 5].map((more) => year + more).map(plainYear);
  const coming = plain.filter((one) => !calendars.some((known) => known.year === one.year));
  return calendarsFor(year, [...calendars, ...coming]);
}

function plainYear(year: number): CalendarYear {
  return { year, version: 1, notice: null, holidays: [], makeUpWorkdays: [] };
}
