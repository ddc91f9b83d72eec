import type { VNode } from 'preact';
import type { Locale } from '../../processes/kernel/text.ts';
import { langOf } from '../frame/context.ts';
import { type Drawing, marksOf } from './drawing.ts';
import type { Choice, Option, Several, YesNo } from './field.ts';
import { GroupFrame, LabelledFrame, Notes } from './field-frame.tsx';
import { typed } from './posted.ts';
import { formWord } from './words.ts';

/** More options than these are no longer taken in at a glance. */
const RADIOS_MAX = 6;

/** One of several: radios, or a list to unfold where they are many. */
export function ChoiceControl({ field, drawing }: { field: Choice; drawing: Drawing }): VNode {
  const marks = marksOf(field, drawing);
  const chosen = typed(drawing.posted, field.name);
  if (field.options.length <= RADIOS_MAX) {
    const none = field.required && !field.nullable ? [] : [notGiven(drawing)];
    return (
      <GroupFrame field={field} drawing={drawing} marks={marks} role="radiogroup">
        <Radios
          locale={drawing.locale}
          name={field.name}
          id={marks.id}
          options={[...field.options, ...none]}
          chosen={chosen}
        />
      </GroupFrame>
    );
  }
  return (
    <LabelledFrame field={field} drawing={drawing} marks={marks}>
      <select
        id={marks.id}
        name={field.name}
        aria-describedby={marks.describedBy}
        aria-invalid={marks.fault ? true : undefined}
        aria-required={field.required && !field.nullable ? true : undefined}
        autofocus={marks.focused}
      >
        <option value="">{formWord(field.required ? 'choose' : 'notGiven', drawing.locale)}</option>
        {field.options.map(({ value, text }) => (
          <option key={value} value={value} selected={value === chosen}>
            {text || value}
          </option>
        ))}
      </select>
    </LabelledFrame>
  );
}

/** The choice of not choosing, for what need not be told. */
export function notGiven(drawing: Drawing): Option {
  return { value: '', text: formWord('notGiven', drawing.locale) };
}

interface RadiosProps {
  name: string;
  /** Begins the ids of the single radios. */
  id: string;
  options: readonly Option[];
  chosen: string;
  locale: Locale;
}

export function Radios({ name, id, options, chosen, locale }: RadiosProps): VNode {
  return (
    <div class="options">
      {options.map(({ value, text }, index) => (
        <label key={value} class="option" for={`${id}-${index}`}>
          <input type="radio" id={`${id}-${index}`} name={name} value={value} checked={value === chosen} />{' '}
          <span lang={langOf({ locale }, text)}>{text || value}</span>
        </label>
      ))}
    </div>
  );
}

/** Any number of options. */
export function SeveralControl({ field, drawing }: { field: Several; drawing: Drawing }): VNode {
  const marks = marksOf(field, drawing);
  const chosen = drawing.posted.get(field.name) ?? [];
  return (
    <GroupFrame field={field} drawing={drawing} marks={marks}>
      <div class="options">
        {field.options.map(({ value, text }, index) => (
          <label key={value} class="option" for={`${marks.id}-${index}`}>
            <input
              type="checkbox"
              id={`${marks.id}-${index}`}
              name={field.name}
              value={value}
              checked={chosen.includes(value)}
            />{' '}
            {text || value}
          </label>
        ))}
      </div>
    </GroupFrame>
  );
}

/** Yes or no where an answer is due; a box to tick where silence means no, or where only yes is possible. */
export function YesNoControl({ field, drawing }: { field: YesNo; drawing: Drawing }): VNode {
  const marks = marksOf(field, drawing);
  const { locale } = drawing;
  const chosen = typed(drawing.posted, field.name);
  if (field.required && !field.onlyYes) {
    const options = [
      { value: 'true', text: formWord('yes', locale) },
      { value: 'false', text: formWord('no', locale) },
    ];
    return (
      <GroupFrame field={field} drawing={drawing} marks={marks} role="radiogroup">
        <Radios locale={drawing.locale} name={field.name} id={marks.id} options={options} chosen={chosen} />
      </GroupFrame>
    );
  }
  return (
    <div class={marks.fault ? 'field at-fault' : 'field'}>
      <label class="option" for={marks.id}>
        <input
          type="checkbox"
          id={marks.id}
          name={field.name}
          value="true"
          checked={chosen === 'true'}
          aria-describedby={marks.describedBy}
          aria-invalid={marks.fault ? true : undefined}
          autofocus={marks.focused}
        />{' '}
        {field.label || field.name}
        {field.required ? <span class="must"> {formWord('must', locale)}</span> : null}
      </label>
      <Notes marks={marks} />
    </div>
  );
}
