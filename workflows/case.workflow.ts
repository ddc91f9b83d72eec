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
  type Answer,
  type CaseActivities,
  type CaseInput,
  COMMAND_UPDATE,
  type CommandArgs,
  RECENT_COMMANDS_MAX,
  REFUSED,
  type RecentCommand,
  type RecordedState,
  type Refusal,
  STATE_QUERY,
  type StateAnswer,
  type Step,
  TICK_UPDATE,
  type TickArgs,
  type Writer,
  type Written,
} from './case.messages.ts';
import { caseDetails } from './case-details.ts';
import { createTail } from './case-tail.ts';

export type FindRules = (process: string, version: number) => AnyRules | undefined;

const commandUpdate = defineUpdate<Answer, [CommandArgs]>(COMMAND_UPDATE);
const tickUpdate = defineUpdate<Answer, [TickArgs]>(TICK_UPDATE);
const calendarUpdate = defineUpdate<Answer, [CalendarArgs]>(CALENDAR_UPDATE);
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

const { writeSteps, claimCaseRungs } = proxyActivities<CaseActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '20 seconds' },
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
  let shownNumber = state?.number ?? null;
  /** What the validator has just decided; the handler of the same command runs in the same activation. */
  let judged: { commandId: string; at: Instant; state: CaseState | null; decision: Decision } | undefined;
  /** Steps that no sender asked for, and the last one of all, are written by the case itself. */
  let hasOwnSteps = false;
  const relaysUnderWay = new Set<string>();
  const tail = createTail({
    written: input.carried?.written ?? null,
    unwritten: input.carried?.unwritten ?? [],
  });

  setHandler(stateQuery, () => ({ state: state && numbered(state), answer: state && answer(null), run }));
  setHandler(tickUpdate, tick, {
    description: 'Look at the clock and tell every step that the sender lacks.',
    validator: refuseStranger,
  });
  setHandler(calendarUpdate, takeTables, {
    description: 'Take over holiday tables and count open clocks again.',
    validator: refuseStranger,
  });
  setHandler(commandUpdate, command, {
    description: 'A person’s act, or another case’s: opens the case or moves it.',
    validator: refuseEarly,
  });
  // The commands that came together with the start are handled here, before anything is waited for.
  await condition(() => state !== null || openingRefused, OPENING_WAIT_MS + (input.aheadMs ?? 0));
  while (state !== null && !isOver(state)) {
    startRelays(state);
    if (hasOwnSteps) await writeOwn();
    const dueAt = nextAlarm(state);
    const woken = () =>
      failure !== undefined ||
      hasOwnSteps ||
      isOver(held()) ||
      nextAlarm(held()) !== dueAt ||
      hasNewRelay() ||
      mustContinue();
    const untilDue = dueAt === undefined ? undefined : Math.max(1, dueAt - Date.now());
    const byChange =
      untilDue === undefined ? await condition(woken).then(() => true) : await condition(woken, untilDue);
    if (failure !== undefined) throw failure;
    if (!byChange) await passTime();
    if (mustContinue() && !hasOwnSteps) {
      await condition(allHandlersFinished);
      await continueCase();
    }
  }
  // Nobody can ask a workflow that has ended, so it does not end before everything is written.
  while (!tail.isEmpty()) await writeOwn();
  await condition(allHandlersFinished);

  /** A sender who has read what this case never was: nothing is accepted on such ground. */
  function refuseStranger({ written }: TickArgs): void {
    const fault = state === null ? problem('case.notFound') : tail.fault(written);
    if (fault) throw refusal(fault);
  }

  /** Only says no, and writes nothing: what is refused here leaves no trace in the history. */
  function refuseEarly(args: CommandArgs): void {
    // A refused opening has to end the workflow, so the handler refuses it.
    if (state === null) return;
    refuseStranger(args);
    if (isRecent(args.commandId)) return;
    const decision = decideNow(args);
    if ('refused' in decision) throw refusal(decision.refused);
    judged = { commandId: args.commandId, at: Date.now(), state, decision };
  }

  function command(args: CommandArgs): Answer {
    const { commandId, requestHash, written } = args;
    if (state === null && written !== null) {
      // An opening of a case that lived long ago: this run must not go on as if it were that case.
      openingRefused = true;
      throw refusal(problem('case.openedBefore'));
    }
    tail.told(written);
    if (isRecent(commandId)) return answerAgain(args);
    const decision = decidedBefore(args) ?? decideNow(args);
    judged = undefined;
    if ('refused' in decision) {
      openingRefused ||= state === null;
      throw refusal(decision.refused);
    }
    const { refusedAfter } = decision;
    const recent = { commandId, requestHash, ...(refusedAfter ? { refusedAfter } : {}) };
    recentCommands = [...recentCommands, recent].slice(-RECENT_COMMANDS_MAX);
    apply(decision, recent);
    return { ...answer(written), ...(refusedAfter ? { refusedAfter } : {}) };
  }

  /** The validator has judged the same act at the same instant, if it is no replay. */
  function decidedBefore({ commandId }: CommandArgs): Decision | undefined {
    const isSame = judged?.commandId === commandId && judged.state === state && judged.at === Date.now();
    return isSame ? judged?.decision : undefined;
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

  /** Same key, same act: whatever of it is not written yet is told again. */
  function answerAgain({ commandId, requestHash, written }: CommandArgs): Answer {
    const known = recentCommands.find((recent) => recent.commandId === commandId);
    if (known?.requestHash !== requestHash) throw refusal(problem('idempotency.reused'));
    return { ...answer(written), ...(known.refusedAfter ? { refusedAfter: known.refusedAfter } : {}) };
  }

  function tick({ written }: TickArgs): Answer {
    if (state === null) throw refusal(problem('case.notFound'));
    tail.told(written);
    apply(advance(rules, state, Date.now()), null);
    return answer(written);
  }

  /** Looks at the tables it holds, so that the same roll-out may come again, also in a later run. */
  function takeTables({ calendars, rollOut, written }: CalendarArgs): Answer {
    if (state === null) throw refusal(problem('case.notFound'));
    tail.told(written);
    const tables = withTables(state.calendars, calendars);
    if (tables !== state.calendars && !isOver(state)) {
      apply(recalculate(rules, state, tables, Date.now(), rollOutCommandId(rollOut, state.id)), null);
    }
    return answer(written);
  }

  /** A drill's own clock has come to something: what was to be sent first, as the clock of real cases does it. */
  async function passTime(): Promise<void> {
    await writeOwn();
    const at = Date.now();
    await claimRungs(at);
    if ((clockMoves(rules, held())[0]?.at ?? Infinity) <= at) applyOwn(advance(rules, held(), at));
  }

  async function claimRungs(at: Instant): Promise<void> {
    const due = rungsOf(rules, held()).filter((rung) => rung.at <= at && isUnclaimed(rung));
    if (due.length === 0) return;
    await claimCaseRungs({ caseId: caseId(), at });
    const listed = new Set(rungsOf(rules, held()).map(({ key }) => key));
    claimedRungs = [...claimedRungs, ...due.map(({ key }) => key)].filter((key) => listed.has(key));
  }

  function isUnclaimed({ action, key }: ArmedRung): boolean {
    return action !== 'expire' && !claimedRungs.includes(key);
  }

  /** The only place where the case changes: at once, so that the order is fixed. It is written by whoever is answered. */
  function apply({ state: next, entries, notices }: Outcome, command: Step['command']): void {
    state = next;
    if (entries.length > 0) tail.add({ entries, notices, command, writer: writer() });
    show(next);
  }

  function applyOwn(outcome: Outcome): void {
    apply(outcome, null);
    hasOwnSteps ||= outcome.entries.length > 0;
  }

  /** Writes whatever is not known to be written, as long as it takes: the machine is never rolled back. */
  async function writeOwn(): Promise<void> {
    hasOwnSteps = false;
    if (tail.isEmpty()) return;
    tail.told(await writeSteps(answer(null)));
    show(held());
  }

  function answer(written: Written | null): Answer {
    const at = Date.now();
    return { steps: tail.after(written), state: recordedState(held()), rungs: rungsOf(rules, held()), at };
  }

  function writer(): Writer {
    const { historyLength, runId } = workflowInfo();
    return { run, runId, history: historyLength, at: Date.now() };
  }

  /** Each upsert is an event of the history, so there is one only when the state changes, and for the number. */
  function show(shown: CaseState): void {
    const number = numberOf(shown);
    setCurrentDetails(caseDetails(shown, number));
    const isNumbered = number !== null && number !== shownNumber;
    if (shownState === shown.state && !isNumbered) return;
    upsertSearchAttributes([
      { key: stateAttribute, value: shown.state },
      ...(isNumbered ? [{ key: numberAttribute, value: number }] : []),
    ]);
    shownState = shown.state;
    shownNumber = number;
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
    applyOwn({
      state: answered.state,
      entries: [...now.entries, ...answered.entries],
      notices: [...now.notices, ...answered.notices],
    });
  }

  /** The number is given by the first write, which the relay of an opening has to wait for. */
  async function numberedRelay(relay: PendingRelay['relay']): Promise<PendingRelay['relay']> {
    if (numberOf(held()) === null) tail.told(await writeSteps(answer(null)));
    return { ...relay, form: { ...relay.form, number: numberOf(held()) } };
  }

  function sender({ id: caseId, process, version, org, drill }: CaseState): Sender {
    return { caseId, process, version, org: org.id, drill };
  }

  async function continueCase(): Promise<never> {
    const carried = { state: numbered(held()), written: tail.written(), unwritten: tail.all(), run: run + 1 };
    return makeContinueAsNewFunc<(next: CaseInput) => Promise<void>>()({
      process: input.process,
      version: input.version,
      carried: { ...carried, recentCommands, claimedRungs },
      ...(input.historyEventsMax === undefined ? {} : { historyEventsMax: input.historyEventsMax }),
    });
  }

  /**
   * The stale screen is told the case as the clock has made it by now, even if nobody has told the case so yet: its sequence
   * number is the one that the next command will be compared with.
   */
  function refusal(refused: Problem): ApplicationFailure {
    const now = state && recordedState(advance(rules, state, Date.now()).state);
    const details: [Refusal] = [{ problem: refused, state: now }];
    return ApplicationFailure.create({ type: REFUSED, message: refused.code, nonRetryable: true, details });
  }

  function recordedState(of: CaseState): RecordedState {
    const { calendars: _calendars, relays: _relays, ...recorded } = numbered(of);
    return recorded;
  }

  function held(): CaseState {
    assert(state, 'the case is open');
    return state;
  }

  function numberOf({ number }: CaseState): string | null {
    return number ?? tail.written()?.number ?? null;
  }

  function numbered(of: CaseState): CaseState {
    return of.number === null ? { ...of, number: numberOf(of) } : of;
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
}
