import type { ComponentChildren, VNode } from 'preact';
import { type Drawing, labelOf, type Marks } from './drawing.ts';
import type { Field } from './field.ts';
import { formWord } from './words.ts';

interface FrameProps {
  field: Field;
  drawing: Drawing;
  marks: Marks;
  children: ComponentChildren;
}

/** A label above its control, with what helps and what is wrong between them. */
export function LabelledFrame({ field, drawing, marks, children }: FrameProps): VNode {
  return (
    <div class={marks.fault ? 'field at-fault' : 'field'}>
      <label for={marks.id}>
        {labelOf(field)}
        <Must field={field} drawing={drawing} />
      </label>
      <Notes marks={marks} />
      {children}
    </div>
  );
}

interface GroupFrameProps extends FrameProps {
  class?: string;
  island?: string;
  role?: 'radiogroup';
}

/** Several controls under one legend. It can take the focus, so that a fault leads there. */
export function GroupFrame(props: GroupFrameProps): VNode {
  const { field, drawing, marks, children, island, role } = props;
  const classes = ['field', 'group', props.class, marks.fault ? 'at-fault' : ''].filter(Boolean).join(' ');
  const radios = role
    ? { role, 'aria-required': field.required || undefined, 'aria-invalid': marks.fault ? true : undefined }
    : {};
  return (
    <fieldset
      id={marks.id}
      class={classes}
      tabIndex={-1}
      aria-describedby={marks.describedBy}
      autofocus={marks.focused}
      data-island={island}
      {...radios}
    >
      <legend>
        {labelOf(field)}
        <Must field={field} drawing={drawing} />
      </legend>
      <Notes marks={marks} />
      {children}
    </fieldset>
  );
}

function Must({ field, drawing }: { field: Field; drawing: Drawing }): VNode | null {
  return isMust(field) ? <span class="must"> {formWord('must', drawing.locale)}</span> : null;
}

/** Whether something has to be given here: a list that must be there may still be empty. */
function isMust(field: Field): boolean {
  if (!field.required || field.nullable || field.kind === 'group') return false;
  return field.kind === 'list' || field.kind === 'several' ? field.min > 0 : true;
}

export function Notes({ marks }: { marks: Marks }): VNode {
  return (
    <>
      {marks.help ? (
        <p class="help" id={marks.help.id}>
          {marks.help.text}
        </p>
      ) : null}
      {marks.fault ? (
        <p class="fault" id={marks.fault.id}>
          {marks.fault.text}
        </p>
      ) : null}
    </>
  );
}
