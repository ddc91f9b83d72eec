import { Injectable } from '@nestjs/common';
import { readOrg } from '../../db/queries/orgs.ts';
import { listRunningCases } from '../../db/queries/policy.ts';
import { processOf } from '../../processes/index.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Calendars } from '../../processes/kernel/calendar.ts';
import { isoOf } from '../../processes/kernel/clock.ts';
import { type Light, lightWords, openDeadlines } from '../../processes/kernel/deadline.ts';
import type { Process } from '../../processes/kernel/define-process.ts';
import type { Setting } from '../../processes/kernel/define-rules.ts';
import { caseLight, numberInRound } from '../../processes/kernel/present.ts';
import { settingFault } from '../../processes/kernel/setting.ts';
import { type Locale, say } from '../../processes/kernel/text.ts';
import type { CaseRecord } from '../../workflows/case.messages.ts';
import { CalendarTables } from '../calendars/calendar-tables.ts';
import { processFor } from '../cases/case-reader.ts';
import { unitWords } from '../catalogue/limit-words.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { Store } from '../store.ts';
import type { LightCounts } from './board.ts';
import { changedClocks } from './policy-clocks.ts';
import { isAboveCommunity, staffReach } from './staff-reach.ts';

export interface PolicyQuestion {
  process: string;
  setting: string;
  value: number;
  org?: string | undefined;
  drill: boolean;
}

/** A case whose light would be another. */
export interface PolicyCase {
  id: string;
  number: string;
  title: string;
  org: string;
  orgText: string;
  drill: boolean;
  stateText: string;
  light: Light;
  lightText: string;
  lightThen: Light;
  lightThenText: string;
  /** The clock that makes the difference. */
  deadlineText: string;
  dueDate: string | null;
  dueAt: string;
  dueDateThen: string | null;
  dueAtThen: string;
  /** It would not be late but over: the case would have moved on by itself. */
  movesThen: boolean;
}

export interface PolicyView {
  process: string;
  processText: string;
  setting: string;
  settingText: string;
  unitText: string;
  /** In force for the organisation that was asked about. */
  from: number;
  to: number;
  looked: number;
  /** There are more cases than were looked at: every figure is a lower bound. */
  capped: boolean;
  /** Cases whose limit hangs on what was known of them when it started, and is not recomputed. */
  undecided: number;
  /** All cases that were looked at, by the light that they show, and by the one that they would. */
  lights: LightCounts;
  lightsThen: LightCounts;
  changedCount: number;
  /** As many of them as are listed here. */
  changed: PolicyCase[];
}

export const LOOKED_MAX = 2_000;
export const LISTED_MAX = 200;
const PAGE = 100;
/** Somebody waits for the answer. */
const BUDGET_MS = 6_000;
const valueWords = { zh: '不能用作该参数的数值', en: 'Cannot be used as the figure of this setting' };
const words = { zh: '试算时限调整', en: 'preview another figure' };

/** What another figure would have meant for the cases that go on now; nothing is written. */
@Injectable()
export class Policy {
  constructor(
    private readonly store: Store,
    private readonly tables: CalendarTables,
  ) {}

  async preview(actor: Actor, question: PolicyQuestion, locale: Locale): Promise<PolicyView> {
    const tops = staffReach(actor, words, locale);
    if (!isAboveCommunity(actor)) throw apiProblem('permission.denied', { command: say(words, locale) });
    const { setting, value, drill } = question;
    const process = processOf(question.process);
    if (!process) throw apiProblem('process.unknown', { process: question.process.slice(0, 60) });
    const rule = Object.entries<Setting>(process.rules.settings).find(([name]) => name === setting)?.[1];
    if (!rule) throw apiProblem('setting.unknown', { setting: setting.slice(0, 60) });
    if (settingFault(process.rules, { [setting]: value })) {
      throw apiProblem('form.invalid', { count: 1 }, { faults: [{ pointer: '/value', detail: valueWords }] });
    }
    const org = question.org ?? tops[0] ?? '';
    const [found, tablesOf] = await Promise.all([
      readOrg(this.store.db, { org, process: question.process }),
      this.tables.ofEach(),
    ]);
    const view: PolicyView = {
      process: question.process,
      processText: process.texts[locale].title,
      setting,
      settingText: process.texts[locale].settings[setting] ?? setting,
      unitText: unitWords(rule.unit, locale),
      from: found?.settings[setting] ?? rule.value,
      to: value,
      looked: 0,
      capped: false,
      undecided: 0,
      lights: { red: 0, yellow: 0, green: 0, grey: 0 },
      lightsThen: { red: 0, yellow: 0, green: 0, grey: 0 },
      changedCount: 0,
      changed: [],
    };
    const until = Date.now() + BUDGET_MS;
    for (let after = '0'; ; ) {
      const limit = Math.min(PAGE, LOOKED_MAX - view.looked + 1);
      const page = await listRunningCases(this.store.db, {
        tops,
        org: question.org,
        process: question.process,
        drill,
        after,
        limit,
      });
      for (const line of page.slice(0, LOOKED_MAX - view.looked))
        add(view, line, { calendars: tablesOf(line.record), locale });
      view.capped = page.length === limit && (view.looked >= LOOKED_MAX || Date.now() >= until);
      if (page.length < limit || view.capped) return view;
      after = page.at(-1)?.ordinal ?? after;
    }
  }
}

function add(
  view: PolicyView,
  { record, orgName, clockOffsetMs }: { record: CaseRecord; orgName: string; clockOffsetMs: number },
  { calendars, locale }: { calendars: Calendars; locale: Locale },
): void {
  const process = processFor(record);
  const at = Date.now() + clockOffsetMs;
  const open = openDeadlines(record.deadlines);
  const { clocks, undecided, first } = changedClocks(process, record, { [view.setting]: view.to }, calendars);
  const [light, lightThen] = [caseLight(open, at), caseLight(clocks, at)];
  view.looked += 1;
  view.lights[light] += 1;
  view.lightsThen[lightThen] += 1;
  if (undecided) view.undecided += 1;
  if (light === lightThen || !first) return;
  view.changedCount += 1;
  if (view.changed.length >= LISTED_MAX) return;
  const { before, after } = first;
  view.changed.push({
    ...nameOf(process, record, locale),
    orgText: orgName,
    light,
    lightText: say(lightWords[light], locale),
    lightThen,
    lightThenText: say(lightWords[lightThen], locale),
    deadlineText: process.texts[locale].deadlines[after.key] ?? after.key,
    dueDate: before.dueDate,
    dueAt: isoOf(before.dueAt),
    dueDateThen: after.dueDate,
    dueAtThen: isoOf(after.dueAt),
    movesThen: process.rules.deadlines[after.key]?.onExpiry !== undefined && at >= after.dueAt,
  });
}

function nameOf(process: Process, record: CaseRecord, locale: Locale) {
  return {
    id: record.id,
    number: numberInRound(record.number, record.data.round),
    title: process.rules.titleOf(record.data),
    org: record.org.id,
    drill: record.drill,
    stateText: process.texts[locale].states[record.state]?.title ?? record.state,
  };
}
