import { dateOf } from '../kernel/clock.ts';
import type { Paper, PaperMatter, PaperRule } from '../kernel/paper.ts';
import type { CleanUpData, CleanUpObject, Verdict } from './data.ts';
import { kinds, kindTitles } from './kinds.ts';
import { type Amount, lastDay, measure, total } from './measure.ts';
import { isStopped, standing } from './objects.ts';

const verdictTitles: Record<Verdict, string> = { keep: '保留', merge: '合并', cancel: '取消', handOver: '转出' };

/** 清理整顿结果: what was found, what became of it, and the figures before and after. */
const result: PaperRule = {
  title: '清理整顿结果公布表',
  of: ({ number, state, orgName }: PaperMatter): Paper | undefined => {
    const data = state.data as unknown as CleanUpData;
    const { publication } = data;
    if (publication === null) return undefined;
    const day = lastDay(data);
    return {
      title: '清理整顿结果公布表',
      number,
      addressee: null,
      blocks: [
        {
          kind: 'paragraph',
          text: `“${data.campaign}”对${orgName}承担的组织机构(牌子)、工作台账、考核评比创建、专项调查、报刊征订逐项核对依据,结果公布如下。`,
        },
        { kind: 'heading', text: `前后对比(截至${day})` },
        {
          kind: 'table',
          rows: [
            ...measure(data, day).map(({ kind, before, after }): [string, string] => [
              kindTitles[kind],
              comparedWords(before, after),
            ]),
            ['合计', comparedWords(total(data, day).before, total(data, day).after)],
          ],
        },
        ...kinds.flatMap((kind) => {
          const objects = standing(data).filter(({ facet }) => facet.kind === kind);
          if (objects.length === 0) return [];
          return [
            { kind: 'heading' as const, text: kindTitles[kind] },
            { kind: 'list' as const, items: objects.map(objectWords) },
          ];
        }),
        {
          kind: 'paragraph',
          text: '已取消、合并或转出的事项,任何单位不得再要求社区承担;再次要求的,可向社区减负工作组反映。',
        },
      ],
      issuer: '社区减负工作组',
      date: dateOf(publication.at),
    };
  },
};

export const papers = { result };

function comparedWords(before: Amount, after: Amount): string {
  return `${before.objects}项、每月${before.hoursPerMonth}小时 → ${after.objects}项、每月${after.hoursPerMonth}小时`;
}

function objectWords(object: CleanUpObject): string {
  const { facet, judgement } = object;
  if (judgement === null) return facet.name;
  const article = judgement.article === undefined ? '' : `(${judgement.article})`;
  const to = judgement.handOverTo === undefined ? '' : `,转由${judgement.handOverTo}承担`;
  const stopped = judgement.verdict === 'keep' ? '' : isStopped(object) ? ';社区已确认停止' : ';待社区确认停止';
  return `${facet.name}(${facet.demandedBy}):${verdictTitles[judgement.verdict]}${to}。${judgement.reason}${article}${stopped}`;
}
