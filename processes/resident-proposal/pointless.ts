import type { Actor } from '../kernel/actor.ts';
import type { ProcessRules } from '../kernel/define-rules.ts';
import type { ProposalNames } from './names.ts';

/** What leads nowhere although it is allowed: it is not offered. */
export const pointless: NonNullable<ProcessRules<ProposalNames>['pointless']> = {
  // Whoever can sign for neighbours without an account still has a use for it.
  'proposal.cosign': ({ data, actor }) =>
    actor !== null &&
    isOnlyResident(actor) &&
    [...data.supporters, ...data.proposers].some(({ personId }) => personId === actor.id),
  'supporter.void': ({ data }) => data.supporters.length === 0,
  'callback.record': ({ data }) => data.work.callBacks.every(({ recorded }) => recorded !== null),
  'recusal.order': ({ data }) => data.work.plan === null,
};

function isOnlyResident({ holdings }: Actor): boolean {
  return holdings.every(({ role }) => role === 'resident');
}
