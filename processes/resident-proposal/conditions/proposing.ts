import type { ProcessRules } from '../../kernel/define-rules.ts';
import type { ProposalData } from '../data.ts';
import type { ProposalNames } from '../names.ts';
import { hasAsked, spokenFor } from '../proposers.ts';
import { lastTransfer } from '../screening.ts';
import { normalHousehold, supporterOf } from '../supporters.ts';
import { type ConditionOf, notInFuture } from './dates.ts';
import { nothingPrivate } from './public-text.ts';

/** Conditions of the first stage, from the draft to docketing. */
export const proposingConditions: ProcessRules<ProposalNames>['conditions'] = {
  'proposal.edit': nothingPrivate<'proposal.edit'>(),
  'correction.submit': nothingPrivate<'correction.submit'>(),
  'proposal.draft': [
    ...nothingPrivate<'proposal.draft'>(),
    {
      code: 'proposer.invitedTwice',
      needsForm: true,
      pointer: '/jointProposers',
      fails: ({ form, actor }) => {
        const ids = (form.jointProposers ?? []).map((person) => person.personId);
        const lead = form.enteredOnBehalf ? form.enteredOnBehalf.personId : actor.id;
        return new Set(ids).size < ids.length || (lead !== undefined && ids.includes(lead)) ? {} : undefined;
      },
    },
  ],
  'proposal.cosign': [
    {
      code: 'supporter.ownProposal',
      needsForm: true,
      fails: ({ data, form, actor, facts }) => {
        const { key } = supporterOf({ type: 'proposal.cosign', form, actor, facts });
        return data.proposers.some((proposer) => proposer.key === key) ? {} : undefined;
      },
    },
    {
      code: 'supporter.already',
      needsForm: true,
      fails: ({ data, form, actor, facts }) => {
        const { key } = supporterOf({ type: 'proposal.cosign', form, actor, facts });
        return data.supporters.some((supporter) => supporter.key === key) ? {} : undefined;
      },
    },
    {
      code: 'supporter.householdMissing',
      needsForm: true,
      pointer: '/household',
      fails: ({ form }) => (form.as === 'household' && form.household === undefined ? {} : undefined),
    },
    {
      code: 'supporter.householdAlready',
      needsForm: true,
      pointer: '/household',
      fails: ({ data, form }) => {
        const household = form.as === 'household' ? normalHousehold(form.household ?? '') : null;
        return household !== null && data.supporters.some((supporter) => supporter.household === household)
          ? {}
          : undefined;
      },
    },
  ],
  'supporter.void': [
    {
      code: 'supporter.unknown',
      needsForm: true,
      pointer: '/supporter',
      fails: ({ data, form }) => (hasSupporter(data, form.supporter) ? undefined : {}),
    },
    {
      code: 'supporter.sameUnknown',
      needsForm: true,
      pointer: '/samePersonAs',
      fails: ({ data, form }) => {
        if (form.ground !== 'samePerson') return undefined;
        const other = form.samePersonAs;
        return other !== undefined && other !== form.supporter && hasSupporter(data, other) ? undefined : {};
      },
    },
  ],
  'audit.close': [
    { code: 'audit.none', fails: ({ data }) => (data.audits.some((audit) => audit.closed === null) ? undefined : {}) },
    {
      code: 'audit.unknown',
      needsForm: true,
      pointer: '/audit',
      fails: ({ data, form }) =>
        data.audits.some((audit) => audit.number === form.audit && audit.closed === null) ? undefined : {},
    },
  ],
  'proposal.withdraw': [
    {
      code: 'withdrawal.notYours',
      fails: ({ data, actor }) => (spokenFor(data, actor.id).length === 0 ? {} : undefined),
    },
    {
      code: 'withdrawal.already',
      fails: ({ data, actor }) => {
        const open = data.proposers.filter((proposer) => !hasAsked(data, proposer));
        return spokenFor(data, actor.id).every((proposer) => hasAsked(data, proposer))
          ? { missing: open.length }
          : undefined;
      },
    },
  ],
  'correction.request': [{ code: 'correction.onlyOnce', fails: ({ data }) => (data.correction ? {} : undefined) }],
  'transfer.object': [
    { code: 'transfer.objectionLate', fails: ({ data }) => (lastTransfer(data)?.settled ? {} : undefined) },
  ],
  'transfer.conclude': [notInFuture('toldOn')],
  'proposal.merge': [
    {
      code: 'merge.itself',
      needsForm: true,
      pointer: '/into',
      fails: ({ form, facts }) => (form.into === facts.caseId ? {} : undefined),
    },
  ],
  'supporters.join': [
    voteNotStarted<'supporters.join'>(),
    {
      code: 'merge.otherCommunity',
      needsForm: true,
      fails: ({ form, facts }) => (form.org === facts.org.id ? undefined : {}),
    },
    {
      code: 'merge.notOldest',
      needsForm: true,
      fails: ({ data, form }) => (data.acceptedAt !== null && data.acceptedAt <= form.acceptedAt ? undefined : {}),
    },
    {
      code: 'merge.already',
      needsForm: true,
      fails: ({ data, form }) => (isMerged(data, form.from) ? {} : undefined),
    },
  ],
  'supporters.part': [
    voteNotStarted<'supporters.part'>(),
    {
      code: 'merge.notHere',
      needsForm: true,
      fails: ({ data, form }) => (isMerged(data, form.from) ? undefined : {}),
    },
  ],
};

/** Cases join and part until the vote starts; a plan that was voted down does not turn that back. */
function voteNotStarted<C extends 'supporters.join' | 'supporters.part'>(): ConditionOf<C> {
  return {
    code: 'merge.voteStarted',
    fails: ({ data }) => (data.round > 1 || data.work.noticeEndedAt !== null || data.rejections > 0 ? {} : undefined),
  };
}

function hasSupporter(data: ProposalData, key: string): boolean {
  return data.supporters.some((supporter) => supporter.key === key);
}

function isMerged(data: ProposalData, caseId: string): boolean {
  return data.mergedCases.some((mergedCase) => mergedCase.caseId === caseId);
}
