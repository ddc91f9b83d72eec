import type { Funds, ProposalData } from './data.ts';
import type { Act } from './names.ts';
import { fen } from './planning.ts';

export function requestFunds(data: ProposalData, event: Act<'funds.request'>): ProposalData {
  const { form, actor } = event;
  const opinions = data.work.funds?.opinions ?? [];
  return withFunds(data, {
    request: form,
    requestedBy: actor,
    endorsedBy: null,
    reviewedBy: null,
    opinions,
    approvedYuan: null,
    vouchers: [],
  });
}

export function endorseFunds(data: ProposalData, event: Act<'funds.endorse'>): ProposalData {
  return addOpinion(data, event, event.form.verdict === 'endorsed' ? { endorsedBy: event.actor } : {});
}

export function reviewFunds(data: ProposalData, event: Act<'funds.review'>): ProposalData {
  const { work } = data;
  const approved = event.form.verdict === 'approved';
  const approvedYuan = approved ? (work.funds?.request.requestedYuan ?? null) : null;
  return addOpinion(data, event, { reviewedBy: event.actor, approvedYuan });
}

export function confirmFunds(data: ProposalData, event: Act<'funds.confirm'>): ProposalData {
  const { form, actor, facts } = event;
  const { funds } = data.work;
  if (!funds) return data;
  return withFunds(data, { ...funds, vouchers: [...funds.vouchers, { ...form, by: actor, at: facts.at }] });
}

/** Money that has come by voucher, in fen. */
export function confirmedFen(data: ProposalData): number {
  const vouchers = data.work.funds?.vouchers ?? [];
  return vouchers.reduce((sum, voucher) => sum + fen(voucher.amountYuan), 0);
}

/** Approved and not yet come, in fen. */
export function outstandingFen(data: ProposalData): number {
  return fen(data.work.funds?.approvedYuan ?? 0) - confirmedFen(data);
}

function addOpinion(
  data: ProposalData,
  event: Act<'funds.endorse'> | Act<'funds.review'>,
  change: Partial<Funds>,
): ProposalData {
  const { funds } = data.work;
  if (!funds) return data;
  const { verdict, opinion } = event.form;
  const added = { by: event.actor, verdict, opinion, at: event.facts.at };
  return withFunds(data, { ...funds, ...change, opinions: [...funds.opinions, added] });
}

function withFunds(data: ProposalData, funds: Funds): ProposalData {
  return { ...data, work: { ...data.work, funds } };
}
