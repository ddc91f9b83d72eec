import type { Actor } from '../kernel/actor.ts';
import type { ProcessRules } from '../kernel/define-rules.ts';
import { unheard } from './decision.ts';
import { approvedFen, confirmedFen } from './funds.ts';
import type { AdmissionNames } from './names.ts';

/** What leads nowhere although it is allowed: it is not offered. */
export const pointless: NonNullable<ProcessRules<AdmissionNames>['pointless']> = {
  'opinion.give': ({ data, actor }) => {
    const waiting = unheard(data);
    return actor === null ? waiting.length === 0 : !waiting.some((community) => speaksFor(actor, community));
  },
  'funds.confirm': ({ data }) => confirmedFen(data) >= approvedFen(data),
  'funds.withdraw': ({ data }) => confirmedFen(data) === 0,
};

/** A community speaks through its worker or its director. */
export function speaksFor(actor: Actor, community: string): boolean {
  return actor.holdings.some(
    ({ role, org }) => org === community && (role === 'communityWorker' || role === 'residentsCommitteeDirector'),
  );
}
