import { describe, expect, it } from 'vitest';
import { presentForEverybody } from '../../../processes/kernel/present-everybody.ts';
import { privateNumberIn, withoutPrivateNumbers } from '../../../processes/kernel/private-numbers.ts';
import { calendars } from '../../../processes/law/calendars/index.ts';
import { residentProposal } from '../../../processes/resident-proposal/index.ts';
import { sampleForms } from '../../support/sample-forms.ts';
import { readable } from '../support/readable.ts';
import {
  act,
  awaitingAcceptance,
  begin,
  beijing,
  cast,
  decided,
  evaluatedBy,
  funded,
  person,
  published,
  refusal,
  type Walk,
} from './walk.ts';

const shown = (walk: Walk, locale: 'zh-CN' | 'en' = 'zh-CN') =>
  presentForEverybody(residentProposal, readable(walk), walk.at, locale, calendars);

/** A resident whose name is a name. */
const named = (id: string, name: string) => ({ ...person(id, 'resident'), name });
const lead = named('p-lead', '刘桂兰');
const draft = sampleForms['proposal.draft'](beijing('2026-03-02'));

describe('what everybody sees of a proposal', () => {
  it('is nothing before support is asked for, and nothing of what was declined or withdrawn', () => {
    expect(shown(begin())).toBeNull();
    const declined = act(act(awaitingAcceptance(), { command: 'proposal.accept', by: cast.worker }), {
      command: 'proposal.decline',
      by: cast.director,
    });
    expect(declined.state.state).toBe('declined');
    expect(shown(declined)).toBeNull();
  });

  it('tells place, support and what comes next in plain words', () => {
    const collecting = act(begin(), { command: 'proposal.publish', by: cast.lead });
    const view = shown(act(collecting, { command: 'proposal.cosign', by: person('r-1', 'resident') }));
    expect(view).toMatchObject({
      standsText: '正在征集附议',
      place: '安贞西里 12号楼',
      support: { count: 1, needed: 10, unit: '人' },
      stageText: '提出提案',
      ended: false,
    });
    expect(view?.support?.daysLeft).toMatch(/还剩\d+天/);
    expect(view?.next?.until).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('never says the internal name of a state', () => {
    const { everybody, texts, rules } = residentProposal;
    for (const state of Object.keys(everybody?.states ?? {})) {
      expect(Object.keys(rules.states)).toContain(state);
      expect(everybody?.states[state]?.stands.zh).not.toBe(texts['zh-CN'].states[state]?.title);
    }
  });

  it('holds no name, telephone or id of anybody, in a case that has come all the way', () => {
    const asked = { ...draft, problem: '刘桂兰反映:车棚漏雨,请找王秀英。' };
    const collecting = act(begin({ by: lead, form: asked }), { command: 'proposal.publish', by: lead });
    const signed = ['王秀英', '赵宏伟', '孙丽', '周强', '吴敏', '郑凯', '冯洁', '陈晨', '褚亮', '卫东']
      .map((name, index) => named(`p-${index}`, name))
      .reduce((walk, by) => act(walk, { command: 'proposal.cosign', by }), collecting);
    const done = evaluatedBy(published(funded(decided(docketedFrom(signed)))), { satisfied: 9, dissatisfied: 1 });
    expect(done.state.state).toBe('standingSupervision');
    for (const walk of [signed, done]) {
      for (const locale of ['zh-CN', 'en'] as const) {
        const text = JSON.stringify(shown(walk, locale));
        expect(text).toContain('车棚漏雨');
        expect(secretsIn(text)).toEqual([]);
      }
    }
  });
});

describe('public texts', () => {
  it('are refused with a telephone or an identity number, at the field', () => {
    const collecting = begin();
    const told = (changes: object) =>
      refusal(collecting, {
        command: 'proposal.edit',
        by: cast.lead,
        form: { ...sampleForms['proposal.edit'](collecting.at), ...changes },
      });
    expect(told({ problem: '请致电 138 1234 5678 联系我' })).toMatchObject({
      code: 'text.telephone',
      pointer: '/problem',
    });
    expect(told({ suggestion: '我的身份证11010519491231002X可查' })).toMatchObject({
      code: 'text.identity',
      pointer: '/suggestion',
    });
  });

  it('may hold other figures', () => {
    for (const text of ['预算20261016元', '2026年10月16日开工', '12号楼3单元501', '1380元×12个月', '20,000,000']) {
      expect(privateNumberIn(text), text).toBeUndefined();
    }
    for (const text of ['13812345678', '010-64412345', '+86 138-1234-5678', '13812345678']) {
      expect(privateNumberIn(text), text).toBe('telephone');
    }
    expect(withoutPrivateNumbers('打13812345678吧')).toBe('打***吧');
  });
});

const secrets = /刘桂兰|王秀英|赵宏伟|13800000001|p-lead|p-\d|resident-\d|"worker"|"director"/g;
const secretsIn = (text: string): string[] => text.match(secrets) ?? [];

function docketedFrom(signed: Walk): Walk {
  const accepted = act(signed, { command: 'proposal.accept', by: cast.worker });
  return act(accepted, { command: 'proposal.docket', by: cast.director });
}
