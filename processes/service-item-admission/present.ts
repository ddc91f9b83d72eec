import type { Viewer } from '../kernel/define-rules.ts';
import { findingsOf } from './application.ts';
import type { AdmissionData } from './data.ts';
import { unheard } from './decision.ts';
import { standingOf } from './dispatches.ts';
import { approvedFen, confirmedFen, moneyStanding } from './funds.ts';

/**
 * The data as a viewer may see it. Staff of the district and of its communities see what the work needs; the public sees
 * the item, what it costs, what communities said in numbers, and no person.
 */
export function present(data: AdmissionData, viewer: Viewer): Record<string, unknown> {
  const money = moneyStanding(data);
  const computed = {
    approvedYuan: approvedFen(data) / 100,
    confirmedYuan: confirmedFen(data) / 100,
    coveredTime: money.needed ? money.covered : null,
    standing: standingOf(data).standing,
  };
  if (viewer.kind !== 'public') {
    return { ...data, ...computed, findings: findingsOf(data), unheardCommunities: unheard(data) };
  }
  const { contact: _, ...item } = data.item;
  const opinions = data.consultation?.opinions ?? [];
  return {
    round: data.round,
    origin: data.origin,
    item,
    areas: data.areas,
    appliedAt: data.appliedAt,
    ...computed,
    money: data.money,
    opinions: {
      agree: opinions.filter(({ verdict }) => verdict === 'agree').length,
      agreeIf: opinions.filter(({ verdict }) => verdict === 'agreeIf').length,
      oppose: opinions.filter(({ verdict }) => verdict === 'oppose').length,
    },
    decision: data.decision && {
      verdict: data.decision.verdict,
      reason: data.decision.reason,
      articles: data.decision.articles ?? null,
      conditions: data.decision.conditions ?? [],
      meetingOn: data.decision.meetingOn,
    },
    agreement: data.agreement?.signedAt ? { ...data.agreement.terms, signedAt: data.agreement.signedAt } : null,
    suspension: data.suspension,
    ending: data.ending && {
      because: data.ending.because,
      reason: data.ending.reason,
      articles: data.ending.articles,
      at: data.ending.at,
    },
  };
}
