import type { ValuesOf } from '../kernel/define-process.ts';
import type { AdmissionData } from './data.ts';
import type { Forms } from './forms.ts';

type Values = { [C in keyof Forms]?: ValuesOf<AdmissionData, Forms[C]> };

/** What stands in a form already: the application that is corrected, the money that was asked, the terms that were returned. */
export const values: Values = {
  'item.correct': ({ item, moneyRequest }) => {
    const { code: _, kind: __, category: ___, ...content } = item;
    return { ...content, ...(moneyRequest ? { money: moneyRequest } : {}) };
  },
  'money.assess': ({ money, moneyRequest }) => {
    const asked = money ?? moneyRequest;
    if (!asked) return {};
    return { needed: asked.needed, ...('plan' in asked && asked.plan ? { plan: asked.plan } : {}) };
  },
  'list.publish': ({ item }) => ({ effectiveFrom: item.startOn }),
  'agreement.draft': ({ agreement, item }) =>
    agreement?.terms ?? (item.standard === undefined ? {} : { standard: item.standard }),
};
