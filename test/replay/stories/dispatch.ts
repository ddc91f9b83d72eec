import { rules } from '../../../processes/dispatch/rules.ts';
import { addDays, dateOf } from '../../../processes/kernel/clock.ts';
import { sampleForms } from '../../processes/dispatch/sample-forms.ts';
import { sampleForms as itemForms } from '../../processes/service-item-admission/sample-forms.ts';
import { ANZHENXILI } from '../../support/case.ts';
import { cast } from './cast.ts';
import { emergency, taken } from './service-item-admission.ts';
import { actsOn, changed, extended, lose, type Move, type Opening, type Story } from './story.ts';
import { ordered } from './supervision-order.ts';

const act = actsOn('task', sampleForms);
const onItem = actsOn('item', itemForms);

/** Few hours, since the tasks of all stories reach one community. */
function issued(itemCode: string, name = 'task'): Opening {
  const form = changed(sampleForms['task.issue'], (at) => ({
    itemCode,
    from: dateOf(at),
    until: addDays(dateOf(at), 14),
    hoursPerMonth: 2,
  }));
  return { opens: name, rules, org: ANZHENXILI, by: cast.department, form };
}

const paid = (voucherNumber: string): Move => onItem('funds.confirm', cast.finance, { voucherNumber });
const unpaid: Move = onItem('funds.withdraw', cast.finance);
const done: readonly Move[] = [act('task.report', cast.worker), act('task.confirm', cast.department)];

export const dispatchStories: readonly Story[] = [
  {
    name: 'a-task-waits-for-money-and-stands-still-when-it-goes',
    moves: [
      ...emergency('CY-211'),
      issued('CY-211'),
      ...ordered({ about: 'task', process: rules.id }),
      paid('V-1'),
      act('gates.recheck', cast.department),
      act('task.accept', cast.director),
      unpaid,
      paid('V-2'),
      act('task.report', cast.worker),
      act('task.sendBack', cast.department),
      ...extended('task', 'redo', { by: { workingDays: 2 }, asker: cast.worker, decider: cast.department }),
      ...done,
    ],
    endsIn: { task: 'closed', item: 'temporary' },
  },
  {
    name: 'a-task-is-given-back-after-a-dispute',
    moves: [
      taken('CY-212'),
      issued('CY-212'),
      act('task.accept', cast.director),
      act('task.return', cast.director),
      act('return.dispute', cast.department),
      act('return.decide', cast.relief),
    ],
    endsIn: { task: 'returned' },
  },
  {
    name: 'a-task-is-given-back-and-taken-note-of',
    moves: [
      taken('CY-213'),
      issued('CY-213'),
      act('task.accept', cast.director),
      act('task.return', cast.director),
      act('return.acknowledge', cast.department),
    ],
    endsIn: { task: 'returned' },
  },
  {
    name: 'a-community-refuses-a-task',
    moves: [taken('CY-214'), issued('CY-214'), act('task.refuse', cast.secretary)],
    endsIn: { task: 'refused' },
  },
  {
    name: 'a-task-of-an-item-that-is-on-no-list-is-withdrawn',
    moves: [issued('CY-215'), act('task.withdraw', cast.department)],
    endsIn: { task: 'withdrawn' },
  },
  {
    name: 'a-task-ends-though-its-admission-is-lost',
    moves: [taken('CY-216'), issued('CY-216'), act('task.accept', cast.director), lose('item'), ...done],
    endsIn: { task: 'closed' },
  },
  {
    name: 'a-task-is-blocked-when-its-admission-is-lost',
    moves: [taken('CY-217'), lose('item'), issued('CY-217')],
    endsIn: { task: 'blocked' },
  },
  {
    name: 'a-lost-task-cannot-be-told-of-its-money',
    moves: [...emergency('CY-218'), paid('V-1'), issued('CY-218'), lose('task'), unpaid, paid('V-2')],
    endsIn: { item: 'temporary' },
  },
];
