import type { ProposalData, Transfer } from './data.ts';
import type { Act } from './names.ts';

export function accept(data: ProposalData, event: Act<'proposal.accept'>): ProposalData {
  return { ...data, acceptedAt: event.facts.at };
}

/** Everything that is missing is asked for once (政府信息公开条例 art. 30). */
export function requestCorrection(data: ProposalData, event: Act<'correction.request'>): ProposalData {
  const { form, facts } = event;
  return { ...data, correction: { missing: form.missing, requestedAt: facts.at, submittedAt: null } };
}

export function submitCorrection(data: ProposalData, event: Act<'correction.submit'>): ProposalData {
  const { explanation: _, ...content } = event.form;
  return {
    ...data,
    content,
    correction: data.correction && { ...data.correction, submittedAt: event.facts.at },
  };
}

export function decline(data: ProposalData, event: Act<'proposal.decline'>): ProposalData {
  return { ...data, declined: { ...event.form, at: event.facts.at } };
}

export function docket(data: ProposalData, event: Act<'proposal.docket'>): ProposalData {
  return { ...data, docketedAt: event.facts.at };
}

export function transfer(data: ProposalData, event: Act<'proposal.transfer'>): ProposalData {
  const { form, actor, facts } = event;
  const opened: Transfer = { ...form, by: actor, at: facts.at, settled: false, objection: null, conclusion: null };
  return { ...data, transfers: [...data.transfers, opened] };
}

/** The transfer under way or, once it is over, the last one. */
export function lastTransfer(data: ProposalData): Transfer | undefined {
  return data.transfers.at(-1);
}

export function objectToTransfer(data: ProposalData, event: Act<'transfer.object'>): ProposalData {
  const { form, actor, facts } = event;
  return changeLastTransfer(data, { objection: { ...form, by: actor, at: facts.at } });
}

export function settleTransfer(data: ProposalData): ProposalData {
  return changeLastTransfer(data, { settled: true });
}

export function concludeTransfer(data: ProposalData, event: Act<'transfer.conclude'>): ProposalData {
  const { form, actor, facts } = event;
  return changeLastTransfer(data, { conclusion: { ...form, by: actor, at: facts.at } });
}

function changeLastTransfer(data: ProposalData, change: Partial<Transfer>): ProposalData {
  const last = data.transfers.length - 1;
  return { ...data, transfers: data.transfers.map((one, index) => (index === last ? { ...one, ...change } : one)) };
}

export function startMerge(data: ProposalData, event: Act<'proposal.merge'>): ProposalData {
  return {
    ...data,
    merge: { into: event.form.into, at: event.facts.at, confirmed: false, refusedBecause: null },
  };
}

export function confirmMerge(data: ProposalData): ProposalData {
  return { ...data, merge: data.merge && { ...data.merge, confirmed: true } };
}

/** The main case answers with a problem; its code is kept so that staff see why. */
export function refuseMerge(data: ProposalData, event: Act<'merge.refused' | 'merge.partRefused'>): ProposalData {
  return { ...data, merge: data.merge && { ...data.merge, refusedBecause: codeOf(event.reply) } };
}

export function undoMerge(data: ProposalData): ProposalData {
  return { ...data, merge: null };
}

function codeOf(reply: unknown): string {
  const code = typeof reply === 'object' && reply !== null && 'code' in reply ? reply.code : undefined;
  return typeof code === 'string' ? code : 'unknown';
}
