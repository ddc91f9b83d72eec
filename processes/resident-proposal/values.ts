import type { ValuesOf } from '../kernel/define-process.ts';
import type { ProposalData } from './data.ts';
import type { Forms } from './forms.ts';
import { outstandingFen } from './funds.ts';

type Values = { [C in keyof Forms]?: ValuesOf<ProposalData, Forms[C]> };

/** What stands in a form already: the text that it replaces, or the sums that the plan has fixed. */
export const values: Values = {
  'proposal.edit': ({ content }) => content,
  'correction.submit': ({ content }) => content,
  'plan.submit': ({ work, content }) => {
    const last = work.plan ?? work.pastPlans.at(-1);
    if (!last) return content.touches ? { touches: content.touches } : {};
    const { by: _, at: __, changes: ___, ...plan } = last;
    return plan;
  },
  'deliberation.record': ({ recusals, work }) => ({
    advisory: false,
    recused: recusals.map(({ personId, name }) => ({ personId, name })),
    ...(isMeeting(work.plan?.decisionBody) ? { meeting: work.plan.decisionBody } : {}),
  }),
  'funds.request': ({ work }) => {
    const budget = work.plan?.budget ?? [];
    const fund = budget.find(({ source }) => source !== 'none')?.source;
    const requestedFen = budget
      .filter(({ source }) => source === fund)
      .reduce((sum, { amountYuan }) => sum + Math.round(amountYuan * 100), 0);
    return fund ? { fund, requestedYuan: requestedFen / 100, instalments: 1 } : {};
  },
  'funds.confirm': (data) => {
    const fen = outstandingFen(data);
    return fen > 0 ? { amountYuan: fen / 100 } : {};
  },
};

function isMeeting(body: string | undefined): body is Forms['deliberation.record']['meeting'] {
  return body === 'deliberationHall' || body === 'residentRepresentativesMeeting' || body === 'residentsMeeting';
}
