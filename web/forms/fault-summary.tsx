import type { VNode } from 'preact';
import type { JsonSchema } from '../../processes/kernel/form-schema.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { controlLabels } from './faults.ts';
import { idOf } from './names.ts';
import type { PostedForm } from './posted.ts';
import { formWord } from './words.ts';

interface FaultSummaryProps {
  schema: JsonSchema;
  posted: PostedForm;
  /** Control name → what is wrong there. */
  faults: Readonly<Record<string, string>>;
  locale: Locale;
  prefix?: string;
}

/** All that is wrong with a form, above it, with ways to where it is wrong. Takes the focus when the page is shown. */
export function FaultSummary({ schema, posted, faults, locale, prefix = 'f' }: FaultSummaryProps): VNode | null {
  const told = Object.entries(faults);
  if (told.length === 0) return null;
  const labels = controlLabels(schema, posted, locale);
  // In the order of the page, so that one can go through them from top to bottom.
  const order = [...labels.keys()];
  const sorted = told.toSorted(([one], [other]) => order.indexOf(one) - order.indexOf(other));
  const title = formWord(told.length === 1 ? 'faultTitleOne' : 'faultTitle', locale, { n: told.length });
  const heading = `${prefix}-faults`;
  return (
    <div class="fault-summary" role="alert" tabIndex={-1} autofocus aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <p>{formWord('keptText', locale)}</p>
      <ul>
        {sorted.map(([name, words]) => (
          <li key={name}>
            {name === '' || !labels.has(name) ? (
              words
            ) : (
              <a href={`#${idOf(prefix, name)}`}>
                {labels.get(name)}
                {formWord('colon', locale)}
                {words}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
