import { describe, expect, it } from 'vitest';
import { dayOfQuery, type RegisterEntry, type RegisterLine } from '../../../processes/kernel/register.ts';
import type { Forms } from '../../../processes/refusal/forms.ts';
import { judgeTask } from '../../../processes/refusal/grounds.ts';
import { rules } from '../../../processes/refusal/rules.ts';
import { threatsIn } from '../../../processes/refusal/threats.ts';
import { standingOn } from '../support/standing-on.ts';
import { S6_MESSAGE, sampleForms } from './sample-forms.ts';
import { beijing, entry, list, ORG } from './walk.ts';

const DAY = '2026-11-23';

/** A task of which nothing can be said but what the change says. */
function task(change: Partial<Forms['task.refuse']> = {}): Forms['task.refuse'] {
  const { asksForForm: _, ...form } = sampleForms['task.refuse'](beijing(DAY));
  return { ...form, title: '独居老年人探访', wording: '请本周内完成独居老年人探访。', ...change };
}

function kinds(change: Partial<Forms['task.refuse']>, lines = list): string[] {
  return judgeTask(task(change), lines).grounds.map(({ kind }) => kind);
}

describe('the list', () => {
  it('covers a task by its code, whatever the task is called', () => {
    const judged = judgeTask(task({ title: '老人走访', itemCode: 'XZ-001' }), list);
    expect(judged).toEqual({ grounds: [], listed: { code: 'XZ-001', name: '独居老年人探访' }, refuses: 'assessment' });
  });

  it('covers a task without a code only by its exact name; blanks and quotes make no other name', () => {
    expect(kinds({ title: '《独居老年人 探访》' })).toEqual([]);
    expect(kinds({ title: '独居老年人探访情况统计' })).toEqual(['notListed']);
  });

  it('shows entries that resemble the task to whoever checks it', () => {
    const [ground] = judgeTask(task({ title: '独居老年人探访情况统计' }), list).grounds;
    expect(ground).toMatchObject({ because: 'noSuchName', similar: ['独居老年人探访'], itemsOnList: 2 });
  });

  it('does not cover a task by a code that is another', () => {
    const [ground] = judgeTask(task({ itemCode: 'XZ-0' }), list).grounds;
    expect(ground).toMatchObject({ kind: 'notListed', itemCode: 'XZ-0', because: 'noSuchCode', day: DAY });
  });

  it.each([
    ['not yet in effect', { effectiveFrom: '2026-11-24' }, 'notYetInForce'],
    ['over since yesterday', { validUntil: '2026-11-22' }, 'expired'],
  ])('does not cover a task by an entry that is %s', (_, change, because) => {
    const lines = [entry('XZ-001', '独居老年人探访', change)];
    const [ground] = judgeTask(task({ itemCode: 'XZ-001' }), lines).grounds;
    expect(ground).toMatchObject({ kind: 'notListed', because, itemsOnList: 0 });
  });

  it('covers a task on the first and on the last day of the entry', () => {
    const oneDay = [entry('XZ-001', '独居老年人探访', { effectiveFrom: DAY, validUntil: DAY })];
    expect(kinds({ itemCode: 'XZ-001' }, oneDay)).toEqual([]);
  });

  it('that is empty covers nothing, and says so', () => {
    const [ground] = judgeTask(task(), []).grounds;
    expect(ground).toMatchObject({ kind: 'notListed', itemsOnList: 0, listChangedOn: null });
  });
});

describe('a list that changes', () => {
  /** The item is taken off from 24 November on; the version is asked for by the day on which the task came. */
  const added = entry('XZ-001', '独居老年人探访');
  const lines: (RegisterEntry & { org: string; caseId: string })[] = [
    added,
    { ...added, at: beijing('2026-11-20'), day: '2026-11-24', value: null },
  ];
  const kindsOn = (receivedOn: string) => {
    const form = task({ receivedOn, itemCode: 'XZ-001' });
    const [query] = rules.lookups?.['task.refuse']?.({ form, data: null, org: ORG, at: beijing('2026-11-25') }) ?? [];
    if (!query) throw new Error('a refusal asks for the list');
    const standing = standingOn(lines, dayOfQuery(query, beijing('2026-11-25')));
    return judgeTask(form, standing as RegisterLine[]).grounds.map(({ kind }) => kind);
  };

  it('is judged as it stood when the task came, also when that is registered later', () => {
    expect(kindsOn('2026-11-23')).toEqual([]);
    expect(kindsOn('2026-11-24')).toEqual(['notListed']);
  });
});

describe('the other grounds', () => {
  it('an incomplete form makes even a listed task refusable, a lawful one does not', () => {
    const form = { name: '探访情况表', tableNumber: '民1表', authority: '区民政局', approvalNumber: '京统〔2026〕1号' };
    expect(kinds({ asksForForm: form })).toEqual(['statisticalForm']);
    expect(kinds({ asksForForm: { ...form, validUntil: '2026-12-31' } })).toEqual([]);
    const [expired] = judgeTask(task({ asksForForm: { ...form, validUntil: '2026-11-22' } }), list).grounds;
    expect(expired).toEqual({
      kind: 'statisticalForm',
      form: '探访情况表',
      missing: [],
      expiredOn: '2026-11-22',
      day: DAY,
    });
  });

  it('missing money counts only if it is claimed, and not for an item that needs none', () => {
    expect(kinds({ moneyMissing: true })).toEqual(['moneyMissing']);
    expect(kinds({ moneyMissing: false })).toEqual([]);
    expect(kinds({ moneyMissing: true, itemCode: 'XZ-002' })).toEqual([]);
    expect(kinds({ moneyMissing: true, title: '加装电梯摸底' })).toEqual(['notListed', 'moneyMissing']);
  });

  it('a threat alone refuses the assessment and not the task', () => {
    const judged = judgeTask(task({ wording: '请完成独居老年人探访,未完成的扣分。' }), list);
    expect(judged).toMatchObject({ refuses: 'assessment', grounds: [{ kind: 'assessmentThreat', words: ['扣分'] }] });
  });

  it('a threat that was reported counts though it uses none of the words', () => {
    const [ground] = judgeTask(task({ threat: '说到时候要我们好看' }), list).grounds;
    expect(ground).toEqual({ kind: 'assessmentThreat', words: [] });
  });

  it('the same task and list give the same grounds, whatever the order of the list', () => {
    expect(judgeTask(task(), [...list].reverse())).toEqual(judgeTask(task(), list));
  });
});

describe('threatening words', () => {
  it.each([
    [S6_MESSAGE, ['扣分', '考核']],
    ['不报的扣除5分', ['扣分']],
    ['每缺一项减 0.5 分', ['扣分']],
    ['扣2分', ['扣分']],
    ['列入年终考核并在全区排名', ['考核', '排名']],
    ['取消评优资格,一票否决', ['评优', '一票否决']],
    ['逾期未报的予以通报', ['通报']],
    ['影响社区工作者绩效', ['绩效']],
  ])('%s', (text, words) => {
    expect(threatsIn(text)).toEqual(words);
  });

  it.each([
    '本次摸底不纳入考核,不排名、不通报。',
    '不得因此扣分。',
    '现将有关情况通报如下。',
    '请于周五前报送,感谢支持。',
    '十分感谢,分类投放请继续。',
  ])('not in “%s”', (text) => {
    expect(threatsIn(text)).toEqual([]);
  });

  it('are looked for in every text given, each named once', () => {
    expect(threatsIn('年底考核', undefined, '考核扣分')).toEqual(['扣分', '考核']);
  });
});
