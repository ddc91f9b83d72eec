import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type Client, WithStartWorkflowOperation } from '@temporalio/client';
import pg from 'pg';
import { openDatabase } from '../db/pool.ts';
import type { CalendarYear } from '../processes/kernel/calendar.ts';
import type { Opening } from '../processes/kernel/case.ts';
import { type DateString, dateOf, daysBetween, yearOf } from '../processes/kernel/clock.ts';
import { calendarsFor } from '../processes/law/calendars/index.ts';
import { latestRules, rulesFor } from '../processes/rules.ts';
import type { Report } from '../tools/launch/launch-problem.ts';
import { createCaseSender, type SentCommand } from '../workflows/case.client.ts';
import {
  type Answer,
  type CaseInput,
  COMMAND_UPDATE,
  type CommandArgs,
  caseWorkflowId,
} from '../workflows/case.messages.ts';
import { applyLoad } from './load.ts';
import { type Person, signIn } from './people.ts';
import { type Spread, spreadOf } from './percentile.ts';
import { usageOf } from './process-usage.ts';
import { COMMUNITY, draft, LEAD, PROCESS, SUPPORTER, turn } from './proposal.ts';
import type { Servers } from './servers.ts';

/** What a new holiday table costs when every open deadline rests on it. */
export interface RollOutCost {
  cases: number;
  /** Of the draft with its preview of all these cases. */
  draftMs: number;
  /** From the confirmation until every case had the table and people were told. */
  toldMs: number;
  moved: number;
  /** Cases without exactly one entry in their ledger; none may be. */
  wrong: number;
  notices: number;
  /** Waiting times of people before and meanwhile. */
  usual: Spread;
  meanwhile: Spread;
  cpuSeconds: Record<string, number>;
}

/** People who act now and then: eight of them, each after a rest, are some forty commands a second at most. */
export const PEOPLE = 8;
export const REST_MS = 200;
const USUAL_COMMANDS = 400;
const OPENERS = 16;

/** Opens cases whose limit ends in June of next year, loads that year by two officers, and acts meanwhile. */
export async function measureRollOut(input: {
  client: Client;
  servers: Servers;
  cases: number;
  report: Report;
}): Promise<RollOutCost> {
  const { client, servers, cases, report } = input;
  const year = yearOf(dateOf(Date.now())) + 1;
  const pool = new pg.Pool({ connectionString: servers.databaseUrl, max: 4 });
  try {
    const [luo, qian, supporter] = await Promise.all(
      ['luo-min', 'qian-wei', SUPPORTER.id].map((id) => signIn(servers.apiUrl, id)),
    );
    if (luo === undefined || qian === undefined || supporter === undefined) throw new Error('nobody is signed in');
    const ids = await openCases(client, servers, { cases, until: `${year}-06-10` });
    report(`已开 ${cases} 件 / ${cases} cases are open`);
    const own = ids.slice(0, PEOPLE * 4);
    const usual = await actWhile(supporter, own, { commands: USUAL_COMMANDS });

    const draftFrom = performance.now();
    await put(luo, year, tableOf(year));
    const draftMs = performance.now() - draftFrom;
    const before = usageOf(servers.pids);
    const from = performance.now();
    const done = new AbortController();
    const acting = actWhile(supporter, own, { until: done.signal });
    await put(qian, year, { confirm: 1 });
    const rollOut = await untilTold(luo, year, report);
    const toldMs = performance.now() - from;
    done.abort();
    const meanwhile = await acting;
    const after = usageOf(servers.pids);
    const { rows } = await pool.query<{ wrong: number; notices: number }>(
      `select (select count(*)::int from unnest($1::text[]) as opened (id)
                where (select count(*) from ledger l where l.case_id = opened.id and l.type = 'calendar.applied' and l.in_force) <> 1) as wrong,
              (select count(*)::int from outbox where notice = 'calendar.applied') as notices`,
      [ids],
    );
    const cpuSeconds = Object.fromEntries(
      Object.entries(after).map(([part, usage]) => [part, usage.cpuSeconds - (before[part]?.cpuSeconds ?? 0)]),
    );
    const { wrong = -1, notices = 0 } = rows[0] ?? {};
    return { cases, draftMs, toldMs, moved: rollOut.movedDeadlines, wrong, notices, usual, meanwhile, cpuSeconds };
  } finally {
    await pool.end();
  }
}

/** The figures as lines of Markdown. */
export function rollOutLines(cost: RollOutCost): string[] {
  const { cases, toldMs, usual, meanwhile, cpuSeconds } = cost;
  const seconds = (ms: number): string => (ms / 1000).toFixed(1);
  const spread = ({ p50, p95, p99, count }: Spread): string =>
    `${[p50, p95, p99].map((ms) => ms.toFixed(1)).join(' / ')} (${count})`;
  const cpu = Object.entries(cpuSeconds).map(([part, used]) => `${part} ${used.toFixed(1)}`);
  return [
    '## 新放假安排 / a new holiday table',
    '',
    `Every deadline of ${cases} open cases moves. ${PEOPLE} people act by HTTP meanwhile, each ${REST_MS} ms after his last answer. Aims: within a minute, and people wait less than twice as long as usual (p50).`,
    '',
    '| open deadlines | draft with preview, s | all moved and people told, s | per s | moved | wrong | notices | usual p50 / p95 / p99 ms (n) | meanwhile | p50 × usual | CPU s |',
    '|---|---|---|---|---|---|---|---|---|---|---|',
    `| ${[cases, seconds(cost.draftMs), seconds(toldMs), ((cases * 1000) / toldMs).toFixed(0), cost.moved, cost.wrong, cost.notices, spread(usual), spread(meanwhile), (meanwhile.p50 / usual.p50).toFixed(2), cpu.join(', ')].join(' | ')} |`,
    '',
  ];
}

async function openCases(
  client: Client,
  { taskQueue, databaseUrl }: Servers,
  input: { cases: number; until: DateString },
): Promise<string[]> {
  const rules = latestRules(PROCESS);
  if (rules === undefined) throw new Error(`there is no ${PROCESS}`);
  const days = daysBetween(dateOf(Date.now()), input.until);
  const defaults = Object.fromEntries(Object.entries(rules.settings).map(([name, { value }]) => [name, value]));
  const calendars = calendarsFor(yearOf(dateOf(Date.now())));
  const ids: string[] = [];
  const database = openDatabase(databaseUrl);
  const sender = createCaseSender({ client, database, rulesFor });
  await applyLoad({ clients: OPENERS, operations: input.cases }, async (_client, operation) => {
    const id = randomUUID();
    const opening: Opening = {
      id,
      org: { id: COMMUNITY, kind: 'oldEstate' },
      drill: false,
      settings: { ...defaults, cosigningDays: days },
      calendars,
    };
    const input: CaseInput = { process: rules.id, version: rules.version, opening };
    const of = { caseId: id, org: COMMUNITY, drill: false };
    const started = commandArgs(rules.start, draft(`放假安排测试 ${operation}`));
    await sender.command({ ...of, opening, args: started }, (args) =>
      client.workflow.executeUpdateWithStart<never, Answer, [CommandArgs]>(COMMAND_UPDATE, {
        args: [args],
        updateId: args.commandId,
        startWorkflowOperation: new WithStartWorkflowOperation(rules.workflowType, {
          workflowId: caseWorkflowId(id),
          taskQueue,
          args: [input],
          workflowIdConflictPolicy: 'USE_EXISTING',
        }) as never,
      }),
    );
    await sender.act({ ...of, args: commandArgs('proposal.publish', {}) });
    ids.push(id);
  });
  await database.destroy();
  return ids;
}

function commandArgs(command: string, form: object): SentCommand['args'] {
  const actor = { id: LEAD, name: '刘桂兰', holdings: [{ role: 'resident', org: COMMUNITY }] } as const;
  const requestHash = createHash('sha256')
    .update(JSON.stringify([command, form]))
    .digest('hex');
  return { commandId: `bench:${randomUUID()}`, requestHash, command, form, actor, expectedSeq: null };
}

/** People who sign and take back, for a number of commands or until they are told to stop. */
export async function actWhile(
  person: Person,
  cases: readonly string[],
  end: { commands: number } | { until: AbortSignal },
): Promise<Spread> {
  const waitsMs: number[] = [];
  const turns = new Map<string, number>(turnsOf(person));
  const goesOn = () => ('commands' in end ? waitsMs.length < end.commands : !end.until.aborted);
  const live = async (one: number): Promise<void> => {
    const own = cases.filter((_, index) => index % PEOPLE === one);
    for (let act = 0; goesOn(); act += 1) {
      const caseId = own[act % own.length] ?? '';
      const count = turns.get(caseId) ?? 0;
      turns.set(caseId, count + 1);
      const { command, form } = turn(count % 2 === 1);
      const from = performance.now();
      await person.post(`/api/cases/${caseId}/commands/${command}`, { form });
      waitsMs.push(performance.now() - from);
      await wait(REST_MS);
    }
  };
  await Promise.all(Array.from({ length: PEOPLE }, (_, one) => live(one)));
  turnsKept.set(person, turns);
  return spreadOf(waitsMs);
}

/** Whoever has signed in one block takes back in the next. */
const turnsKept = new WeakMap<Person, Map<string, number>>();

function turnsOf(person: Person): Map<string, number> {
  return turnsKept.get(person) ?? new Map();
}

interface Year {
  rollOut: { done: number; total: number; toldAt: string | null; movedDeadlines: number } | null;
}

async function untilTold(person: Person, year: number, report: Report): Promise<NonNullable<Year['rollOut']>> {
  for (let round = 1; ; round += 1) {
    const { rollOut } = await person.get<Year>(`/api/calendars/${year}`);
    if (rollOut !== null && rollOut.toldAt !== null) return rollOut;
    if (round % 20 === 0) report(`已告知 / told ${rollOut?.done ?? 0} / ${rollOut?.total ?? 0}`);
    await wait(500);
  }
}

function put(person: Person, year: number, body: object): Promise<unknown> {
  return person.put(`/api/calendars/${year}`, body);
}

/** A notice that gives the tenth of June off, so that every date moves. */
function tableOf(year: number): Pick<CalendarYear, 'notice' | 'holidays' | 'makeUpWorkdays'> {
  const day = (monthDay: string): DateString => `${year}-${monthDay}`;
  const off = (zh: string, from: string, to: string) => ({ name: { zh, en: zh }, from: day(from), to: day(to) });
  return {
    notice: {
      number: '测试',
      title: '性能测试用放假安排',
      issuedOn: dateOf(Date.now()),
      source: 'https://www.gov.cn/',
    },
    holidays: [
      off('元旦', '01-01', '01-03'),
      off('春节', '02-05', '02-11'),
      off('清明', '04-03', '04-05'),
      off('劳动节', '05-01', '05-05'),
      off('端午', '06-09', '06-11'),
      off('国庆', '10-01', '10-07'),
    ],
    makeUpWorkdays: [],
  };
}
