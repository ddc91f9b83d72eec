import { describe, expect, it } from 'vitest';
import type { RegisterLine } from '../../../processes/kernel/register.ts';
import { fill } from '../../../processes/kernel/text.ts';
import { forms } from '../../../processes/service-item-admission/forms.ts';
import { serviceItemAdmission } from '../../../processes/service-item-admission/index.ts';
import { rules } from '../../../processes/service-item-admission/rules.ts';
import { communities, sampleForms, twoQuarters } from './sample-forms.ts';
import {
  act,
  acts,
  agreed,
  beforeMeeting,
  begin,
  beijing,
  cast,
  heard,
  onTrial,
  person,
  refusal,
  refusedOpening,
} from './walk.ts';

const at = beijing('2026-09-14');
const words = (problem: { code: string; values?: Record<string, string | number> }) =>
  fill(serviceItemAdmission.texts['zh-CN'].problems[problem.code]?.title ?? '', problem.values ?? {});

describe('money', () => {
  const amounts: [string, unknown][] = [
    ['text', '60000'],
    ['words', '六万元'],
    ['negative', -1],
    ['nothing', 0],
    ['three decimals', 0.125],
    ['not a number', Number.NaN],
    ['beyond all measure', 1e12],
  ];

  it.each(amounts)('%s is no amount: of a plan, of a confirmation, of a withdrawal', (_, amountYuan) => {
    const plan = [{ ...twoQuarters[0], amountYuan }];
    const faults = [
      forms['item.apply'].safeParse({ ...sampleForms['item.apply'](at), money: { needed: true, plan } }),
      forms['money.assess'].safeParse({ needed: true, plan, opinion: '按季核定。' }),
      forms['funds.confirm'].safeParse({ amountYuan, voucherNumber: 'V-1' }),
      forms['funds.withdraw'].safeParse({ amountYuan, reason: '资金调整收回。' }),
    ];
    for (const { error } of faults) expect(error?.issues[0]?.path.at(-1)).toBe('amountYuan');
  });

  it('two decimals are exact', () => {
    for (const amountYuan of [0.01, 0.07, 19.99, 60000.5, 99_999_999.99]) {
      expect(forms['funds.confirm'].safeParse({ amountYuan, voucherNumber: 'V-1' }).success, String(amountYuan)).toBe(
        true,
      );
    }
  });

  it('is never confirmed above what was set, nor withdrawn above what has come', () => {
    const walk = onTrial();
    const above = { amountYuan: 60000.51, voucherNumber: 'V-2' };
    expect(refusal(walk, { command: 'funds.confirm', by: cast.finance, form: above })).toMatchObject({
      code: 'funds.aboveApproved',
      values: { asked: 60000.51, left: 60000.5 },
    });
    const taken = { amountYuan: 60000.01, reason: '资金调整收回。' };
    expect(refusal(walk, { command: 'funds.withdraw', by: cast.finance, form: taken })).toMatchObject({
      code: 'funds.aboveConfirmed',
      values: { confirmed: 60000 },
    });
  });

  it('a voucher counts once', () => {
    const form = { amountYuan: 100, voucherNumber: 'V-7' };
    const walk = act(agreed(), { command: 'funds.confirm', by: cast.finance, form });
    expect(refusal(walk, { command: 'funds.confirm', by: cast.finance, form }).code).toBe('funds.voucherTwice');
  });

  it('is neither confirmed nor withdrawn where none was set', () => {
    const free = act(
      acts(
        heard(
          acts(begin(), [
            { command: 'form.check', by: cast.relief },
            { command: 'basis.check', by: cast.relief },
          ]),
        ),
        [
          { command: 'consultation.close', by: cast.relief },
          { command: 'money.assess', by: cast.finance, form: { needed: false, opinion: '由支队自行承担。' } },
        ],
      ),
      { command: 'meeting.decide', by: cast.district },
    );
    const trial = acts(free, [
      { command: 'list.publish', by: cast.district },
      { command: 'agreement.draft', by: cast.department },
      { command: 'agreement.sign', by: cast.relief },
    ]);
    // Without money to wait for, the signed agreement puts it in effect.
    expect(trial.state.state).toBe('trial');
    expect(refusal(trial, { command: 'funds.confirm', by: cast.finance }).code).toBe('funds.notNeeded');
  });

  it('a plan is in order, without gap, within the term', () => {
    const [first, second] = twoQuarters as [(typeof twoQuarters)[0], (typeof twoQuarters)[0]];
    const refuse = (plan: object[]) =>
      refusedOpening({ form: { money: { needed: true, plan: plan as typeof twoQuarters } } });
    expect(refuse([{ ...first, until: '2026-11-01' }]).code).toBe('plan.order');
    expect(refuse([second, first]).code).toBe('plan.order');
    expect(refuse([first, { ...second, from: '2027-01-31' }]).code).toBe('plan.order');
    expect(refuse([first, { ...second, from: '2027-02-02' }])).toMatchObject({
      code: 'plan.gap',
      values: { day: '2027-02-01' },
    });
    expect(refuse([first, { ...second, until: '2027-05-01' }]).code).toBe('plan.outsideTerm');
    expect(refuse([{ ...first, from: '2026-11-01' }]).code).toBe('plan.outsideTerm');
  });
});

describe('what may not be asked of communities', () => {
  it.each([
    ['各社区完成招商引资任务', '民发〔2015〕136号'],
    ['社区拆违执法工作', '民发〔2015〕136号'],
    ['未报社区年底考核扣分通报', '第43条'],
  ])('“%s” is refused with its article', (name, article) => {
    const problem = refusedOpening({ form: { name } });
    expect(problem).toMatchObject({ code: 'item.negativeList', pointer: '/name' });
    expect(words(problem)).toContain(article);
  });

  it('a board without a law is refused, one by law is not', () => {
    const policy = [{ kind: 'policy' as const, title: '某局通知' }];
    expect(refusedOpening({ form: { kind: 'board', basis: policy } })).toMatchObject({
      code: 'item.negativeList',
      values: { article: '《北京市街道办事处条例》第9条' },
    });
    expect(begin({ form: { kind: 'board' } }).state.state).toBe('applied');
  });

  it('a word may mislead: the note lets it in, and the check of the basis must decide in writing', () => {
    const form = { name: '宣传不得向社区下达招商引资指标', negativeListNote: '本事项是宣传减负规定,不是招商任务。' };
    const checking = act(begin({ form }), { command: 'form.check', by: cast.relief });
    expect(refusal(checking, { command: 'basis.check', by: cast.relief })).toMatchObject({
      code: 'basis.negativeList',
      values: { mark: '招商引资' },
    });
    const cleared = { ...sampleForms['basis.check'](at), negativeCleared: '内容为宣传,不属负面清单。' };
    expect(act(checking, { command: 'basis.check', by: cast.relief, form: cleared }).state.state).toBe('consulting');
  });

  it('the main responsibility stays with the department: refused with the articles, also as a correction', () => {
    const problem = refusedOpening({ form: { mainResponsible: 'community' } });
    expect(problem.code).toBe('responsibility.shifted');
    for (const article of ['第32、41条', '第28条', '第17条']) expect(words(problem)).toContain(article);
    const correcting = act(begin(), {
      command: 'form.check',
      by: cast.relief,
      form: { verdict: 'correctionNeeded', note: '请写明依据条款。' },
    });
    const form = { mainResponsible: 'community' as const };
    expect(refusal(correcting, { command: 'item.correct', by: cast.department, form }).code).toBe(
      'responsibility.shifted',
    );
  });

  it('an act beyond the six is no act', () => {
    const form = { ...sampleForms['item.apply'](at), acts: ['inspect'] };
    expect(forms['item.apply'].safeParse(form).error?.issues[0]?.path[0]).toBe('acts');
  });

  it('a survey without its marks is not complete', () => {
    const survey = begin({ form: { kind: 'survey' } });
    expect(refusal(survey, { command: 'form.check', by: cast.relief }).code).toBe('missing.surveyMarks');
  });
});

describe('the order of things', () => {
  it('no agreement before the approval, no publication before the decision, no money before the agreement', () => {
    const walk = beforeMeeting(begin());
    expect(refusal(walk, { command: 'agreement.draft', by: cast.department }).code).toBe('command.notNow');
    expect(refusal(walk, { command: 'agreement.sign', by: cast.relief }).code).toBe('command.notNow');
    expect(refusal(walk, { command: 'list.publish', by: cast.district }).code).toBe('command.notNow');
    expect(refusal(walk, { command: 'funds.confirm', by: cast.finance }).code).toBe('command.notNow');
  });

  it('a refusal names the article, a condition its words', () => {
    const walk = beforeMeeting(begin());
    const decide = (form: object) =>
      ({
        command: 'meeting.decide',
        by: cast.district,
        form: { meetingOn: '2026-09-14', reason: '会议认为不宜。', ...form },
      }) as Parameters<typeof refusal>[1];
    expect(refusal(walk, decide({ verdict: 'refused' })).code).toBe('refusal.articleMissing');
    expect(refusal(walk, decide({ verdict: 'conditional' })).code).toBe('decision.conditionsMissing');
    expect(refusal(walk, decide({ verdict: 'approved', meetingOn: '2026-09-16' })).code).toBe('date.future');
    expect(refusal(walk, decide({ verdict: 'approved', meetingOn: '2026-09-13' })).code).toBe('decision.meetingEarly');
    const refused = act(walk, decide({ verdict: 'refused', articles: '《北京市街道办事处条例》第32条' }));
    expect(refused.state.state).toBe('refused');
  });

  it('is not published for a day that has passed, too early, or after its term', () => {
    const walk = act(beforeMeeting(begin()), { command: 'meeting.decide', by: cast.district });
    const publish = (effectiveFrom: string) =>
      refusal(walk, { command: 'list.publish', by: cast.district, form: { effectiveFrom } }).code;
    expect(publish('2026-09-13')).toBe('start.past');
    expect(publish('2026-10-30')).toBe('start.tooEarly');
    expect(publish('2027-05-01')).toBe('term.over');
  });

  it('a code or a name that stands in the list already is found there', () => {
    const line = (key: string, name: string): RegisterLine => ({
      register: 'serviceItemList',
      key,
      org: 'chaoyang',
      caseId: 'admission-0',
      at: at - 1,
      day: '2026-01-01',
      value: { code: key, name },
    });
    const same = line('CY-2020-001', '独居老人 电动自行车充电安全(入户排查)');
    expect(refusedOpening({ registers: [line('CY-2026-031', '另一事项')] }).code).toBe('item.codeTaken');
    expect(begin({ registers: [line('CY-2026-0311', '另一事项')] }).state.state).toBe('applied');
    const checking = act(begin(), { command: 'form.check', by: cast.relief });
    expect(refusal(checking, { command: 'basis.check', by: cast.relief, registers: [same] })).toMatchObject({
      code: 'basis.duplicate',
      values: { code: 'CY-2020-001' },
    });
    const asked = rules.lookups?.['basis.check']?.({
      form: sampleForms['basis.check'](at),
      data: null,
      org: 'chaoyang',
      at,
    });
    expect(asked).toMatchObject([{ register: 'serviceItemList', scope: 'own' }]);
  });
});

describe('the voice of communities', () => {
  const checking = act(begin(), { command: 'form.check', by: cast.relief });
  const consulting = act(checking, { command: 'basis.check', by: cast.relief });
  const consult = (orgs: string[]) =>
    ({ command: 'basis.check', by: cast.relief, form: { ...sampleForms['basis.check'](at), consult: orgs } }) as const;

  it('at least three different communities of the area are asked', () => {
    const [first, second, third] = communities;
    expect(refusal(checking, consult([first, second])).code).toBe('consult.tooFew');
    expect(refusal(checking, consult([first, second, second])).code).toBe('consult.tooFew');
    expect(refusal(checking, consult([first, second, third, 'chaoyang.anzhen'])).code).toBe('consult.outside');
    expect(refusal(checking, consult([first, second, 'haidian.shangdi.shangdi'])).code).toBe('consult.outside');
  });

  it('each answers once and for itself, and all of the least number before it ends', () => {
    const give = (by: typeof cast.worker, community: string) =>
      ({ command: 'opinion.give', by, form: { ...sampleForms['opinion.give'](at), community } }) as const;
    expect(refusal(consulting, give(cast.worker, communities[1])).code).toBe('opinion.notYours');
    const stranger = person('stranger', 'communityWorker', 'chaoyang.wangjing.wangjingxiyuan');
    expect(refusal(consulting, give(stranger, communities[0])).code).toBe('permission.denied');
    const once = act(consulting, give(cast.worker, communities[0]));
    expect(refusal(once, give(cast.worker, communities[0])).code).toBe('opinion.already');
    expect(refusal(once, { command: 'consultation.close', by: cast.relief })).toMatchObject({
      code: 'consultation.tooFew',
      values: { given: 1, needed: 3 },
    });
  });
});

describe('two hands', () => {
  it('who applied does nothing of the other side, and who set the money does not decide', () => {
    const all = { ...cast.department, holdings: Object.values(cast).flatMap(({ holdings }) => holdings) };
    const own = begin({ by: all });
    expect(refusal(own, { command: 'form.check', by: all }).code).toBe('handsOff.applicant');
    const both = { ...cast.district, holdings: [...cast.district.holdings, ...cast.finance.holdings] };
    const costing = acts(
      heard(
        acts(begin(), [
          { command: 'form.check', by: cast.relief },
          { command: 'basis.check', by: cast.relief },
        ]),
      ),
      [
        { command: 'consultation.close', by: cast.relief },
        { command: 'money.assess', by: both },
      ],
    );
    expect(refusal(costing, { command: 'meeting.decide', by: both }).code).toBe('handsOff.assessor');
  });

  it('a department takes over no older list, and the district applies for nothing', () => {
    const form = { origin: 'existingList' as const };
    expect(refusedOpening({ form }).code).toBe('origin.notYours');
    expect(refusedOpening({ by: cast.district }).code).toBe('origin.notYours');
  });
});
