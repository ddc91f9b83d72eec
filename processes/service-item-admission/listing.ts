/** The lines of an item on the public list (公共服务事项清单). They only grow: what ends gets a later line without a value. */
import type { OrgId } from '../kernel/actor.ts';
import { addDays, type DateString, dateOf, type Instant } from '../kernel/clock.ts';
import type { RegisterEntry } from '../kernel/register.ts';
import type { AdmissionData, ListedItem } from './data.ts';

export const LIST = 'serviceItemList';

export function registers(data: AdmissionData, _of: { caseId: string; org: OrgId }): RegisterEntry[] {
  return data.listLines.map((line) => ({ register: LIST, key: data.item.code, ...line }));
}

/** The line that was written last, if the item has not been taken off. */
export function lineOf({ listLines }: AdmissionData): ListedItem | null {
  return listLines.at(-1)?.value ?? null;
}

export function putOnList(data: AdmissionData, { day, at }: { day: DateString; at: Instant }): AdmissionData {
  const { code, name, department, category, kind, acts, validUntil, hoursPerMonth } = data.item;
  const value: ListedItem = {
    code,
    name,
    department,
    category: category ?? 'assisting',
    kind,
    assistingActs: acts,
    effectiveFrom: lineOf(data)?.effectiveFrom ?? day,
    validUntil: validUntil ?? null,
    hoursPerMonth,
    moneyNeeded: data.money?.needed ?? false,
    temporary: data.origin === 'emergency',
  };
  return { ...data, listLines: [...data.listLines, { at, day: noEarlier(data, day), value }] };
}

/** Taken off from the day after its term, or from the day of the act. */
export function takeOffList(data: AdmissionData, { at, expired }: { at: Instant; expired: boolean }): AdmissionData {
  if (lineOf(data) === null) return data;
  const { validUntil } = data.item;
  const day = expired && validUntil !== undefined ? addDays(validUntil, 1) : dateOf(at);
  return { ...data, listLines: [...data.listLines, { at, day: noEarlier(data, day), value: null }] };
}

/** A line that is to hold from a day still ahead is ended on that day, not before it: the later day always wins. */
function noEarlier({ listLines }: AdmissionData, day: DateString): DateString {
  const last = listLines.at(-1)?.day;
  return last !== undefined && last > day ? last : day;
}
