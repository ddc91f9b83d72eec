import { continueAsNew, proxyActivities, setCurrentDetails, sleep, workflowInfo } from '@temporalio/workflow';
import type { RollOutActivities, RollOutInput, RollOutProgress, RollOutStage } from './calendar-roll-out.messages.ts';

/**
 * A case opened while the table was new may carry the one before: an api reads the tables every few seconds, and an opening
 * that waits for a worker gives up after ten minutes (`OPENING_WAIT`). After this time every such case is there to be told.
 */
const SETTLE_MS = 15 * 60_000;

const { enrolCases, tellPeople, finishRollOut } = proxyActivities<RollOutActivities>({
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '20 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '20 seconds' },
});

const { tellCases } = proxyActivities<RollOutActivities>({
  startToCloseTimeout: '5 minutes',
  // After the death of a worker the next one goes on this much later; every case that was told is noted by then.
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '20 seconds' },
});

/**
 * Brings one confirmed table to the open cases. What is done stands in `roll_out_case`, so this only says what comes next:
 * it may be stopped and repeated at any place.
 */
export async function calendarRollOut(input: RollOutInput): Promise<RollOutProgress> {
  const { year, version } = input;
  const key = { year, version };
  let progress: RollOutProgress = { total: 0, done: 0 };

  const stages: readonly RollOutStage[] = ['touched', 'others', 'late'];
  for (const stage of stages.slice(stages.indexOf(input.stage ?? 'touched'))) {
    if (stage === 'late') await sleep(input.settleMs ?? SETTLE_MS);
    if (stage !== 'others') progress = await enrolCases(key);
    show(stage);
    if (stage !== 'others') {
      await drain(stage, 1);
      await tellPeople(key);
    }
    if (stage !== 'touched') await drain(stage, 2);
    if (stage === 'others') await finishRollOut(key);
  }
  return progress;

  async function drain(stage: RollOutStage, wave: 1 | 2): Promise<void> {
    for (;;) {
      const { waiting, retryInMs, ...now } = await tellCases({ ...key, wave });
      progress = now;
      show(stage);
      if (waiting === 0) return;
      if (retryInMs > 0) await sleep(retryInMs);
      if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof calendarRollOut>({ ...input, stage });
    }
  }

  function show(stage: RollOutStage): void {
    const words = {
      touched: '有关期限 clocks that rest on it',
      others: '其余事项 other cases',
      late: '期间新开 opened meanwhile',
    };
    setCurrentDetails(
      `**放假安排 holiday table ${year} v${version}**\n- ${words[stage]}\n- 已告知 told ${progress.done} / ${progress.total}`,
    );
  }
}
