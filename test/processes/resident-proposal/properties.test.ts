import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../../processes/kernel/clock.ts';
import { advance, decide, stateHashOf } from '../../../processes/kernel/decide.ts';
import type { Evaluation, ProposalData, Supporter } from '../../../processes/resident-proposal/data.ts';
import { gradesOf, reachesSatisfaction, tally } from '../../../processes/resident-proposal/evaluation.ts';
import { type Forms, forms } from '../../../processes/resident-proposal/forms.ts';
import { present } from '../../../processes/resident-proposal/present.ts';
import { draft } from '../../../processes/resident-proposal/proposers.ts';
import { rules } from '../../../processes/resident-proposal/rules.ts';
import { countSupporters, join, part } from '../../../processes/resident-proposal/supporters.ts';
import { sampleForms } from '../../support/sample-forms.ts';
import { modelPaths, replay } from './model.ts';
import { beijing, cast, dataOf, openingOf, person, type Walk } from './walk.ts';

const supporter: fc.Arbitrary<Supporter> = fc
  .record({ id: fc.integer({ min: 1, max: 12 }), household: fc.option(fc.integer({ min: 1, max: 6 })) })
  .map(({ id, household }) => ({
    key: `p-${id}`,
    personId: `p-${id}`,
    name: `甲${id}`,
    as: household === null ? 'person' : 'household',
    household: household === null ? null : `3-2-${household}`,
    building: null,
    at: 1,
    enteredBy: null,
    mergedFrom: null,
  }));
const supporters = fc.array(supporter, { maxLength: 30 });
const grade = fc.constantFrom<Evaluation['grade']>(
  'verySatisfied',
  'satisfied',
  'fairlySatisfied',
  'dissatisfied',
  'veryDissatisfied',
);

describe('counting supporters', () => {
  it('does not depend on order or on repetition', () => {
    fc.assert(
      fc.property(supporters, fc.nat(), (list, turn) => {
        const rotated = list.map((_, index) => list[(index + turn) % list.length] as Supporter);
        expect(countSupporters([...rotated.reverse(), ...list])).toEqual(countSupporters(list));
      }),
    );
  });

  it('never counts more persons or households than there are entries', () => {
    fc.assert(
      fc.property(supporters, (list) => {
        const { persons, households } = countSupporters(list);
        expect(persons).toBe(new Set(list.map((one) => one.key)).size);
        expect(households).toBeLessThanOrEqual(list.filter((one) => one.as === 'household').length);
      }),
    );
  });
});

describe('merging', () => {
  const at = beijing('2026-03-02');
  const facts = {
    at,
    caseId: 'case-main',
    org: openingOf().org,
    settings: openingOf().settings,
    calendars: [],
    registers: [],
  };
  const withSupporters = (list: Supporter[]): ProposalData => ({ ...draft(), supporters: list });
  const joinOf = (from: string, list: Supporter[]) => ({
    type: 'supporters.join' as const,
    actor: { id: 'system', name: 'system' },
    facts,
    form: {
      ...sampleForms['supporters.join'](at),
      from,
      supporters: list.map(({ enteredBy: _, mergedFrom: __, ...one }) => one),
    },
  });
  const partOf = (from: string) => ({
    type: 'supporters.part' as const,
    actor: { id: 'system', name: 'system' },
    facts,
    form: { from },
  });

  it('counts the union of persons, in whatever order cases join', () => {
    fc.assert(
      fc.property(supporters, supporters, supporters, (main, one, two) => {
        const there = join(join(withSupporters(main), joinOf('case-a', one)), joinOf('case-b', two));
        const back = join(join(withSupporters(main), joinOf('case-b', two)), joinOf('case-a', one));
        const union = new Set([...main, ...one, ...two].map((each) => each.key));
        expect(countSupporters(there.supporters).persons).toBe(union.size);
        expect(countSupporters(back.supporters)).toEqual(countSupporters(there.supporters));
      }),
    );
  });

  it('and parting again leaves what was there before, whoever parts first', () => {
    fc.assert(
      fc.property(supporters, supporters, supporters, (main, one, two) => {
        const before = withSupporters(main);
        const joined = join(join(before, joinOf('case-a', one)), joinOf('case-b', two));
        expect(part(part(joined, partOf('case-a')), partOf('case-b'))).toEqual(before);
        expect(part(joined, partOf('case-b'))).toEqual(join(before, joinOf('case-a', one)));
      }),
    );
  });
});

describe('satisfaction', () => {
  it('does not depend on the order of the evaluations', () => {
    fc.assert(
      fc.property(fc.array(grade, { maxLength: 60 }), (grades) => {
        expect(tally([...grades].reverse())).toEqual(tally(grades));
      }),
    );
  });

  it('reaches a percentage exactly when enough of all are satisfied', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.integer({ min: 1, max: 100 }), (satisfied, other, percentMin) => {
        const grades = [
          ...Array.from({ length: satisfied }, () => 'satisfied' as const),
          ...Array.from({ length: other }, () => 'fairlySatisfied' as const),
        ];
        // Multiplied out as whole numbers, because a quotient of doubles may fall on the wrong side of the line.
        const enough = BigInt(satisfied) * 100n >= BigInt(percentMin) * BigInt(satisfied + other) && grades.length > 0;
        expect(reachesSatisfaction(grades, percentMin)).toBe(enough);
      }),
    );
  });

  it('24 of 38 are 63.2 %', () => {
    const grades = Array.from({ length: 38 }, (_, index): Evaluation['grade'] =>
      index < 24 ? 'satisfied' : 'dissatisfied',
    );
    expect(tally(grades)).toEqual({ evaluations: 38, satisfied: 24, satisfiedPermille: 632 });
  });
});

describe('whatever people do', () => {
  const commands = Object.keys(forms) as (keyof Forms)[];
  const people = [...Object.values(cast), person('resident-1', 'resident'), person('stranger'), person('joint')];
  const step = fc.record({
    command: fc.constantFrom(...commands),
    actor: fc.constantFrom(...people),
    hours: fc.constantFrom(0, 1, 5, 24, 200, 900),
    relayed: fc.boolean(),
  });
  const walked = new Map<string, Walk>();
  const starts = modelPaths(false)
    .map((path) => replay(path, walked))
    .filter((walk) => rules.states[walk.state.state as keyof typeof rules.states].kind !== 'final');

  it('nothing throws, no closed round changes, and every entry is the next one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.array(step, { maxLength: 25 }), (start, steps) => {
        let { state, at } = start;
        for (const { command, actor, hours, relayed } of steps) {
          at += hours * HOUR_MS;
          const before = state;
          const form = sampleForms[command](at);
          const decision = decide(rules, state, { command, form, actor, at, commandId: 'p', relayed });
          const outcome = 'refused' in decision ? advance(rules, state, at) : decision;
          state = outcome.state;
          expect(outcome.entries.map((entry) => entry.seq)).toEqual(
            outcome.entries.map((_, index) => before.seq + 1 + index),
          );
          expect(state.seq).toBe(before.seq + outcome.entries.length);
          const closedBefore = (before.data as unknown as ProposalData).rounds;
          const data = state.data as unknown as ProposalData;
          expect(data.rounds.slice(0, closedBefore.length)).toEqual(closedBefore);
          expect(data.round).toBe(data.rounds.length + 1);
          expect(stateHashOf(JSON.parse(JSON.stringify(state)))).toBe(stateHashOf(state));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('the public sees no account, no telephone and no name of anybody', () => {
    for (const { state } of starts) {
      const data = state.data as unknown as ProposalData;
      const shown = JSON.stringify(present(data, { kind: 'public', id: 'anybody' }));
      for (const secret of ['13800000001', '"resident-1"', '"lead"', '"worker"', 'personId']) {
        expect(shown, state.state).not.toContain(secret);
      }
    }
  });

  it('a related person sees his own part and of others no more than the public', () => {
    for (const walk of starts.filter((one) => dataOf(one).supporters.length > 0)) {
      const own = present(dataOf(walk), { kind: 'self', id: 'resident-1' }) as { own: { supporter: unknown } };
      expect(own.own.supporter).toMatchObject({ key: 'resident-1' });
      expect(JSON.stringify(own)).not.toContain('13800000001');
    }
  });

  it('grades of return visits count only for people who did not evaluate', () => {
    const data = draft();
    const by = { id: 'r', name: 'r' };
    const evaluation = { number: 1, by, grade: 'dissatisfied' as const, comment: null, named: true, at: 1 };
    const visit = {
      person: { personId: 'r', name: 'r' },
      way: 'door' as const,
      reached: true,
      grade: 'satisfied' as const,
      remark: '已回访',
      by: { id: 'worker', name: 'worker' },
      at: 2,
    };
    const other = { ...visit, person: { name: '李奶奶' } };
    const work = { ...data.work, evaluations: [evaluation], visits: [visit, other] };
    expect(gradesOf({ ...data, work })).toEqual(['dissatisfied', 'satisfied']);
  });
});
