import type { Facts, Person } from '../kernel/define-rules.ts';
import type { PaperEntry, ProposalData, Proposer } from './data.ts';
import type { Forms } from './forms.ts';
import type { Act } from './names.ts';
import { newRound } from './rounds.ts';

/** The data of a new proposal. xstate also calls it without input, to learn the shape. */
export function draft(input?: { form: Forms['proposal.draft']; actor: Person; facts: Facts }): ProposalData {
  const at = input?.facts.at ?? 0;
  const onBehalf = input?.form.enteredOnBehalf;
  return {
    round: 1,
    content: input ? contentOf(input.form) : blankContent,
    contact: input?.form.proposer ?? { residentKind: 'registered', building: '', addressVerification: 'notVerified' },
    privacyNoticeVersion: input?.form.privacyNoticeVersion ?? '',
    proposers: input ? [leadOf(input.form, input.actor)] : [],
    invited: input?.form.jointProposers ?? [],
    entry: input && onBehalf ? paperEntry(onBehalf, input.actor) : null,
    supporters: [],
    voided: [],
    audits: [],
    threshold: {
      persons: input?.facts.settings['thresholdPersons'] ?? 10,
      households: input?.facts.settings['thresholdHouseholds'] ?? 5,
    },
    withdrawals: [],
    acceptedAt: null,
    correction: null,
    declined: null,
    transfers: [],
    merge: null,
    mergedCases: [],
    docketedAt: null,
    rejections: 0,
    recusals: [],
    work: newRound({ number: 1, at, because: 'proposed', reason: null }),
    rounds: [],
    patrols: [],
    termination: null,
  };
}

/** Identity by which a person is counted: the account if there is one, else telephone and name. */
export function identityOf(person: { personId?: string | undefined; phone: string; name: string }): string {
  return person.personId ?? `paper:${person.phone.replace(/[ -]/g, '')}:${person.name}`;
}

export function edit(data: ProposalData, event: Act<'proposal.edit'>): ProposalData {
  return { ...data, content: event.form };
}

/** Each joint proposer confirms that it is his own will (京建议 art. 11); before that he is only invited. */
export function confirmJoint(data: ProposalData, event: Act<'proposer.confirm'>): ProposalData {
  const { actor, form } = event;
  const proposer: Proposer = { key: actor.id, personId: actor.id, name: actor.name, building: form.building };
  return {
    ...data,
    invited: data.invited.filter((person) => person.personId !== actor.id),
    proposers: [...data.proposers, proposer],
    supporters: data.supporters.filter((supporter) => supporter.key !== actor.id),
  };
}

export function recordCall(data: ProposalData, event: Act<'confirmation.call'>): ProposalData {
  if (data.entry === null) return data;
  const { form, actor, facts } = event;
  const call = { outcome: form.outcome, remark: form.remark ?? null, by: actor, at: facts.at };
  return {
    ...data,
    entry: { ...data.entry, calls: [...data.entry.calls, call], confirmed: form.outcome === 'confirmed' },
  };
}

/** The proposers for whom a person may speak: himself, or the one on paper whom he entered. */
export function spokenFor(data: ProposalData, personId: string): Proposer[] {
  return data.proposers.filter(
    (proposer) => proposer.personId === personId || (proposer.personId === null && data.entry?.by.id === personId),
  );
}

/** A joint proposal is withdrawn only when all its proposers ask (沪建议 art. 10); requests are collected. */
export function askWithdrawal(data: ProposalData, event: Act<'proposal.withdraw'>): ProposalData {
  const { form, actor, facts } = event;
  const asked = spokenFor(data, actor.id).filter((proposer) => !hasAsked(data, proposer));
  const requests = asked.map((proposer) => ({ proposer: proposer.key, reason: form.reason, at: facts.at }));
  return { ...data, withdrawals: [...data.withdrawals, ...requests] };
}

export function hasAsked(data: ProposalData, proposer: Proposer): boolean {
  return data.withdrawals.some((request) => request.proposer === proposer.key);
}

/** True if the person's request is the last that was missing. */
export function completesWithdrawal(data: ProposalData, personId: string): boolean {
  const speaksFor = spokenFor(data, personId);
  return data.proposers.every((proposer) => hasAsked(data, proposer) || speaksFor.includes(proposer));
}

function leadOf(form: Forms['proposal.draft'], actor: Person): Proposer {
  const { building } = form.proposer;
  const onBehalf = form.enteredOnBehalf;
  if (!onBehalf) return { key: actor.id, personId: actor.id, name: actor.name, building };
  return { key: identityOf(onBehalf), personId: onBehalf.personId ?? null, name: onBehalf.name, building };
}

function paperEntry(onBehalf: { phone: string; reason: string }, by: Person): PaperEntry {
  return { by, phone: onBehalf.phone, reason: onBehalf.reason, calls: [], confirmed: false };
}

function contentOf(form: Forms['proposal.draft']): ProposalData['content'] {
  const { proposer: _, jointProposers: __, privacyNoticeVersion: ___, enteredOnBehalf: ____, ...content } = form;
  return content;
}

const blankContent: ProposalData['content'] = {
  title: '',
  category: 'other',
  place: { estate: '' },
  problem: '',
  suggestion: '',
  expectedEffect: '',
  beneficiaries: { households: 0, persons: 0 },
  funding: { needed: false },
  willingToImplement: false,
  consentToName: false,
};

/** Persons with an account who hear of every step: proposers, those of merged proposals, and who entered it on paper. */
export function stakeholders(data: ProposalData): string[] {
  const merged = data.mergedCases.flatMap((mergedCase) => mergedCase.proposers);
  return accountsOf([...data.proposers, ...merged], data.entry?.by.id);
}

/** The main proposer; who entered the proposal, if he has no account. */
export function leadAccounts(data: ProposalData): string[] {
  return accountsOf(data.proposers.slice(0, 1), data.entry?.by.id);
}

function accountsOf(people: readonly { personId: string | null }[], enteredBy: string | undefined): string[] {
  const ids = people.flatMap((person) => (person.personId === null ? [] : [person.personId]));
  const speaksForPaper = people.some((person) => person.personId === null);
  return speaksForPaper && enteredBy !== undefined ? [...ids, enteredBy] : ids;
}

/** What a merge hands over of the proposers. */
export function proposersForMerge(data: ProposalData): Omit<Proposer, 'key'>[] {
  return data.proposers.map(({ personId, name, building }) => ({ personId, name, building }));
}
