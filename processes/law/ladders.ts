/** Ladders as practice knows them (S7): dated data with its source; a process names one for each of its clocks. */
import type { DateString } from '../kernel/clock.ts';
import type { RungRule, Source } from '../kernel/define-rules.ts';

export interface Ladder {
  readonly name: string;
  readonly inForceFrom: DateString;
  readonly source: Source;
  readonly rungs: readonly RungRule[];
}

const urgingPractice: Source = {
  title: {
    zh: '某局热线工单办理办法:到期前提醒;逾期次日发《催办通知书》并抄送分管领导;催办后逾期超过5个工作日的书面批评',
    en: 'Rule of a bureau for hotline orders: reminder before expiry; written urging on the next day with copy to the leader in charge; criticism when more than 5 working days over',
  },
  standing: 'practice',
};

const remindBefore: RungRule = {
  name: 'remindBefore',
  action: 'remind',
  when: { before: { workingDays: 3 } },
  to: ['expected'],
};
const remindOnDay: RungRule = { name: 'remindOnDay', action: 'remind', when: { onDueDay: true }, to: ['expected'] };
const urge: RungRule = {
  name: 'urge',
  action: 'urge',
  when: { afterWorkingDays: 1 },
  to: ['expected'],
  copyTo: ['subdistrictLeader'],
};
/** More than five working days late is the sixth: due 2026-10-08, ordered on 2026-10-15, Saturday 10-10 counted. */
const order: RungRule = { name: 'order', action: 'order', when: { afterWorkingDays: 6 }, to: ['subdistrictLeader'] };

/** For a limit that binds an office: remind, urge, and in the end a supervision order (督办单). */
export const officeLadder: Ladder = {
  name: 'office',
  inForceFrom: '2026-01-01',
  source: urgingPractice,
  rungs: [remindBefore, remindOnDay, urge, order],
};

/** For a duty whose breach is answered by urging alone. */
export const urgingLadder: Ladder = {
  name: 'urging',
  inForceFrom: '2026-01-01',
  source: urgingPractice,
  rungs: [remindOnDay, urge],
};

/**
 * For a window that people may use or not: those concerned are reminded before it closes (亳州: evaluation is reminded of
 * before its end).
 */
export function windowLadder<Relation extends string>(
  to: readonly `#${Relation}`[],
): Omit<Ladder, 'rungs'> & { rungs: readonly RungRule<Relation>[] } {
  return {
    name: 'window',
    inForceFrom: '2026-01-01',
    source: {
      title: {
        zh: '评价期限届满前提醒的通行做法(亳州)',
        en: 'Practice of Bozhou: a reminder before the evaluation ends',
      },
      standing: 'practice',
    },
    rungs: [{ name: 'remindBefore', action: 'remind', when: { before: { workingDays: 3 } }, to }],
  };
}
