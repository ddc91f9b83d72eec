import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fill } from '../../../processes/kernel/text.ts';
import {
  allOpen,
  closedGates,
  type Gate,
  type GateName,
  type GateReason,
  gateNames,
  gateReasons,
  gatesOf,
  type ItemStanding,
  type TaskStanding,
} from '../../../processes/law/gates.ts';
import { assistingActs } from '../../../processes/law/service-items.ts';

/** An item and a task for which every gate is open. */
const item: ItemStanding = {
  standing: 'inEffect',
  listed: { from: '2026-11-02', until: '2027-04-30' },
  agreement: 'signed',
  money: { needed: true, covered: { from: '2026-11-02', until: '2027-01-31' } },
  acts: ['contactResidents', 'helpHouseholdVisits', 'reportFindings'],
  hoursPerMonth: 20,
  areas: ['chaoyang.anzhen', 'chaoyang.wangjing.nanhuxili'],
};
const task: TaskStanding = {
  day: '2026-11-02',
  org: 'chaoyang.anzhen.anzhenxili',
  from: '2026-11-02',
  until: '2027-01-31',
  acts: ['contactResidents', 'helpHouseholdVisits'],
  hoursPerMonth: 20,
  mainResponsible: 'department',
  burden: { committedHoursPerMonth: 140, ceilingHoursPerMonth: 160, overCeilingDecidedBy: null },
};
const exceeded = { committedHoursPerMonth: 140.5, ceilingHoursPerMonth: 160, overCeilingDecidedBy: null };

interface Fault {
  gate: GateName;
  reason: GateReason;
  item?: Partial<ItemStanding>;
  task?: Partial<TaskStanding>;
}

/** Each thing that can be wrong, with the gate that must be named for it. */
const faults: readonly Fault[] = [
  { gate: 'listed', reason: 'item.notListed', item: { listed: null } },
  { gate: 'listed', reason: 'item.notListed', item: { standing: 'notAdmitted' } },
  { gate: 'listed', reason: 'item.suspended', item: { standing: 'suspended' } },
  { gate: 'listed', reason: 'item.ended', item: { standing: 'ended' } },
  { gate: 'listed', reason: 'item.notYet', task: { day: '2026-11-01' } },
  { gate: 'listed', reason: 'item.endsBefore', item: { listed: { from: '2026-11-02', until: '2027-01-30' } } },
  { gate: 'agreed', reason: 'agreement.notSigned', item: { agreement: 'notSigned' } },
  { gate: 'agreed', reason: 'agreement.hoursAbove', item: { hoursPerMonth: 19.5 } },
  { gate: 'funded', reason: 'funds.none', item: { money: { needed: true, covered: null } } },
  { gate: 'funded', reason: 'funds.noReason', item: { money: { needed: false, because: null } } },
  {
    gate: 'funded',
    reason: 'funds.notCovered',
    item: { money: { needed: true, covered: { from: '2026-11-02', until: '2027-01-30' } } },
  },
  {
    gate: 'funded',
    reason: 'funds.notCovered',
    item: { money: { needed: true, covered: { from: '2026-11-03', until: '2027-01-31' } } },
  },
  { gate: 'responsibility', reason: 'responsibility.shifted', task: { mainResponsible: 'community' } },
  { gate: 'responsibility', reason: 'responsibility.noAct', task: { acts: [] } },
  { gate: 'responsibility', reason: 'responsibility.actNotAdmitted', task: { acts: ['contactResidents', 'persuade'] } },
  { gate: 'responsibility', reason: 'responsibility.actNotAdmitted', item: { acts: ['contactResidents'] } },
  { gate: 'area', reason: 'area.outside', task: { org: 'chaoyang.anzhenqiao.anzhenqiao' } },
  { gate: 'area', reason: 'area.outside', item: { areas: [] } },
  { gate: 'ceiling', reason: 'ceiling.exceeded', task: { burden: exceeded } },
];

const withFaults = (chosen: readonly Fault[]): readonly Gate[] =>
  gatesOf(
    Object.assign({}, item, ...chosen.map((fault) => fault.item)),
    Object.assign({}, task, ...chosen.map((fault) => fault.task)),
  );

const namesOf = (gates: readonly Gate[]) => gates.map(({ gate }) => gate);
const day = fc
  .integer({ min: 0, max: 400 })
  .map((days) => new Date(Date.UTC(2026, 9, 1 + days)).toISOString().slice(0, 10));
const anyAct = fc.constantFrom(...assistingActs, 'inspect', '打分');
const hours = fc.integer({ min: 0, max: 400 }).map((half) => half / 2);
const anyOrg = fc.constantFrom('chaoyang', 'chaoyang.anzhen', 'chaoyang.anzhen.anzhenxili', 'haidian.shangdi.shangdi');
const span = fc
  .tuple(day, day)
  .map(([one, other]) => ({ from: one < other ? one : other, until: one < other ? other : one }));

const anyItem: fc.Arbitrary<ItemStanding> = fc.record({
  standing: fc.constantFrom('notAdmitted', 'inEffect', 'suspended', 'ended'),
  listed: fc.option(span, { nil: null }),
  agreement: fc.constantFrom('signed', 'notSigned', 'existingBasis', 'emergencyStandard'),
  money: fc.oneof(
    fc.record({ needed: fc.constant(false as const), because: fc.option(fc.constant('不另需经费'), { nil: null }) }),
    fc.record({ needed: fc.constant(true as const), covered: fc.option(span, { nil: null }) }),
  ),
  acts: fc.array(anyAct, { maxLength: 6 }),
  hoursPerMonth: hours,
  areas: fc.array(anyOrg, { maxLength: 3 }),
});
const anyTask: fc.Arbitrary<TaskStanding> = fc.record({
  day,
  org: anyOrg,
  from: day,
  until: day,
  acts: fc.array(anyAct, { maxLength: 6 }),
  hoursPerMonth: hours,
  mainResponsible: fc.constantFrom('department', 'community'),
  burden: fc.record({
    committedHoursPerMonth: hours,
    ceilingHoursPerMonth: hours,
    overCeilingDecidedBy: fc.option(fc.constant('leader'), { nil: null }),
  }),
});

describe('the gates', () => {
  it('are all open for a task that is listed, agreed, paid, light and the department’s', () => {
    expect(allOpen(gatesOf(item, task))).toBe(true);
    expect(namesOf(gatesOf(item, task))).toEqual(gateNames);
  });

  it.each(faults)('$gate is closed by $reason, and no other is', (fault) => {
    expect(closedGates(withFaults([fault]))).toMatchObject([{ gate: fault.gate, open: false, reason: fault.reason }]);
  });

  it('whatever is wrong together, each closed gate is named and none besides', () => {
    fc.assert(
      fc.property(fc.subarray([...faults]), (chosen) => {
        const expected = gateNames.filter((name) => chosen.some(({ gate }) => gate === name));
        expect(namesOf(closedGates(withFaults(chosen)))).toEqual(expected);
      }),
    );
  });

  it('are always all told, each with a reason that has words without a gap', () => {
    fc.assert(
      fc.property(anyItem, anyTask, (anItem, aTask) => {
        const gates = gatesOf(anItem, aTask);
        expect(namesOf(gates)).toEqual(gateNames);
        for (const { reason, values } of gates) {
          expect(fill(gateReasons[reason].zh, values)).not.toMatch(/[{}]/);
          expect(fill(gateReasons[reason].en, values)).not.toMatch(/[{}]/);
        }
      }),
    );
  });

  it('the whole is open only if each is; one more closed gate never opens it', () => {
    const closed = fc
      .constantFrom(...gateNames)
      .map((gate): Gate => ({ gate, open: false, reason: 'item.ended', values: {} }));
    fc.assert(
      fc.property(anyItem, anyTask, closed, fc.nat({ max: 6 }), (anItem, aTask, more, place) => {
        const gates = gatesOf(anItem, aTask);
        expect(allOpen(gates)).toBe(closedGates(gates).length === 0);
        expect(allOpen([...gates.slice(0, place), more, ...gates.slice(place)])).toBe(false);
      }),
    );
  });

  it('a further fault never opens what was closed', () => {
    fc.assert(
      fc.property(fc.subarray([...faults]), fc.constantFrom(...faults), (chosen, fault) => {
        const others = chosen.filter(({ gate }) => gate !== fault.gate);
        const before = namesOf(closedGates(withFaults(others)));
        expect(namesOf(closedGates(withFaults([...others, fault])))).toEqual(expect.arrayContaining(before));
      }),
    );
  });

  it('the order in which acts and areas are named does not matter', () => {
    const shuffled = fc.record({ anItem: anyItem, aTask: anyTask }).chain(({ anItem, aTask }) =>
      fc.record({
        anItem: fc.constant(anItem),
        aTask: fc.constant(aTask),
        itemActs: fc.shuffledSubarray([...anItem.acts], { minLength: anItem.acts.length }),
        taskActs: fc.shuffledSubarray([...aTask.acts], { minLength: aTask.acts.length }),
        areas: fc.shuffledSubarray([...anItem.areas], { minLength: anItem.areas.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ anItem, aTask, itemActs, taskActs, areas }) => {
        expect(gatesOf({ ...anItem, acts: itemActs, areas }, { ...aTask, acts: taskActs })).toEqual(
          gatesOf(anItem, aTask),
        );
      }),
    );
  });

  it('less money covers no more, and a shorter task is covered no less', () => {
    fc.assert(
      fc.property(anyItem, anyTask, day, (anItem, aTask, earlier) => {
        const covers = (one: ItemStanding, other: TaskStanding) =>
          gatesOf(one, other).find(({ gate }) => gate === 'funded')?.open;
        if (!anItem.money.needed || anItem.money.covered === null || covers(anItem, aTask)) return;
        const { covered } = anItem.money;
        const until = earlier < covered.until ? earlier : covered.until;
        expect(covers({ ...anItem, money: { needed: true, covered: { ...covered, until } } }, aTask)).toBe(false);
      }),
    );
    const shorter = (until: string) => gatesOf(item, { ...task, until }).find(({ gate }) => gate === 'funded')?.open;
    for (const until of ['2026-11-02', '2026-12-31', '2027-01-31']) expect(shorter(until)).toBe(true);
    expect(shorter('2027-02-01')).toBe(false);
  });

  it('the ceiling opens exactly at its figure, and above it only by a named person', () => {
    const at = (burden: TaskStanding['burden']) => gatesOf(item, { ...task, burden }).at(-1);
    expect(at({ ...exceeded, committedHoursPerMonth: 140 })).toMatchObject({ open: true, reason: 'ceiling.below' });
    expect(at(exceeded)).toMatchObject({ open: false, values: { committed: 140.5, added: 20, ceiling: 160 } });
    expect(at({ ...exceeded, overCeilingDecidedBy: '王主任' })).toMatchObject({ open: true, values: { by: '王主任' } });
  });
});
