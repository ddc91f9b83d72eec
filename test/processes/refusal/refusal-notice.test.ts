import { describe, expect, it } from 'vitest';
import type { Paper } from '../../../processes/kernel/paper.ts';
import { refusal } from '../../../processes/refusal/index.ts';
import { S6_MESSAGE } from './sample-forms.ts';
import { type Beginning, begin, beijing, dismissed, entry, type Walk } from './walk.ts';

const NUMBER = '朝阳-劲松-农光里-2026-0012';

function noticeOf(walk: Walk): Paper {
  const { calendars: _, relays: __, number: ___, ...state } = walk.state;
  const paper = refusal.papers?.['refusal-notice']?.of({ number: NUMBER, state, orgName: '朝阳区农光里社区' });
  if (!paper) throw new Error('a refusal has its notice from the first moment');
  return paper;
}

/** The whole paper as it is read. */
function textOf({ blocks }: Paper): string {
  return blocks
    .flatMap((block) => {
      if (block.kind === 'list') return block.items;
      return block.kind === 'table' ? block.rows.map((row) => row.join(':')) : [block.text];
    })
    .join('\n');
}

const textFor = (input: Beginning = {}) => textOf(noticeOf(begin(input)));

describe('the notice of S6', () => {
  const paper = noticeOf(begin({ form: { receivedAtTime: '17:10' } }));
  const text = textOf(paper);

  it('has its number, date, addressee and issuer', () => {
    expect(paper).toMatchObject({
      title: '拒绝办理告知书',
      number: `${NUMBER}-拒`,
      addressee: '劲松街道某科室',
      issuer: '朝阳区农光里社区',
      date: '2026-11-23',
    });
  });

  it('says what was asked, when and by which way, in its own words', () => {
    expect(text).toContain('贵单位于2026年11月23日17:10以微信方式要求本社区办理“上报沿街商户用工情况表”。');
    expect(text).toContain(`要求内容:${S6_MESSAGE}`);
    expect(text).toContain('要求完成时间:今晚8点前');
    expect(text).toContain('证据:聊天截图');
  });

  it('gives each ground with its article', () => {
    expect(text).toContain(
      '经与2026年11月23日有效的公共服务事项清单(当日生效事项共2项,最近变更于2026年1月1日)比对,没有该事项,未经准入(依据:《北京市街道办事处条例》第三十二条、《北京市实施〈中华人民共和国城市居民委员会组织法〉办法》第二十八条)',
    );
    expect(text).toContain(
      '“沿街商户用工情况表”未标明表号、制定机关、批准或者备案文号、有效期限,有权拒绝填报(依据:《中华人民共和国统计法(2024年修正)》第十七条)',
    );
    expect(text).toContain(
      '以“扣分、考核”相要求,涉嫌违反考核规定(是否属实由社区减负工作组认定)(依据:《北京市街道办事处条例》第四十三条',
    );
    expect(text).toContain('民发〔2015〕136号');
  });

  it('states the right to refuse, the way to admission, and that nobody may be marked down for it', () => {
    for (const article of ['第三十二条', '第四十一条', '第二十八条', '第十七条', '第七条'])
      expect(text).toContain(article);
    expect(text).toContain('向区社区减负工作组申请公共服务事项准入');
    expect(text).toContain('不得因此对本社区及其工作人员扣分、降低考核等次、影响排名或者评优');
    expect(text).toContain(`第${NUMBER}号`);
  });

  it('names no person', () => {
    for (const name of ['陈静', '周建平', 'worker']) expect(JSON.stringify(paper)).not.toContain(name);
    const talkative = { wording: '周建平要求:今晚8点前上报商户表,请陈静汇总。' };
    expect(textFor({ form: talkative })).toContain('要求内容:某某要求:今晚8点前上报商户表,请某某汇总。');
  });

  it('stays the same whatever becomes of the case', () => {
    expect(noticeOf(dismissed(begin({ form: { receivedAtTime: '17:10' } })))).toEqual(paper);
  });
});

describe('other notices', () => {
  it('name an expired form with both days', () => {
    const asksForForm = {
      name: '商户表',
      tableNumber: '1表',
      authority: '某局',
      approvalNumber: '1号',
      validUntil: '2026-10-31',
    };
    expect(textFor({ form: { asksForForm } })).toContain(
      '“商户表”有效期至2026年10月31日,2026年11月23日提出时已超过有效期限,有权拒绝填报',
    );
  });

  it('cite the law of the day on which the task came', () => {
    const text = textFor({ at: beijing('2026-11-23'), form: { receivedOn: '2024-09-12' } });
    expect(text).toContain('《中华人民共和国统计法(2009年修订)》第十五条');
    expect(text).not.toContain('第十七条');
  });

  it.each([
    ['XZ-9', [], '当日没有已公布生效的事项)比对,没有编码为“XZ-9”的事项'],
    ['XZ-1', [entry('XZ-1', '甲', { validUntil: '2026-11-22' })], '编码“XZ-1”的事项已经到期'],
    ['XZ-1', [entry('XZ-1', '甲', { effectiveFrom: '2026-11-24' })], '编码“XZ-1”的事项尚未生效'],
  ])('say how the code %s stands to the list', (itemCode, list, words) => {
    expect(textFor({ form: { itemCode }, list })).toContain(words);
  });

  it('refuse the assessment alone where the task is on the list', () => {
    const form = { title: '独居老年人探访', wording: '未完成探访的年底考核扣分。', asksForForm: undefined };
    const text = textFor({ form });
    expect(text).toContain('该事项在公共服务事项清单内,本社区依法协助;所附考核要求没有依据,本社区不予接受');
    expect(text).toContain('请撤回所附考核要求');
    expect(text).not.toContain('申请公共服务事项准入');
  });

  it('name missing means with article 41, and hours where hours were given', () => {
    const text = textFor({ form: { moneyMissing: true, dueInHours: 3, dueText: undefined } });
    expect(text).toContain('未提供完成该事项所需的人员、经费和条件(依据:《北京市街道办事处条例》第四十一条)');
    expect(text).toContain('要求完成时间:3小时内');
  });
});
