import { describe, expect, it } from 'vitest';
import { type Forms, forms } from '../../../processes/resident-proposal/forms.ts';
import { maskedName } from '../../../processes/resident-proposal/present.ts';
import { sampleForms } from '../../support/sample-forms.ts';
import { beijing } from './walk.ts';

const at = beijing('2026-03-02');
const draft = sampleForms['proposal.draft'](at);

function issues(command: keyof Forms, form: object) {
  return forms[command].safeParse(form).error?.issues.map((issue) => `${issue.code} /${issue.path.join('/')}`) ?? [];
}

describe('forms', () => {
  it.each(Object.keys(forms) as (keyof Forms)[])('the sample of %s passes unchanged', (command) => {
    expect(forms[command].parse(sampleForms[command](at))).toEqual(sampleForms[command](at));
  });

  it('keep rare characters and emoji whole, and count them as one', () => {
    const title = `𠮷䶮${'𠮷'.repeat(57)}🚲`;
    expect(forms['proposal.draft'].parse({ ...draft, title })).toMatchObject({ title });
    expect(issues('proposal.draft', { ...draft, title: `${title}字` })).toEqual(['too_big /title']);
  });

  it('refuse null bytes, half characters and blanks only', () => {
    expect(issues('proposal.draft', { ...draft, title: '车棚\u0000维修' })).toEqual(['invalid_format /title']);
    expect(issues('proposal.draft', { ...draft, title: '车棚\ud842维修' })).toEqual(['invalid_format /title']);
    expect(issues('proposal.draft', { ...draft, title: '      ' })).toEqual(['too_small /title']);
    expect(issues('proposal.draft', { ...draft, problem: '第一行\n第二行\t完' })).toEqual([]);
  });

  it('refuse what is missing, of the wrong kind, or not asked for', () => {
    const { title: _, ...withoutTitle } = draft;
    expect(issues('proposal.draft', withoutTitle)).toEqual(['invalid_type /title']);
    expect(issues('proposal.draft', { ...draft, title: 7 })).toEqual(['invalid_type /title']);
    expect(issues('proposal.draft', { ...draft, extra: 1 })).toEqual(['unrecognized_keys /']);
    expect(issues('proposal.draft', { ...draft, proposer: { ...draft.proposer, extra: 1 } })).toEqual([
      'unrecognized_keys /proposer',
    ]);
  });

  it('refuse dates that do not exist or that nobody can mean', () => {
    const record = sampleForms['deliberation.record'](at);
    for (const heldOn of ['2026-02-30', '2026-13-01', '1999-01-01', '2050-01-01', '2026-3-2', 'yesterday', '']) {
      expect(issues('deliberation.record', { ...record, heldOn }), heldOn).toEqual(['invalid_format /heldOn']);
    }
  });

  it('refuse numbers out of bounds and a fraction of a fen', () => {
    const request = sampleForms['funds.request'](at);
    for (const requestedYuan of [-1, 0.001, 1e12, Number.NaN, Number.POSITIVE_INFINITY, '20000']) {
      expect(issues('funds.request', { ...request, requestedYuan }), String(requestedYuan)).toHaveLength(1);
    }
    expect(issues('funds.request', { ...request, requestedYuan: 19_999.99 })).toEqual([]);
  });

  it('mask a name to its first character, whole', () => {
    expect(maskedName({ name: '王桂兰', building: '3号楼' })).toBe('3号楼 王**');
    expect(maskedName({ name: '𠮷野', building: null })).toBe('𠮷*');
    expect(maskedName({ name: '王', building: '3号楼' })).toBe('3号楼 王*');
  });
});
