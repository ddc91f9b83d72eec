import { dateOf } from '../kernel/clock.ts';
import type { ValuesOf } from '../kernel/define-process.ts';
import { proposeVerdict } from './comparison.ts';
import type { CleanUpData } from './data.ts';
import type { Forms } from './forms.ts';
import { standing } from './objects.ts';

/** What stands in a form already: for each object that waits for it what the rules propose, to be looked over by a person. */
export const values: { [C in keyof Forms]?: ValuesOf<CleanUpData, Forms[C]> } = {
  'object.judge': (data, { at }) => ({
    judgements: standing(data)
      .filter(({ judgement }) => judgement === null)
      .map(({ id, facet }) => {
        const { verdict, reason } = proposeVerdict(facet, dateOf(at));
        return { object: id, verdict, reason: reason.zh };
      }),
  }),
};
