/** Papers of an admission: the approval, and the notice of a refusal with its article. */
import { dateOf, type Instant } from '../kernel/clock.ts';
import type { PaperBlock, PaperMatter, PaperRule } from '../kernel/paper.ts';
import { assistingActWords } from '../law/service-items.ts';
import type { AdmissionData } from './data.ts';
import { approvedFen } from './funds.ts';

const approval: PaperRule = {
  title: '批准通知书',
  of: (matter) => {
    const data = dataOf(matter);
    const { decision, item } = data;
    if (!decision || decision.verdict === 'refused') return undefined;
    const conditions = decision.conditions?.map(({ text }) => text) ?? [];
    return paper(matter, '公共服务事项准入批准通知书', decision.at, [
      {
        kind: 'paragraph',
        text: `你单位申请的“${item.name}”,经审议,${conditions.length > 0 ? '附条件批准' : '批准'}准入。`,
      },
      {
        kind: 'table',
        rows: [
          ['事项编码', item.code],
          ['社区协助动作', item.acts.map((act) => assistingActWords[act].zh).join('、')],
          ['主体责任单位', item.department],
          ['每个社区每月工时', `${item.hoursPerMonth}小时`],
          [
            '核定经费',
            data.money?.needed ? `${(approvedFen(data) / 100).toFixed(2)}元` : `不需要经费:${data.money?.reason ?? ''}`,
          ],
          ['截止日期', item.validUntil ?? '—'],
          ['理由', decision.reason],
        ],
      },
      ...(conditions.length > 0
        ? [{ kind: 'heading', text: '条件' } as const, { kind: 'list', items: conditions } as const]
        : []),
      { kind: 'paragraph', text: '公布入清单、签订协议、经费到位后方可下派;主体责任不得转给社区。' },
    ]);
  },
};

const refusal: PaperRule = {
  title: '不予准入告知书',
  of: (matter) => {
    const data = dataOf(matter);
    const refused = refusalOf(data);
    if (!refused || matter.state.state !== 'refused') return undefined;
    return paper(matter, '公共服务事项不予准入告知书', refused.at, [
      { kind: 'paragraph', text: `你单位申请的“${data.item.name}”(${data.item.code}),经审查,不予准入。` },
      {
        kind: 'table',
        rows: [
          ['理由', refused.reason],
          ['依据', refused.articles],
        ],
      },
      { kind: 'paragraph', text: '未经准入的事项不得交给社区办理,社区有权拒绝(《北京市街道办事处条例》第32条)。' },
    ]);
  },
};

export const papers: Readonly<Record<string, PaperRule>> = { approval, refusal };

/** The step at which it was refused: the meeting, the check of the basis, or the formal check after its one correction. */
function refusalOf({ decision, basisCheck, formalChecks }: AdmissionData) {
  if (decision) return { reason: decision.reason, articles: decision.articles ?? '—', at: decision.at };
  if (basisCheck?.verdict === 'failed') {
    return { reason: basisCheck.finding, articles: basisCheck.articles ?? '—', at: basisCheck.at };
  }
  const last = formalChecks.at(-1);
  return last && { reason: last.note, articles: '一次性告知补正后材料仍不齐全', at: last.at };
}

function paper({ number, orgName, state }: PaperMatter, title: string, at: Instant, blocks: readonly PaperBlock[]) {
  const addressee = (state.data as unknown as AdmissionData).item.department;
  return { title, number, addressee, blocks, issuer: `${orgName}社区减负工作组`, date: dateOf(at) };
}

function dataOf({ state }: PaperMatter): AdmissionData {
  return state.data as unknown as AdmissionData;
}
