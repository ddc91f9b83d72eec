import type { DateString } from '../kernel/clock.ts';
import type { MoneyStanding } from '../law/gates.ts';
import type { AdmissionData, ApprovedMoney, MoneyRequest, Movement, Period } from './data.ts';
import type { Act } from './names.ts';

/** Amounts are added in fen: 0.1 and 0.2 yuan are 30 fen. */
export function fen(yuan: number): number {
  return Math.round(yuan * 100);
}

/** What was asked, as it stands approved where nobody assesses it: an emergency, or an item of an older list. */
export function moneyAsked(money: MoneyRequest | null): ApprovedMoney | null {
  if (money === null) return null;
  return money.needed ? { needed: true, plan: money.plan ?? [] } : { needed: false, reason: money.reason ?? '' };
}

export function assessMoney(data: AdmissionData, event: Act<'money.assess'>): AdmissionData {
  const { form, actor, facts } = event;
  const money: ApprovedMoney = form.needed
    ? { needed: true, plan: form.plan ?? [] }
    : { needed: false, reason: form.opinion };
  return { ...data, money, assessment: { opinion: form.opinion, by: actor, at: facts.at } };
}

export function confirmFunds(data: AdmissionData, event: Act<'funds.confirm'>): AdmissionData {
  const { form, actor, facts } = event;
  const note = form.voucherNumber;
  return move(data, { kind: 'confirmed', amountFen: fen(form.amountYuan), note, by: actor, at: facts.at });
}

export function withdrawFunds(data: AdmissionData, event: Act<'funds.withdraw'>): AdmissionData {
  const { form, actor, facts } = event;
  return move(data, { kind: 'withdrawn', amountFen: fen(form.amountYuan), note: form.reason, by: actor, at: facts.at });
}

/** What finance has set for all periods together, in fen. */
export function approvedFen({ money }: AdmissionData): number {
  return money?.needed ? money.plan.reduce((sum, { amountYuan }) => sum + fen(amountYuan), 0) : 0;
}

/** What has come and was not withdrawn, in fen. */
export function confirmedFen({ movements }: AdmissionData): number {
  return movements.reduce((sum, { kind, amountFen }) => sum + (kind === 'confirmed' ? amountFen : -amountFen), 0);
}

/**
 * The time that the money covers: period by period in the order of time, each only when it is paid in full. Half the
 * money opens the first half of the plan and nothing more (S5).
 */
export function coveredTime(
  plan: readonly Period[],
  confirmed: number,
): { from: DateString; until: DateString } | null {
  const periods = [...plan].sort((a, b) => (a.from < b.from ? -1 : 1));
  let left = confirmed;
  const paid = periods.filter(({ amountYuan }) => {
    // Once one is not paid in full, nothing is left for those after it.
    left = left < fen(amountYuan) ? -1 : left - fen(amountYuan);
    return left >= 0;
  });
  const [first] = paid;
  const last = paid.at(-1);
  return first && last ? { from: first.from, until: last.until } : null;
}

/** The money as the gates look at it. */
export function moneyStanding(data: AdmissionData): MoneyStanding {
  const { money } = data;
  if (money === null) return { needed: false, because: null };
  if (!money.needed) return { needed: false, because: money.reason === '' ? null : money.reason };
  return { needed: true, covered: coveredTime(money.plan, confirmedFen(data)) };
}

/** True if nothing stands in the way of work on that day for want of money. */
export function isPaidOn(data: AdmissionData, day: DateString): boolean {
  const standing = moneyStanding(data);
  if (!standing.needed) return standing.because !== null;
  return standing.covered !== null && day <= standing.covered.until;
}

function move(data: AdmissionData, movement: Movement): AdmissionData {
  return { ...data, movements: [...data.movements, movement] };
}
