import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeVerdict } from '../../../processes/clean-up/comparison.ts';
import type { Facet } from '../../../processes/clean-up/data.ts';
import { kinds } from '../../../processes/clean-up/kinds.ts';
import { objects } from './sample-forms.ts';

const day = '2026-11-23';
const plain: Facet = {
  kind: 'workRegister',
  name: '台账',
  demandedBy: '某科',
  basis: '某条例第1条',
  frequency: 'monthly',
  hoursPerMonth: 2,
};
const survey: Facet = {
  ...plain,
  kind: 'survey',
  tableNumber: '朝统1表',
  authority: '朝阳区统计局',
  approvalNumber: '京统制〔2026〕1号',
  validUntil: '2027-12-31',
};
const { basis: _, ...withoutBasis } = plain;

describe('what the rules propose', () => {
  it('each of the sample objects has its own rule', () => {
    expect(
      objects.map((object) => proposeVerdict(object, day)).map(({ rule, verdict }) => `${rule} ${verdict}`),
    ).toEqual([
      'null keep',
      'boardWithoutLaw cancel',
      'askedTwice merge',
      'oneVoteVeto cancel',
      'statisticalForm cancel',
      'compulsorySubscription cancel',
      'null keep',
    ]);
  });

  it('nothing without a basis is kept, whatever its kind', () => {
    for (const kind of kinds) {
      expect(proposeVerdict({ ...withoutBasis, kind }, day), kind).toMatchObject({ verdict: 'cancel', binding: true });
    }
  });

  it('a survey needs all four marks and must be in force on the day', () => {
    expect(proposeVerdict(survey, day).verdict).toBe('keep');
    for (const mark of ['tableNumber', 'authority', 'approvalNumber', 'validUntil'] as const) {
      const { [mark]: __, ...lacking } = survey;
      expect(proposeVerdict(lacking, day), mark).toMatchObject({
        rule: 'statisticalForm',
        verdict: 'cancel',
        binding: true,
      });
    }
    expect(proposeVerdict(survey, '2027-12-31').verdict).toBe('keep');
    expect(proposeVerdict(survey, '2028-01-01').rule).toBe('statisticalForm');
  });

  it('an appraisal outside the yearly one is merged into it', () => {
    const appraisal: Facet = { ...plain, kind: 'appraisal' };
    expect(proposeVerdict(appraisal, day)).toMatchObject({ rule: 'ownAppraisal', verdict: 'merge', binding: false });
    expect(proposeVerdict({ ...appraisal, partOfYearlyAppraisal: true }, day).verdict).toBe('keep');
  });

  it('a voluntary subscription with a basis is kept', () => {
    expect(proposeVerdict({ ...plain, kind: 'subscription', compulsory: false }, day).verdict).toBe('keep');
  });

  it('a rule binds from its day on', () => {
    const board: Facet = { ...withoutBasis, kind: 'board' };
    expect(proposeVerdict(board, '2020-01-01').rule).toBe('boardWithoutLaw');
    expect(proposeVerdict(board, '2019-12-31').rule).toBe('noBasis');
    expect(proposeVerdict(board, '2015-06-30').rule).toBeNull();
  });

  it('every rule that speaks against something has its source', () => {
    for (const object of objects) {
      const { rule, source, reason } = proposeVerdict(object, day);
      expect(reason.zh).not.toBe('');
      expect(source?.title.zh === undefined, object.name).toBe(rule === null);
    }
  });

  it('adding a basis never makes it worse, taking it away never better', () => {
    const severity = { keep: 0, merge: 1, handOver: 1, cancel: 2 };
    const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
    const facets = fc.record({
      kind: fc.constantFrom(...kinds),
      oneVoteVeto: optional(fc.boolean()),
      partOfYearlyAppraisal: optional(fc.boolean()),
      compulsory: optional(fc.boolean()),
      duplicateOf: optional(fc.constant('o1')),
      tableNumber: optional(fc.constant('表1')),
    });
    fc.assert(
      fc.property(facets, (facet) => {
        const bare = proposeVerdict({ ...withoutBasis, ...facet }, day);
        const based = proposeVerdict({ ...plain, ...facet }, day);
        expect(severity[based.verdict]).toBeLessThanOrEqual(severity[bare.verdict]);
        expect(bare.verdict).toBe('cancel');
      }),
    );
  });
});
