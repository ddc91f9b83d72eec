/**
 * The gates between a department's task and a community (权责匹配、费随事转): no task passes unless the item stands in the list
 * valid on that day, its agreement is signed, its money has come for the whole time, and the responsibility stays with the
 * department (北京市街道办事处条例 arts. 32, 41). Pure: the same standing gives the same answer everywhere.
 */
import type { DateString } from '../kernel/clock.ts';
import type { Words } from '../kernel/text.ts';
import { assistingActs } from './service-items.ts';

export const gateNames = ['listed', 'agreed', 'funded', 'responsibility', 'area', 'ceiling'] as const;
export type GateName = (typeof gateNames)[number];

/** One gate, open or closed, with the reason as a code of `gateReasons` and the values that its words mention. */
export interface Gate {
  gate: GateName;
  open: boolean;
  reason: GateReason;
  values: Record<string, string | number>;
}

/** What is known of an item on the day on which a task is looked at. */
export interface ItemStanding {
  standing: 'notAdmitted' | 'inEffect' | 'suspended' | 'ended';
  /** The time for which it stands in the list; null: it does not. */
  listed: { from: DateString; until: DateString | null } | null;
  /** An item taken over from an older list stands by its basis, one of an emergency by its written standard (art. 41). */
  agreement: 'signed' | 'notSigned' | 'existingBasis' | 'emergencyStandard';
  money: MoneyStanding;
  acts: readonly string[];
  hoursPerMonth: number;
  /** Organisations in which it holds, with all below them. */
  areas: readonly string[];
}

export type MoneyStanding =
  | { needed: false; because: string | null }
  /** The time whose money has come; null: none has. */
  | { needed: true; covered: { from: DateString; until: DateString } | null };

/** What a department asks of one community. */
export interface TaskStanding {
  /** The day on which it is looked at. */
  day: DateString;
  org: string;
  from: DateString;
  until: DateString;
  acts: readonly string[];
  hoursPerMonth: number;
  mainResponsible: 'department' | 'community';
  burden: { committedHoursPerMonth: number; ceilingHoursPerMonth: number; overCeilingDecidedBy: string | null };
}

/** All six gates, always, in their fixed order. */
export function gatesOf(item: ItemStanding, task: TaskStanding): readonly Gate[] {
  return [
    { gate: 'listed', ...listed(item, task) },
    { gate: 'agreed', ...agreed(item, task) },
    { gate: 'funded', ...funded(item, task) },
    { gate: 'responsibility', ...responsibility(item, task) },
    { gate: 'area', ...area(item, task) },
    { gate: 'ceiling', ...ceiling(task) },
  ];
}

/** A task passes only if no gate is closed. */
export function allOpen(gates: readonly Gate[]): boolean {
  return gates.every(({ open }) => open);
}

export function closedGates(gates: readonly Gate[]): Gate[] {
  return gates.filter(({ open }) => !open);
}

type Answer = Omit<Gate, 'gate'>;

function open(reason: GateReason, values: Gate['values'] = {}): Answer {
  return { open: true, reason, values };
}

function closed(reason: GateReason, values: Gate['values'] = {}): Answer {
  return { open: false, reason, values };
}

function listed({ standing, listed: line }: ItemStanding, { day, from, until }: TaskStanding): Answer {
  if (standing === 'ended') return closed('item.ended');
  if (standing === 'suspended') return closed('item.suspended');
  if (standing === 'notAdmitted' || line === null) return closed('item.notListed');
  if (from > until) return closed('task.endsBeforeStart', { from, until });
  const first = day < from ? day : from;
  if (first < line.from) return closed('item.notYet', { effectiveFrom: line.from });
  if (line.until !== null && until > line.until) return closed('item.endsBefore', { validUntil: line.until });
  return open('item.listed', { effectiveFrom: line.from });
}

function agreed({ agreement, hoursPerMonth }: ItemStanding, task: TaskStanding): Answer {
  if (agreement === 'notSigned') return closed('agreement.notSigned');
  if (task.hoursPerMonth > hoursPerMonth) {
    return closed('agreement.hoursAbove', { asked: task.hoursPerMonth, agreed: hoursPerMonth });
  }
  return open(`agreement.${agreement}`);
}

/** Half the money opens only what it covers: the whole time of the task must be paid for. */
function funded({ money }: ItemStanding, { from, until }: TaskStanding): Answer {
  if (!money.needed) return money.because === null ? closed('funds.noReason') : open('funds.notNeeded');
  const { covered } = money;
  if (covered === null) return closed('funds.none');
  const values = { coveredFrom: covered.from, coveredUntil: covered.until };
  return from >= covered.from && until <= covered.until
    ? open('funds.covered', values)
    : closed('funds.notCovered', values);
}

function responsibility(item: ItemStanding, { acts, mainResponsible }: TaskStanding): Answer {
  if (mainResponsible === 'community') return closed('responsibility.shifted');
  if (acts.length === 0) return closed('responsibility.noAct');
  const foreign = acts.filter((act) => !(assistingActs as readonly string[]).includes(act) || !item.acts.includes(act));
  // Sorted, so that the answer does not hang on the order in which the acts were named.
  return foreign.length === 0
    ? open('responsibility.department')
    : closed('responsibility.actNotAdmitted', { acts: [...new Set(foreign)].sort().join(',') });
}

function area({ areas }: ItemStanding, { org }: TaskStanding): Answer {
  return areas.some((area) => org === area || org.startsWith(`${area}.`))
    ? open('area.within')
    : closed('area.outside', { org });
}

function ceiling({ hoursPerMonth, burden }: TaskStanding): Answer {
  const { committedHoursPerMonth, ceilingHoursPerMonth, overCeilingDecidedBy } = burden;
  const values = { committed: committedHoursPerMonth, added: hoursPerMonth, ceiling: ceilingHoursPerMonth };
  if (committedHoursPerMonth + hoursPerMonth <= ceilingHoursPerMonth) return open('ceiling.below', values);
  return overCeilingDecidedBy === null
    ? closed('ceiling.exceeded', values)
    : open('ceiling.decided', { ...values, by: overCeilingDecidedBy });
}

export const gateTitles: Record<GateName, Words> = {
  listed: { zh: '列入有效清单', en: 'on the valid list' },
  agreed: { zh: '协议已签订', en: 'agreement signed' },
  funded: { zh: '经费到位', en: 'money confirmed' },
  responsibility: { zh: '主体责任不转移', en: 'responsibility not shifted' },
  area: { zh: '在适用范围内', en: 'within the area' },
  ceiling: { zh: '不超社区负担上限', en: "within the community's ceiling" },
};

/** Why a gate is open or closed, in words. */
export const gateReasons = {
  'item.listed': { zh: '事项在清单内,自{effectiveFrom}起有效', en: 'on the list, valid from {effectiveFrom}' },
  'item.notListed': { zh: '事项未列入清单', en: 'the item is not on the list' },
  'item.notYet': { zh: '事项{effectiveFrom}起才生效', en: 'the item takes effect on {effectiveFrom} only' },
  'item.endsBefore': { zh: '事项有效期只到{validUntil}', en: 'the item ends on {validUntil}' },
  'item.suspended': { zh: '事项已暂停', en: 'the item is suspended' },
  'item.ended': { zh: '事项已退出清单', en: 'the item has left the list' },
  'task.endsBeforeStart': {
    zh: '任务止期{until}早于起期{from}',
    en: 'the task ends on {until}, before it starts on {from}',
  },
  'agreement.signed': { zh: '协议已签订', en: 'the agreement is signed' },
  'agreement.notSigned': { zh: '协议尚未签订', en: 'the agreement is not signed' },
  'agreement.existingBasis': { zh: '原清单事项,按原依据执行', en: 'taken over from the older list, by its basis' },
  'agreement.emergencyStandard': {
    zh: '应急事项,按书面要求、标准和流程执行',
    en: 'an emergency, by its written standard',
  },
  'agreement.hoursAbove': {
    zh: '每月{asked}小时超过约定的{agreed}小时',
    en: '{asked} hours a month are more than the {agreed} agreed',
  },
  'funds.covered': {
    zh: '{coveredFrom}至{coveredUntil}的经费已到位',
    en: 'money has come for {coveredFrom} to {coveredUntil}',
  },
  'funds.notCovered': {
    zh: '到位经费只覆盖{coveredFrom}至{coveredUntil}',
    en: 'the money that has come covers {coveredFrom} to {coveredUntil} only',
  },
  'funds.none': { zh: '经费尚未到位', en: 'no money has come' },
  'funds.notNeeded': { zh: '不需要经费,理由已写明', en: 'no money needed, with a written reason' },
  'funds.noReason': { zh: '未写明不需要经费的理由', en: 'no reason is given why no money is needed' },
  'responsibility.department': { zh: '主体责任在部门', en: 'the department is responsible' },
  'responsibility.shifted': {
    zh: '不得将主体责任转给社区(《北京市街道办事处条例》第32、41条;《北京市实施〈城市居民委员会组织法〉办法》第28条)',
    en: "the main responsibility may not be shifted to the community (Beijing Sub-district Offices Regulation arts. 32, 41; Beijing measures under the Residents' Committees Organic Law art. 28)",
  },
  'responsibility.noAct': { zh: '未写明社区协助的动作', en: 'it is not said which acts the community assists with' },
  'responsibility.actNotAdmitted': {
    zh: '“{acts}”不在该事项准入的六类协助动作内',
    en: '“{acts}” is not among the assisting acts admitted for the item',
  },
  'area.within': { zh: '社区在适用范围内', en: 'the community lies within the area' },
  'area.outside': { zh: '“{org}”不在该事项适用范围内', en: '“{org}” lies outside the area of the item' },
  'ceiling.below': {
    zh: '每月{committed}小时加{added}小时,不超过上限{ceiling}小时',
    en: '{committed} hours a month and {added} more stay within the ceiling of {ceiling}',
  },
  'ceiling.exceeded': {
    zh: '每月{committed}小时加{added}小时,超过上限{ceiling}小时',
    en: '{committed} hours a month and {added} more exceed the ceiling of {ceiling}',
  },
  'ceiling.decided': {
    zh: '超过上限{ceiling}小时,已由{by}书面决定',
    en: 'above the ceiling of {ceiling} hours, decided with reasons by {by}',
  },
} as const satisfies Record<string, Words>;

export type GateReason = keyof typeof gateReasons;
