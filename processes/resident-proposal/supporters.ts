import type { ProposalData, Supporter } from './data.ts';
import type { Act } from './names.ts';
import { identityOf, proposersForMerge } from './proposers.ts';

/** How many support the proposal; the same person, and the same household, count once however often they are entered. */
export function countSupporters(supporters: readonly Supporter[]): { persons: number; households: number } {
  const households = supporters.flatMap((supporter) =>
    supporter.as === 'household' && supporter.household !== null ? [supporter.household] : [],
  );
  return {
    persons: new Set(supporters.map((supporter) => supporter.key)).size,
    households: new Set(households).size,
  };
}

/** 10 persons or 5 households by default (settings). */
export function reachesThreshold(data: ProposalData): boolean {
  const { persons, households } = countSupporters(data.supporters);
  return persons >= data.threshold.persons || households >= data.threshold.households;
}

/** The supporter a form would add. */
export function supporterOf(event: Act<'proposal.cosign'>): Supporter {
  const { form, actor, facts } = event;
  const person = form.onBehalf ?? { personId: actor.id, name: actor.name, phone: '' };
  return {
    key: identityOf(person),
    personId: person.personId ?? null,
    name: person.name,
    as: form.as,
    household: form.as === 'household' ? normalHousehold(form.household ?? '') : null,
    building: form.building ?? null,
    at: facts.at,
    enteredBy: form.onBehalf ? actor : null,
    mergedFrom: null,
  };
}

/** `3-2-501`, `3－2－501` and `3 - 2 - 501` are one household. */
export function normalHousehold(household: string): string {
  return household.replace(/\s/g, '').replace(/[－—–]/g, '-');
}

export function cosign(data: ProposalData, event: Act<'proposal.cosign'>): ProposalData {
  return { ...data, supporters: [...data.supporters, supporterOf(event)] };
}

/** Leaving lowers the count and withdraws nothing else. */
export function uncosign(data: ProposalData, event: Act<'proposal.uncosign'>): ProposalData {
  return { ...data, supporters: data.supporters.filter((supporter) => supporter.key !== event.actor.id) };
}

/** Staff strikes out an entry that is false or double; the entry stays readable and an audit is opened. */
export function voidSupporter(data: ProposalData, event: Act<'supporter.void'>): ProposalData {
  const { form, actor, facts } = event;
  const struck = data.supporters.filter((supporter) => supporter.key === form.supporter);
  const entries = struck.map((supporter) => ({
    supporter,
    ground: form.ground,
    samePersonAs: form.samePersonAs ?? null,
    reason: form.reason,
    by: actor,
    at: facts.at,
  }));
  const audit = {
    number: data.audits.length + 1,
    ground: form.ground,
    supporter: form.supporter,
    enteredBy: struck[0]?.enteredBy ?? null,
    openedAt: facts.at,
    closed: null,
  };
  return {
    ...data,
    supporters: data.supporters.filter((supporter) => supporter.key !== form.supporter),
    voided: [...data.voided, ...entries],
    // A double entry is a slip; an entry without the person's will, or of somebody not entitled, must be looked into.
    audits: form.ground === 'samePerson' ? data.audits : [...data.audits, audit],
  };
}

export function closeAudit(data: ProposalData, event: Act<'audit.close'>): ProposalData {
  const { form, actor, facts } = event;
  return {
    ...data,
    audits: data.audits.map((audit) =>
      audit.number === form.audit ? { ...audit, closed: { finding: form.finding, by: actor, at: facts.at } } : audit,
    ),
  };
}

/** What a case that merges hands to the main case. */
export function joinForm(data: ProposalData, facts: Act<'proposal.merge'>['facts']): Act<'supporters.join'>['form'] {
  return {
    from: facts.caseId,
    org: facts.org.id,
    acceptedAt: data.acceptedAt ?? facts.at,
    title: data.content.title,
    proposers: proposersForMerge(data),
    supporters: data.supporters.map(({ enteredBy: _, mergedFrom: __, ...supporter }) => supporter),
  };
}

/**
 * Supporters of two proposals united by person: who stands in both counts once, whichever case was first. The joining
 * entries are kept with their origin, so that parting restores exactly what was there before.
 */
export function join(data: ProposalData, event: Act<'supporters.join'>): ProposalData {
  const { form, facts } = event;
  const joined = form.supporters.map((supporter) => ({ ...supporter, enteredBy: null, mergedFrom: form.from }));
  const mergedCase = { caseId: form.from, title: form.title, proposers: form.proposers, at: facts.at, sealed: false };
  return {
    ...data,
    supporters: [...data.supporters, ...joined],
    mergedCases: [...data.mergedCases, mergedCase],
  };
}

export function part(data: ProposalData, event: Act<'supporters.part'>): ProposalData {
  const { from } = event.form;
  return {
    ...data,
    supporters: data.supporters.filter((supporter) => supporter.mergedFrom !== from),
    mergedCases: data.mergedCases.filter((mergedCase) => mergedCase.caseId !== from),
  };
}

/** The vote opens: from now on no merged case can part. */
export function sealMerges(data: ProposalData): ProposalData {
  return { ...data, mergedCases: data.mergedCases.map((mergedCase) => ({ ...mergedCase, sealed: true })) };
}
