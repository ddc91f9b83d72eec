import type { VNode } from 'preact';
import { notGiven, Radios } from './choice-control.tsx';
import { type Drawing, labelOf, marksOf } from './drawing.ts';
import type { Files, Group, List, OneOf, Quantity } from './field.ts';
import { GroupFrame } from './field-frame.tsx';
import { ADD, inner, oneName, REMOVE, rowsName } from './names.ts';
import { typed } from './posted.ts';
import { formWord } from './words.ts';

/** Fields that belong together. */
export function GroupControl({ field, drawing }: { field: Group; drawing: Drawing }): VNode {
  const marks = marksOf(field, drawing, field.required ? undefined : formWord('optionalGroup', drawing.locale));
  return (
    <GroupFrame field={field} drawing={drawing} marks={marks} class="boxed">
      {field.fields.map(({ property, field: part }) => (
        <drawing.Part key={property} field={part} drawing={drawing} />
      ))}
    </GroupFrame>
  );
}

/** A list with a button for one more row and one beside each row; both work by sending the form. */
export function ListControl({ field, drawing }: { field: List; drawing: Drawing }): VNode {
  const { locale } = drawing;
  const { name, rows, max } = field;
  const label = labelOf(field);
  const full = rows.length >= max;
  const marks = marksOf(field, drawing, full ? formWord('fullList', locale, { max }) : undefined);
  return (
    <GroupFrame field={field} drawing={drawing} marks={marks} class="boxed list" island="rows">
      {rows.map(({ key, field: row }, index) => {
        const called = formWord('row', locale, { label, n: index + 1 });
        return (
          <div key={key} class="row">
            <input type="hidden" name={rowsName(name)} value={key} />
            <drawing.Part field={{ ...row, label: called }} drawing={drawing} />
            <button
              type="submit"
              class="quiet"
              name={REMOVE}
              value={inner(name, key)}
              aria-label={formWord('remove', locale, { label: called })}
            >
              {formWord('remove', locale, { label: called })}
            </button>
          </div>
        );
      })}
      {rows.length === 0 ? <input type="hidden" name={rowsName(name)} value="" /> : null}
      {full ? null : (
        <button type="submit" class="quiet" name={ADD} value={name}>
          {formWord('add', locale, { label })}
        </button>
      )}
    </GroupFrame>
  );
}

/** One way of several to fill in a part; the style sheet shows the one that is chosen. */
export function OneOfControl({ field, drawing }: { field: OneOf; drawing: Drawing }): VNode {
  const marks = marksOf(field, drawing);
  const options = field.branches.map(({ key, label }) => ({ value: key, text: label }));
  const none = field.required ? [] : [notGiven(drawing)];
  return (
    <GroupFrame field={field} drawing={drawing} marks={marks} class="boxed one-of">
      <Radios
        locale={drawing.locale}
        name={oneName(field.name)}
        id={marks.id}
        options={[...options, ...none]}
        chosen={field.chosen ?? ''}
      />
      {field.branches.map(({ key, label, field: branch }) => (
        <div key={key} class={`branch branch-${key}`}>
          <drawing.Part field={{ ...branch, label: label || key }} drawing={drawing} />
        </div>
      ))}
    </GroupFrame>
  );
}

/** A number and, beside it, its unit. */
export function QuantityControl({ field, drawing }: { field: Quantity; drawing: Drawing }): VNode {
  const marks = marksOf(field, drawing);
  const { posted, locale } = drawing;
  const name = oneName(field.name);
  const chosen = typed(posted, name) || (field.units[0]?.value ?? '');
  return (
    <GroupFrame field={field} drawing={drawing} marks={marks}>
      <label for={`${marks.id}-number`}>{formWord('amount', locale)}</label>
      <input
        id={`${marks.id}-number`}
        name={field.name}
        type="text"
        class="size-short"
        inputMode={field.integer ? 'numeric' : 'decimal'}
        value={typed(posted, field.name)}
        aria-describedby={marks.describedBy}
        aria-invalid={marks.fault ? true : undefined}
        autocomplete="off"
      />
      <fieldset class="found">
        <legend>{formWord('unit', locale)}</legend>
        <Radios locale={drawing.locale} name={name} id={`${marks.id}-unit`} options={field.units} chosen={chosen} />
      </fieldset>
    </GroupFrame>
  );
}

/** Files are uploaded elsewhere on the page; here they are only carried along. */
export function FilesControl({ field, drawing }: { field: Files; drawing: Drawing }): VNode {
  const ids = (drawing.posted.get(field.name) ?? []).filter((id) => id !== '');
  return (
    <>
      {ids.slice(0, field.max).map((id) => (
        <input key={id} type="hidden" name={field.name} value={id} />
      ))}
    </>
  );
}
