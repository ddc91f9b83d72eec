import { addDays } from '../kernel/clock.ts';
import type { Condition } from '../kernel/define-rules.ts';
import type { AdmissionData, Item, Period } from './data.ts';
import type { Problem } from './names.ts';

type Term = Pick<Item, 'startOn' | 'validUntil'>;

/** A plan of money is a row of periods in the order of time, without gap or overlap, inside the term of the item. */
export function planConditions<Form>(of: {
  planOf(form: Form): readonly Period[] | undefined;
  /** The term that will hold: of the form where it opens or corrects, of the case otherwise. */
  itemOf(data: AdmissionData, form: Form): Term;
  missing(form: Form, data: AdmissionData): boolean;
  at: string;
}): Condition<AdmissionData, Form, Problem>[] {
  const { planOf, itemOf, missing, at: pointer } = of;
  return [
    {
      code: 'plan.missing',
      needsForm: true,
      pointer,
      fails: ({ data, form }) => (missing(form, data) ? {} : undefined),
    },
    {
      code: 'plan.order',
      needsForm: true,
      pointer,
      fails: ({ form }) => {
        const wrong = planOf(form)?.find(
          ({ from, until }, index, all) => from > until || from <= (all[index - 1]?.until ?? ''),
        );
        return wrong ? { from: wrong.from, until: wrong.until } : undefined;
      },
    },
    {
      code: 'plan.gap',
      needsForm: true,
      pointer,
      fails: ({ form }) => {
        const plan = planOf(form) ?? [];
        const before = plan.find(({ until }, index) => {
          const next = plan[index + 1];
          return next !== undefined && next.from !== addDays(until, 1);
        });
        return before ? { day: addDays(before.until, 1) } : undefined;
      },
    },
    {
      code: 'plan.outsideTerm',
      needsForm: true,
      pointer,
      fails: ({ data, form }) => {
        const { startOn, validUntil } = itemOf(data, form);
        const wrong = planOf(form)?.find(
          ({ from, until }) => from < startOn || (validUntil !== undefined && until > validUntil),
        );
        return wrong ? { from: wrong.from, until: wrong.until } : undefined;
      },
    },
  ];
}
