/**
 * The re-arm table: what each act does to each kind of clock. Timers lost or doubled at a verb are the most common fault of
 * such systems, so the whole answer stands here once; a test drives every cell through the real
 * functions, and the documentation is generated from it.
 */

/** What becomes of a clock. */
export type ClockEffect =
  | 'starts'
  | 'startsAnew'
  | 'keeps'
  | 'stops'
  | 'pauses'
  | 'goesOn'
  | 'staysPaused'
  | 'moves'
  | 'turnsRed'
  | 'expires'
  | 'waits'
  | 'staysOverdue'
  | 'staysStopped'
  | 'recordedLate'
  | 'refused';

/** Kinds of clock, and the situations in which an act may find one. */
export const clockKinds = {
  workingDays: '工作日 / Working days',
  calendarDays: '自然日 / Calendar days',
  months: '月 / Months',
  hours: '小时 / Hours',
  window: '到期自动流转 / Window that moves the case',
  pausedByState: '因环节暂停 / Paused by the state',
  pausedByPerson: '由人暂停 / Paused by a person',
  overdue: '已超期 / Overdue',
  provisional: '暂定的窗口 / Window with a provisional end',
  expired: '窗口已届满 / Window that is over',
} as const;
export type ClockKind = keyof typeof clockKinds;

type Row = readonly [
  workingDays: ClockEffect,
  calendarDays: ClockEffect,
  months: ClockEffect,
  hours: ClockEffect,
  window: ClockEffect,
  pausedByState: ClockEffect | null,
  pausedByPerson: ClockEffect | null,
  overdue: ClockEffect | null,
  provisional: ClockEffect,
  expired: ClockEffect | null,
];

const all = (effect: ClockEffect) => [effect, effect, effect, effect, effect] as const;
const untouched: Row = [...all('keeps'), 'staysPaused', 'staysPaused', 'staysOverdue', 'keeps', 'staysStopped'];
const stopped: Row = [...all('stops'), 'stops', 'stops', 'stops', 'stops', 'staysStopped'];
const anew: Row = [...all('startsAnew'), 'startsAnew', 'startsAnew', 'startsAnew', 'startsAnew', 'startsAnew'];

interface Act {
  title: string;
  cells: Row;
}

/** Acts in the order in which a case may meet them; `null` where the situation cannot be. */
export const rearmActs = {
  start: {
    title: '首次进入计时环节 / First entry of its state',
    cells: [...all('starts'), null, null, null, 'starts', null],
  },
  command: { title: '环节内办理 / Command that stays in the state', cells: untouched },
  claim: { title: '认领 / Claim', cells: untouched },
  link: { title: '关联事项 / Link to another case', cells: untouched },
  move: {
    title: '转入另一计时环节 / Move to another state in which it runs',
    cells: [...all('keeps'), 'goesOn', 'staysPaused', 'staysOverdue', 'keeps', 'staysStopped'],
  },
  sendBack: { title: '退回前一环节 / Return to an earlier state', cells: stopped },
  again: { title: '退回后再次进入 / Entry after a return', cells: anew },
  transfer: { title: '转办 / Transfer', cells: stopped },
  comeBack: { title: '转办退回 / Return of a transfer', cells: anew },
  wait: {
    title: '进入暂停环节 / Entry of a state that pauses',
    cells: [...all('pauses'), 'refused', 'staysPaused', 'staysOverdue', 'pauses', 'staysStopped'],
  },
  goOn: {
    title: '离开暂停环节 / Leaving a state that pauses',
    cells: [...all('goesOn'), 'goesOn', 'staysPaused', 'staysOverdue', 'goesOn', 'staysStopped'],
  },
  merge: {
    title: '申请并案 / Request to merge',
    cells: [...all('pauses'), 'staysPaused', 'staysPaused', 'staysOverdue', 'pauses', 'staysStopped'],
  },
  seal: { title: '并案完成 / Merged', cells: stopped },
  unmerge: { title: '解除并案 / Unmerged', cells: anew },
  pause: {
    title: '依法暂停 / Pause by a person',
    cells: [...all('pauses'), 'refused', 'refused', 'refused', 'pauses', 'refused'],
  },
  resume: {
    title: '恢复计时 / Resumption by a person',
    cells: [...all('refused'), 'refused', 'goesOn', 'refused', 'refused', 'refused'],
  },
  returnDay: {
    title: '恢复或复核日期届至 / The day on which a pause ends',
    cells: [...all('keeps'), 'staysPaused', 'goesOn', 'staysOverdue', 'keeps', 'staysStopped'],
  },
  askExtension: {
    title: '申请延期 / Request for more time',
    cells: [...all('keeps'), 'refused', 'refused', 'recordedLate', 'keeps', 'refused'],
  },
  grantExtension: {
    title: '同意延期 / More time granted',
    cells: [...all('moves'), 'refused', 'refused', 'refused', 'moves', 'refused'],
  },
  refuseExtension: {
    title: '不同意延期 / More time refused',
    cells: [...all('keeps'), 'refused', 'refused', 'staysOverdue', 'keeps', 'refused'],
  },
  yearLoaded: {
    title: '录入下一年放假安排 / Next year’s table loaded',
    cells: [...all('keeps'), 'staysPaused', 'staysPaused', 'staysOverdue', 'moves', 'staysStopped'],
  },
  yearCorrected: {
    title: '更正本年放假安排 / Correction of the table it runs through',
    cells: [
      'moves',
      'moves',
      'moves',
      'keeps',
      'moves',
      'staysPaused',
      'staysPaused',
      'staysOverdue',
      'moves',
      'staysStopped',
    ],
  },
  timeOver: {
    title: '时间届满 / The time is over',
    cells: [
      'turnsRed',
      'turnsRed',
      'turnsRed',
      'turnsRed',
      'expires',
      'staysPaused',
      'staysPaused',
      'staysOverdue',
      'waits',
      'staysStopped',
    ],
  },
  drillClock: {
    title: '演练时钟快进至届满 / The clock of a drill moved past the end',
    cells: [
      'turnsRed',
      'turnsRed',
      'turnsRed',
      'turnsRed',
      'expires',
      'staysPaused',
      'staysPaused',
      'staysOverdue',
      'expires',
      'staysStopped',
    ],
  },
  clockBack: { title: '时钟倒退 / A clock that went backwards', cells: untouched },
  restart: { title: '重启或接续运行 / Restart, continuation in a new run', cells: untouched },
  migration: { title: '流程版本升级 / Migration to another version', cells: untouched },
  withdrawal: { title: '撤回 / Withdrawal', cells: stopped },
  close: { title: '办结 / Close', cells: stopped },
  reopen: { title: '重启(新轮次) / Reopening, a new turn', cells: anew },
} as const satisfies Record<string, Act>;
export type RearmAct = keyof typeof rearmActs;

const effectWords: Record<ClockEffect, string> = {
  starts: '开始 / starts',
  startsAnew: '重新起算 / starts anew',
  keeps: '继续 / keeps running',
  stops: '停止 / stops',
  pauses: '暂停,余期保留 / pauses, remainder kept',
  goesOn: '以余期继续 / goes on with the remainder',
  staysPaused: '仍暂停 / stays paused',
  moves: '到期改变 / last day moves',
  turnsRed: '转红,不流转 / turns red',
  expires: '届满并流转 / expires and moves the case',
  waits: '待放假安排录入 / waits for the year to be loaded',
  staysOverdue: '仍超期 / stays overdue',
  staysStopped: '不变 / stays as it was',
  recordedLate: '记录为超期后不予受理 / recorded as overdue, then refused',
  refused: '不予受理 / refused',
};

/** One cell of the table, with its place. */
export interface RearmCell {
  act: RearmAct;
  kind: ClockKind;
  effect: ClockEffect;
}

/** Every cell that can be, row by row. */
export function rearmCells(): RearmCell[] {
  const kinds = Object.keys(clockKinds) as ClockKind[];
  return (Object.keys(rearmActs) as RearmAct[]).flatMap((act) =>
    kinds.flatMap((kind, index): RearmCell[] => {
      const effect = rearmActs[act].cells[index];
      return effect === null || effect === undefined ? [] : [{ act, kind, effect }];
    }),
  );
}

/** The table as Markdown, for `docs/rearm.md`. */
export function rearmTable(): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const titles = Object.values(clockKinds);
  const rows = Object.entries<Act>(rearmActs).map(([name, { title, cells }]) =>
    line([`${title} \`${name}\``, ...cells.map((effect) => (effect === null ? '—' : effectWords[effect]))]),
  );
  return [
    '# 计时重设表 / Re-arm table',
    '每一行是一个行为,每一列是一种计时;单元格说明该行为使计时如何变化。由代码生成,每格一个测试。',
    'Each row is an act, each column a kind of clock or the situation in which the act finds it. Generated from `processes/kernel/rearm.ts` (`npm run gen`); `test/processes/kernel/rearm.test.ts` drives every cell through the real functions.',
    [line(['', ...titles]), line(['---', ...titles.map(() => '---')]), ...rows].join('\n'),
    [
      '- 超期后暂停、延期都不能消除超期;超期后的延期申请先记录,再不予受理。A clock that is overdue is neither paused nor extended; a request that comes too late is recorded first.',
      '- 暂定日期不使事项流转;演练除外。A provisional date moves no case, except in a drill.',
      '- 由人暂停的计时不因事项流转而恢复,只由人或届至的日期恢复。A clock that a person stopped goes on by a person or by its day, never by a step of the case.',
    ].join('\n'),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}
