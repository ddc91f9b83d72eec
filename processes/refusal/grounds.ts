import type { DateString } from '../kernel/clock.ts';
import type { RegisterLine } from '../kernel/register.ts';
import { type StatisticalMark, statisticalFault } from '../law/statistics.ts';
import type { Forms } from './forms.ts';
import { type Standing, standingOf } from './listing.ts';
import { threatsIn } from './threats.ts';

/** Why a task need not be done. Each ground holds what the notice says of it. */
export type Ground =
  | ({ kind: 'notListed'; itemCode: string | null } & Omit<Standing, 'item'>)
  | { kind: 'statisticalForm'; form: string; missing: StatisticalMark[]; expiredOn: DateString | null; day: DateString }
  | { kind: 'moneyMissing' }
  | { kind: 'assessmentThreat'; words: string[] };

export type GroundKind = Ground['kind'];

export interface Judgement {
  grounds: Ground[];
  /** The entry of the list that covers the task, if one does. */
  listed: { code: string; name: string } | null;
  /** Where only the threat is unlawful, the task is done and the threat alone is refused. */
  refuses: 'task' | 'assessment';
}

/**
 * The grounds of a refusal, from what the community wrote down and the list of that day. Pure: the same task and the same
 * list give the same grounds at any time.
 */
export function judgeTask(task: Forms['task.refuse'], list: readonly RegisterLine[]): Judgement {
  const { item, ...standing } = standingOf(task, list);
  const fault = task.asksForForm && statisticalFault(task.asksForForm, task.receivedOn);
  const words = threatsIn(task.wording, task.threat);
  const grounds: Ground[] = [];
  if (!item) grounds.push({ kind: 'notListed', itemCode: task.itemCode ?? null, ...standing });
  if (fault) {
    grounds.push({ kind: 'statisticalForm', form: task.asksForForm?.name ?? '', ...fault, day: task.receivedOn });
  }
  // For an item that the list says needs no money, its lack is no ground.
  if (task.moneyMissing && (item?.moneyNeeded ?? true)) grounds.push({ kind: 'moneyMissing' });
  const refuses = grounds.length > 0 ? 'task' : 'assessment';
  // A threat that was reported counts though its words are not on the list of words: it is found true or not by a person.
  if (words.length > 0 || task.threat !== undefined) grounds.push({ kind: 'assessmentThreat', words });
  return { grounds, listed: item && { code: item.code, name: item.name }, refuses };
}
