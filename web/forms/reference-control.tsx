import type { VNode } from 'preact';
import { ChoiceControl, Radios } from './choice-control.tsx';
import { type Drawing, labelOf, marksOf } from './drawing.ts';
import type { Leaf } from './field.ts';
import { LabelledFrame } from './field-frame.tsx';
import { commonProps } from './leaf-control.tsx';
import { FIND, pickedForName, pickName } from './names.ts';
import { typed } from './posted.ts';
import { pickOf } from './references.ts';
import type { ReferenceWidget } from './widget.ts';
import { formTemplate, formWord } from './words.ts';

/** Where a script looks up what is being typed; kinds that are not here have no search. */
const searches: Readonly<Partial<Record<ReferenceWidget, string>>> = {
  person: '/api/people',
  case: '/api/cases',
  org: '/api/orgs',
};

interface ReferenceProps {
  field: Leaf;
  widget: ReferenceWidget;
  drawing: Drawing;
}

/**
 * A person, a case or an organisation: typed as people call them. What was found stands as radios below, and holds as
 * long as the text does.
 */
export function ReferenceControl({ field, widget, drawing }: ReferenceProps): VNode {
  const choices = drawing.choices[widget];
  if (choices) {
    const values = choices.map(({ value }) => value);
    return <ChoiceControl field={{ ...field, kind: 'choice', options: choices, values }} drawing={drawing} />;
  }
  const { posted, locale, org } = drawing;
  const { name } = field;
  const search = searches[widget];
  const marks = marksOf(field, drawing, helpOf(widget, drawing));
  const text = typed(posted, name);
  const input = <input {...commonProps(field, marks)} type="text" value={text} class="size-full" />;
  if (!search) {
    return (
      <LabelledFrame field={field} drawing={drawing} marks={marks}>
        {input}
      </LabelledFrame>
    );
  }
  const props = {
    search,
    widget,
    org,
    pick: pickName(name),
    pickedFor: pickedForName(name),
    none: formTemplate('noHits', locale),
    hits: formTemplate('hits', locale),
  };
  return (
    <LabelledFrame field={field} drawing={drawing} marks={marks}>
      <div class="reference" data-island="picker" data-props={JSON.stringify(props)}>
        <span class="with-button">
          {input}{' '}
          <button
            type="submit"
            class="quiet"
            name={FIND}
            value={name}
            aria-label={formWord('findFor', locale, { label: labelOf(field) })}
          >
            {formWord('find', locale)}
          </button>
        </span>
        <Found field={field} id={marks.id} drawing={drawing} />
      </div>
    </LabelledFrame>
  );
}

function Found({ field, id, drawing }: { field: Leaf; id: string; drawing: Drawing }): VNode | null {
  const { posted, locale } = drawing;
  const found = drawing.candidates[field.name] ?? [];
  const pick = pickOf(posted, field.name) ?? '';
  const pickedFor = <input type="hidden" name={pickedForName(field.name)} value={typed(posted, field.name)} />;
  if (found.length > 0) {
    const options = found.map(({ id: value, text }) => ({ value, text }));
    return (
      <fieldset class="found">
        <legend>{formWord('pick', locale)}</legend>
        {pickedFor}
        <Radios locale={drawing.locale} name={pickName(field.name)} id={`${id}-pick`} options={options} chosen={pick} />
      </fieldset>
    );
  }
  if (pick === '') return null;
  return (
    <>
      <input type="hidden" name={pickName(field.name)} value={pick} />
      {pickedFor}
    </>
  );
}

function helpOf(widget: ReferenceWidget, drawing: Drawing): string | undefined {
  return widget === 'person' || widget === 'case' || widget === 'org' ? formWord(widget, drawing.locale) : undefined;
}
