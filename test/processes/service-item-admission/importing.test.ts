import { describe, expect, it } from 'vitest';
import { forms } from '../../../processes/service-item-admission/forms.ts';
import { importing } from '../../../processes/service-item-admission/importing.ts';
import { papers } from '../../../processes/service-item-admission/papers.ts';
import { act, beforeMeeting, begin, cast, existing, type Walk } from './walk.ts';

const row = {
  事项编码: 'CY-2018-001',
  事项名称: '老年人优待卡信息核对',
  主管部门: '区民政局',
  清单类别: '协助政府工作',
  协助动作: '联系居民、发现报告',
  法律政策依据: '北京市居家养老服务条例;京民老龄发〔2018〕1号',
  每月工时: '6.5',
  是否需要经费: '否',
  不需要经费的理由: '随日常走访进行,不另需经费。',
  生效日期: '2018/7/25',
};

describe('a row of an older list', () => {
  it('becomes an item that is in effect', () => {
    const form = forms['item.apply'].parse(importing.formOf(row));
    expect(form).toMatchObject({
      origin: 'existingList',
      acts: ['contactResidents', 'reportFindings'],
      basis: [{ title: '北京市居家养老服务条例' }, { title: '京民老龄发〔2018〕1号' }],
      hoursPerMonth: 6.5,
      startOn: '2018-07-25',
    });
    expect(existing(form).state.state).toBe('regular');
  });

  it('with money has one period', () => {
    const paid = {
      ...row,
      是否需要经费: '是',
      '经费金额(元)': '12000.50',
      经费起期: '2026年1月1日',
      经费止期: '2026.12.31',
    };
    expect(forms['item.apply'].parse(importing.formOf(paid)).money?.plan).toEqual([
      { from: '2026-01-01', until: '2026-12-31', amountYuan: 12000.5 },
    ]);
  });

  it.each([
    ['每月工时', '很多'],
    ['每月工时', '-3'],
    ['生效日期', '去年'],
    ['生效日期', '2026-02-30'],
    ['协助动作', '联系居民、打分'],
    ['是否需要经费', '看情况'],
    ['清单类别', '其他'],
    ['事项编码', '编码 一'],
    ['事项名称', ''],
    ['法律政策依据', ''],
    ['有效期至', '长期'],
  ])('names the column %s where it says “%s”', (heading, text) => {
    const { error } = forms['item.apply'].safeParse(importing.formOf({ ...row, [heading]: text }));
    const columns = error?.issues.map(({ path }) => importing.columnOf(`/${path.join('/')}`));
    expect(columns).toEqual([heading]);
  });

  it('whatever the cells hold, every fault has its column', () => {
    const broken = Object.fromEntries(importing.columns.map(({ heading }) => [heading, '=1+1']));
    const { error } = forms['item.apply'].safeParse(importing.formOf(broken));
    for (const { path } of error?.issues ?? []) {
      const heading = importing.columnOf(`/${path.join('/')}`);
      expect(importing.columns.map((column) => column.heading)).toContain(heading);
    }
    expect(importing.columns.map(({ heading }) => heading)).toContain(importing.uniqueColumn);
  });
});

describe('papers', () => {
  const matter = (walk: Walk) => ({ number: '朝阳-2026-0031', state: walk.state, orgName: '朝阳区' });
  const decided = (form: object) =>
    act(beforeMeeting(begin()), {
      command: 'meeting.decide',
      by: cast.district,
      form: { meetingOn: '2026-09-14', reason: '会议审议。', ...form } as never,
    });

  it('an approval tells its money and its conditions', () => {
    const conditions = [{ kind: 'moneyBeforeDispatch', text: '经费到位前不得下派。' }];
    const paper = papers['approval']?.of(matter(decided({ verdict: 'conditional', conditions })));
    expect(paper).toMatchObject({
      title: '公共服务事项准入批准通知书',
      addressee: '区消防救援支队',
      date: '2026-09-14',
    });
    expect(JSON.stringify(paper?.blocks)).toContain('120000.50元');
    expect(paper?.blocks).toContainEqual({ kind: 'list', items: ['经费到位前不得下派。'] });
  });

  it('a refusal tells reason and article, and the other paper does not exist', () => {
    const walk = decided({ verdict: 'refused', articles: '《北京市街道办事处条例》第32条' });
    expect(JSON.stringify(papers['refusal']?.of(matter(walk))?.blocks)).toContain('第32条');
    expect(papers['approval']?.of(matter(walk))).toBeUndefined();
    expect(papers['refusal']?.of(matter(begin()))).toBeUndefined();
  });
});
