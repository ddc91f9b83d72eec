import type { VNode } from 'preact';
import type { JsonSchema } from '../../processes/kernel/form-schema.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { ChoiceControl, SeveralControl, YesNoControl } from './choice-control.tsx';
import { FilesControl, GroupControl, ListControl, OneOfControl, QuantityControl } from './compound-controls.tsx';
import type { Drawing } from './drawing.ts';
import type { Field } from './field.ts';
import { fieldTree } from './field-tree.ts';
import { type NameOfId, postedFromValues } from './from-values.ts';
import { LeafControl } from './leaf-control.tsx';
import type { PostedForm } from './posted.ts';
import { ReferenceControl } from './reference-control.tsx';
import { isReference } from './widget.ts';

export interface FormFieldsProps {
  schema: JsonSchema;
  locale: Locale;
  /** Present values for a form that was not sent yet. */
  values?: unknown;
  /** What was sent and is shown again as it was typed; goes before `values`. */
  posted?: PostedForm | undefined;
  /** Control name → what is wrong there. */
  faults?: Readonly<Record<string, string>>;
  prefix?: string;
  focus?: string | undefined;
  org?: string | undefined;
  candidates?: Drawing['candidates'];
  choices?: Drawing['choices'];
  nameOf?: NameOfId;
}

/**
 * The fields of a form from its JSON Schema. The caller puts them into a `<form method="post" novalidate>` with its own
 * hidden inputs and its buttons.
 */
export function FormFields(props: FormFieldsProps): VNode {
  const { schema, locale, values, faults = {}, prefix = 'f', focus, org, candidates = {}, choices = {} } = props;
  const posted = props.posted ?? postedFromValues(schema, values, props.nameOf);
  const drawing: Drawing = { Part: FieldControl, posted, faults, locale, prefix, focus, org, candidates, choices };
  const root = fieldTree(schema, posted);
  if (root.kind !== 'group') return <FieldControl field={root} drawing={drawing} />;
  return (
    <>
      {/* The Enter key presses the first button of a form: it must send, not add a row. */}
      <button type="submit" class="enter-sends" tabIndex={-1} aria-hidden="true" />
      {root.fields.map(({ property, field }) => (
        <FieldControl key={property} field={field} drawing={drawing} />
      ))}
    </>
  );
}

/** One field, whatever its kind. */
export function FieldControl({ field, drawing }: { field: Field; drawing: Drawing }): VNode | null {
  switch (field.kind) {
    case 'leaf': {
      const { widget } = field;
      return isReference(widget) ? (
        <ReferenceControl field={field} widget={widget} drawing={drawing} />
      ) : (
        <LeafControl field={field} drawing={drawing} />
      );
    }
    case 'choice':
      return <ChoiceControl field={field} drawing={drawing} />;
    case 'several':
      return <SeveralControl field={field} drawing={drawing} />;
    case 'yesNo':
      return <YesNoControl field={field} drawing={drawing} />;
    case 'group':
      return <GroupControl field={field} drawing={drawing} />;
    case 'list':
      return <ListControl field={field} drawing={drawing} />;
    case 'oneOf':
      return <OneOfControl field={field} drawing={drawing} />;
    case 'quantity':
      return <QuantityControl field={field} drawing={drawing} />;
    case 'files':
      return <FilesControl field={field} drawing={drawing} />;
    case 'fixed':
      return null;
  }
}
