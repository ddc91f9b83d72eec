import { defineSearchAttributeKey } from '@temporalio/common';
import {
  ApplicationFailure,
  allHandlersFinished,
  CancellationScope,
  condition,
  defineQuery,
  defineUpdate,
  makeContinueAsNewFunc,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import { withTables } from '../processes/kernel/calendar.ts';
import type { CaseState, PendingRelay, Sender } from '../processes/kernel/case.ts';
import { type Instant, MINUTE_MS } from '../processes/kernel/clock.ts';
import { clockMoves } from '../processes/kernel/deadline.ts';
import {
  advance,
  applyAutomatic,
  type CommandInput,
  type Decision,
  decide,
  type Outcome,
  open,
} from '../processes/kernel/decide.ts';
import type { AnyRules } from '../processes/kernel/define-rules.ts';
import { type ArmedRung, rungsOf } from '../processes/kernel/ladder.ts';
import { assert, type Problem, problem } from '../processes/kernel/problem.ts';
import { recalculate } from '../processes/kernel/recalculate.ts';
import { CALENDAR_UPDATE, type CalendarArgs, rollOutCommandId } from './calendar-roll-out.messages.ts';
import {
  type CaseActivities,
  type CaseInput,
  type CaseRecord,
  COMMAND_UPDATE,
  type CommandArgs,
  RECENT_COMMANDS_MAX,
  REFUSED,
  type RecentCommand,
  type Refusal,
  STATE_QUERY,
  type StateAnswer,
  TICK_UPDATE,
} from './case.messages.ts';
import { caseDetails } from './case-details.ts';
import { createRecorder, isOpenedBefore, type RecordStep, readAnswer } from './case-recorder.ts';

export type FindRules = (process: string, version: number) => AnyRules | undefined;

const commandUpdate = defineUpdate<CaseRecord, [CommandArgs]>(COMMAND_UPDATE);
const tickUpdate = defineUpdate<CaseRecord, []>(TICK_UPDATE);
const calendarUpdate = defineUpdate<void, [CalendarArgs]>(CALENDAR_UPDATE);
const stateQuery = defineQuery<StateAnswer>(STATE_QUERY);

const stateAttribute = defineSearchAttributeKey('CaseState', 'KEYWORD');
const numberAttribute = defineSearchAttributeKey('CaseNumber', 'KEYWORD');

/** How long a started workflow waits for the command that opens its case, before it ends as if it had never been. */
const OPENING_WAIT_MS = 10 * MINUTE_MS;

// Longer than the activity itself waits for the other case (activities/relay-command.ts).
const { relayCommand } = proxyActivities<CaseActivities>({
  startToCloseTimeout: '12 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});

/** Makes the one workflow that carries every case, whatever its process. */
export function makeCaseWorkflow(findRules: FindRules) {
  return function caseWorkflow(input: CaseInput): Promise<void> {
    return CancellationScope.nonCancellable(() => carryCase(findRules, input));
  };
}

async function carryCase(findRules: FindRules, input: CaseInput): Promise<void> {
  const found = findRules(input.process, input.version);
  // A worker without this version fails the task; the case waits for one that has it.
  assert(found, `this worker knows ${input.process}@${input.version}`);
  const rules = found;
  const run = input.carried?.run ?? 1;
  let state: CaseState | null = input.carried?.state ?? null;
  let recentCommands: RecentCommand[] = input.carried?.recentCommands ?? [];
  let claimedRungs: string[] = input.carried?.claimedRungs ?? [];
  let openingRefused = false;
  let failure: unknown;
  let shownState = state?.state;
  const relaysUnderWay = new Set<string>();
  const recorder = createRecorder(rules, run, { number: state?.number ?? null, hash: input.carried?.hash ?? null });

  setHandler(stateQuery, () => ({ state: numbered(), hash: recorder.receipt().hash, run }));
  setHandler(tickUpdate, tick, { description: 'Look at the clock and record the case as it stands.' });
  setHandler(calendarUpdate, takeTables, { description: 'Take over holiday tables and count open clocks again.' });
  setHandler(commandUpdate, command, {
    description: 'A person’s act, or another case’s: opens the case or moves it.',
    validator: refuseEarly,
  });
  // The commands that came together with the start are handled here, before anything is waited for.
  await condition(() => state !== null || openingRefused, OPENING_WAIT_MS + (input.aheadMs ?? 0));
  // A lost first task may have left rows of an opening that was never accepted.
  if (state === null) await recorder.abandon(caseId());
  while (state !== null && !isOver(state)) {
    startRelays(state);
    const dueAt = nextAlarm(state);
    const woken = () =>
      failure !== undefined || isOver(held()) || nextAlarm(held()) !== dueAt || hasNewRelay() || mustContinue();
    const untilDue = dueAt === undefined ? undefined : Math.max(1, dueAt - Date.now());
    const byChange =
      untilDue === undefined ? await condition(woken).then(() => true) : await condition(woken, untilDue);
    if (failure !== undefined) throw failure;
    if (!byChange) await passTime();
    if (mustContinue()) {
      await condition(isSettled);
      await continueCase();
    }
  }
  await condition(isSettled);

  /** Only says no, and writes nothing: what is refused here leaves no trace in the history. */
  function refuseEarly(args: CommandArgs): void {
    // A refused opening has to end the workflow, so the handler refuses it.
    if (state === null || isRecent(args.commandId)) return;
    const decision = decideNow(args);
    if ('refused' in decision) throw refusal(decision.refused);
  }

  async function command(args: CommandArgs): Promise<CaseRecord> {
    if (isRecent(args.commandId)) return answerAgain(args);
    const decision = decideNow(args);
    if ('refused' in decision) {
      openingRefused ||= state === null;
      throw refusal(decision.refused);
    }
    const { commandId, requestHash } = args;
    const { refusedAfter } = decision;
    const recent = { commandId, requestHash, ...(refusedAfter ? { refusedAfter } : {}) };
    recentCommands = [...recentCommands, recent].slice(-RECENT_COMMANDS_MAX);
    if (refusedAfter === undefined) {
      return apply(decision, { commandId, requestHash }).catch((error: unknown) => giveUp(error));
    }
    // What was asked stands in the record before it is refused; no answer is kept, so that none can say it was accepted.
    await apply(decision, null);
    throw refusal(refusedAfter);
  }

  /** An opening of a case that lived long ago: this run must not go on as if it were that case. */
  function giveUp(error: unknown): never {
    if (!isOpenedBefore(error)) throw error;
    state = null;
    failure = refusal(problem('case.openedBefore'));
    throw failure;
  }

  /** Decides at this instant on the case as the clock has made it; nothing is changed yet. */
  function decideNow(args: CommandArgs): Decision {
    const at = Date.now();
    const { commandId, command, form, actor, expectedSeq, relayed, from, fromOrg, registers } = args;
    const act: CommandInput = {
      command,
      form,
      actor,
      at,
      commandId,
      ...(relayed ? { relayed } : {}),
      ...(from ? { from } : {}),
      ...(fromOrg ? { fromOrg } : {}),
      ...(registers ? { registers } : {}),
    };
    if (state === null) {
      assert(input.opening, 'a case that is not carried has an opening');
      return open(rules, input.opening, act);
    }
    const advanced = advance(rules, state, at).state;
    if (expectedSeq !== null && expectedSeq !== advanced.seq) return { refused: problem('sequence.stale') };
    return decide(rules, state, act);
  }

  /** Same key, same act: the same answer, however often and in whichever run it is asked. */
  async function answerAgain({ commandId, requestHash }: CommandArgs): Promise<CaseRecord> {
    const known = recentCommands.find((recent) => recent.commandId === commandId);
    if (known?.requestHash !== requestHash) throw refusal(problem('idempotency.reused'));
    await recorder.settled();
    if (known.refusedAfter) throw refusal(known.refusedAfter);
    return (await readAnswer(commandId)) ?? recordNow(Date.now());
  }

  async function tick(): Promise<CaseRecord> {
    if (state === null) throw refusal(problem('case.notFound'));
    return apply(advance(rules, state, Date.now()), null);
  }

  /** Looks at the tables it holds, so that the same roll-out may come again, also in a later run. */
  async function takeTables({ calendars, rollOut }: CalendarArgs): Promise<void> {
    if (state === null) throw refusal(problem('case.notFound'));
    const tables = withTables(state.calendars, calendars);
    if (tables === state.calendars || isOver(state)) return recorder.settled();
    await apply(recalculate(rules, state, tables, Date.now(), rollOutCommandId(rollOut, state.id)), null);
  }

  /** A drill's own clock has come to something: what was to be sent first, as the clock of real cases does it. */
  async function passTime(): Promise<void> {
    const at = Date.now();
    await claimRungs(at);
    if ((clockMoves(rules, held())[0]?.at ?? Infinity) <= at) await apply(advance(rules, held(), at), null);
  }

  async function claimRungs(at: Instant): Promise<void> {
    const due = rungsOf(rules, held()).filter((rung) => rung.at <= at && isUnclaimed(rung));
    if (due.length === 0) return;
    await recorder.claim(caseId(), at);
    const listed = new Set(rungsOf(rules, held()).map(({ key }) => key));
    claimedRungs = [...claimedRungs, ...due.map(({ key }) => key)].filter((key) => listed.has(key));
  }

  function isUnclaimed({ action, key }: ArmedRung): boolean {
    return action !== 'expire' && !claimedRungs.includes(key);
  }

  /** The only place where the case changes: at once, so that the order is fixed; then it is written. */
  async function apply(outcome: Outcome, command: RecordStep['command']): Promise<CaseRecord> {
    state = outcome.state;
    setCurrentDetails(caseDetails(state, recorder.receipt().number));
    const record = await recorder.record({ ...outcome, command });
    show(record);
    setCurrentDetails(caseDetails(held(), record.number));
    return record;
  }

  /** Each upsert is an event of the history, so there is one only when the state changes. */
  function show({ state: name, number }: CaseRecord): void {
    if (shownState === name) return;
    const numbering = shownState === undefined ? [{ key: numberAttribute, value: number }] : [];
    upsertSearchAttributes([{ key: stateAttribute, value: name }, ...numbering]);
    shownState = name;
  }

  function startRelays({ relays }: CaseState): void {
    for (const relay of relays.filter(({ id }) => !relaysUnderWay.has(id))) {
      relaysUnderWay.add(relay.id);
      carryRelay(relay).catch((error: unknown) => {
        failure = error;
      });
    }
  }

  /** Sends a command to another case and feeds back what became of it. After a restart it goes again under the same id. */
  async function carryRelay({ id, relay }: PendingRelay): Promise<void> {
    const commandId = `relay:${caseId()}:${id}`;
    const sent = relay.numbered ? await numberedRelay(relay) : relay;
    const answer = await relayCommand({ from: sender(held()), relay: sent, commandId });
    const now = advance(rules, held(), Date.now());
    const answered = applyAutomatic(
      rules,
      { ...now.state, relays: now.state.relays.filter((pending) => pending.id !== id) },
      {
        event: answer.accepted ? relay.accepted : relay.refused,
        at: Date.now(),
        commandId: `${commandId}:answer`,
        reply: answer.accepted ? answer.record : answer.problem,
      },
    );
    await apply(
      {
        state: answered.state,
        entries: [...now.entries, ...answered.entries],
        notices: [...now.notices, ...answered.notices],
      },
      null,
    );
  }

  /** The number is given by the first record, which the relay of an opening has to wait for. */
  async function numberedRelay(relay: PendingRelay['relay']): Promise<PendingRelay['relay']> {
    await recorder.settled();
    return { ...relay, form: { ...relay.form, number: recorder.receipt().number } };
  }

  function sender({ id: caseId, process, version, org, drill }: CaseState): Sender {
    return { caseId, process, version, org: org.id, drill };
  }

  async function continueCase(): Promise<never> {
    const { hash, number } = recorder.receipt();
    assert(hash !== null, 'a case is recorded before it goes on in a new run');
    return makeContinueAsNewFunc<(next: CaseInput) => Promise<void>>()({
      process: input.process,
      version: input.version,
      carried: { state: { ...held(), number }, hash, run: run + 1, recentCommands, claimedRungs },
      ...(input.historyEventsMax === undefined ? {} : { historyEventsMax: input.historyEventsMax }),
    });
  }

  /**
   * The stale screen is told the case as the clock has made it by now, even if the timer that records it is a moment late:
   * its sequence number is the one that the next command will be compared with. The receipt is that of the last row written.
   */
  function refusal(refused: Problem): ApplicationFailure {
    const details: [Refusal] = [{ problem: refused, record: state === null ? null : recordNow(Date.now()) }];
    return ApplicationFailure.create({ type: REFUSED, message: refused.code, nonRetryable: true, details });
  }

  function recordNow(at: Instant): CaseRecord {
    const { calendars: _calendars, relays: _relays, ...readable } = advance(rules, held(), at).state;
    const { hash, number } = recorder.receipt();
    return { ...readable, number: number ?? '', hash: hash ?? '' };
  }

  function held(): CaseState {
    assert(state, 'the case is open');
    return state;
  }

  function numbered(): CaseState | null {
    return state && { ...state, number: recorder.receipt().number };
  }

  function caseId(): string {
    const id = state?.id ?? input.opening?.id;
    assert(id, 'a case has an id');
    return id;
  }

  function isRecent(commandId: string): boolean {
    return recentCommands.some((recent) => recent.commandId === commandId);
  }

  function hasNewRelay(): boolean {
    return held().relays.some(({ id }) => !relaysUnderWay.has(id));
  }

  /**
   * When the case has to wake by itself. Real cases have no timer: day-based limits all end at one instant, and one clock
   * serves thousands of them at a hundredth of the cost (docs/decisions/0007). A drill lives in its own time.
   */
  function nextAlarm(carried: CaseState): Instant | undefined {
    if (!carried.drill) return undefined;
    return rungsOf(rules, carried).find((rung) => rung.action === 'expire' || isUnclaimed(rung))?.at;
  }

  function isOver({ state: name, relays }: CaseState): boolean {
    return rules.states[name]?.kind === 'final' && relays.length === 0;
  }

  function mustContinue(): boolean {
    const { continueAsNewSuggested, historyLength } = workflowInfo();
    return !isOver(held()) && (continueAsNewSuggested || historyLength >= (input.historyEventsMax ?? Infinity));
  }

  function isSettled(): boolean {
    return allHandlersFinished() && recorder.isIdle();
  }
}
