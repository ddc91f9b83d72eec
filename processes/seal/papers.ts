import { dateOf } from '../kernel/clock.ts';
import type { Paper, PaperBlock, PaperMatter, PaperRule } from '../kernel/paper.ts';
import { keptKeys } from '../law/seal-lists/kept-beijing-2019.ts';
import { certificateRule, sealListOf } from '../law/seal-lists.ts';
import { isRefused } from './application.ts';
import type { Judgement, SealData } from './data.ts';
import { typeTitle } from './title.ts';

const guidance = '民政部等六部门《关于改进和规范基层群众性自治组织出具证明工作的指导意见》(民发〔2020〕20号)';

/** 不予出具告知单: says why, by which list, and where the person can get what he needs. */
const nonIssuanceNotice: PaperRule = {
  title: '不予出具告知单',
  of: ({ number, state, orgName }: PaperMatter): Paper | undefined => {
    const data = state.data as unknown as SealData;
    if (!isRefused(data)) return undefined;
    const { application, applicant, judgement } = data;
    return {
      title: '不予出具告知单',
      number,
      addressee: applicant.name,
      blocks: [
        {
          kind: 'paragraph',
          text: `您于${dateOf(data.submittedAt)}申请本居民委员会出具“${typeTitle(application)}”。经核对证明事项清单,该证明不应由居民委员会出具,现告知如下。`,
        },
        {
          kind: 'table',
          rows: [
            ['申请出具', typeTitle(application)],
            ['用途', application.purpose ?? '—'],
            ['要求提供的单位', application.requestingBody ?? '—'],
            ['认定事项', judgement.type ? certificateRule(judgement.type).title.zh : '清单以外事项'],
            ['依据', basisOf(judgement)],
          ],
        },
        { kind: 'heading', text: '理由' },
        { kind: 'paragraph', text: reasonOf(judgement) },
        { kind: 'heading', text: '办理途径' },
        { kind: 'paragraph', text: competentOf(judgement) },
        ...suspectsOf(judgement),
        {
          kind: 'paragraph',
          text: '如要求提供证明的单位坚持索要,请将本告知单出示给该单位;您也可以向街道办事处反映。',
        },
      ],
      issuer: `${orgName}居民委员会`,
      date: dateOf(judgement.at),
    };
  },
};

export const papers = { nonIssuanceNotice };

function basisOf({ listId, basis }: Judgement): string {
  const list = listId === null ? undefined : sealListOf(listId);
  if (list) return [list.source.title.zh, list.source.at].filter((part) => part !== undefined).join(',');
  return basis ?? guidance;
}

function reasonOf({ verdict, type, reason }: Judgement): string {
  const rule = type === null ? undefined : certificateRule(type);
  if (verdict === 'keptForOther' && rule && 'purpose' in rule) {
    return `“${rule.title.zh}”仅在“${rule.purpose.zh}”时、向${rule.requestingBody.zh}提供的情况下保留;您的用途或要求提供的单位与此不符。`;
  }
  const own = reason === null ? '' : `${reason}。`.replace(/。。$/, '。');
  if (verdict === 'forbidden')
    return `${own}该事项列入不应由基层群众性自治组织出具证明的清单,换用其他名称的,同样不予出具。`;
  return `${own}凡没有法律法规依据或者未经国务院批准列入保留证明事项清单的,居民委员会不予出具。`;
}

function competentOf({ type }: Judgement): string {
  return type === null
    ? '请向要求提供证明的单位了解其法律依据,由该单位自行核查或向主管部门查询。'
    : `请向${certificateRule(type).competent.zh}办理或查询。`;
}

/** A forbidden type that the city keeps for one purpose: the person may have meant that. */
function suspectsOf({ type }: Judgement): PaperBlock[] {
  const kept = keptKeys
    .map(certificateRule)
    .filter((rule) => 'insteadOf' in rule && rule.insteadOf.some((key) => key === type));
  if (kept.length === 0) return [];
  return [
    { kind: 'paragraph', text: '下列情形仍可由居民委员会出具,符合的请按该用途重新申请:' },
    {
      kind: 'list',
      items: kept.flatMap((rule) =>
        'purpose' in rule ? [`${rule.title.zh}:${rule.purpose.zh}(提供给${rule.requestingBody.zh})`] : [],
      ),
    },
  ];
}
