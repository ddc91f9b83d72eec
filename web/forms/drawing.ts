import type { FunctionComponent } from 'preact';
import type { Locale } from '../../processes/kernel/text.ts';
import type { Field, Option } from './field.ts';
import { idOf } from './names.ts';
import type { PostedForm } from './posted.ts';
import type { Candidate } from './references.ts';
import type { ReferenceWidget } from './widget.ts';

/** What all parts of one form need to be drawn. */
export interface Drawing {
  /** Draws a field inside another, whatever its kind. */
  Part: FunctionComponent<{ field: Field; drawing: Drawing }>;
  posted: PostedForm;
  faults: Readonly<Record<string, string>>;
  locale: Locale;
  /** Begins the ids of this form's elements. */
  prefix: string;
  /** Name of the control that gets the focus when the page is shown. */
  focus: string | undefined;
  candidates: Readonly<Record<string, readonly Candidate[]>>;
  /** References that the page knows all of, such as the deadlines of this case: chosen instead of typed. */
  choices: Readonly<Partial<Record<ReferenceWidget, readonly Option[]>>>;
  /** Organisation in which people and cases are looked up first. */
  org: string | undefined;
}

/** Ids of a field's elements, and what tells more about it. */
export interface Marks {
  id: string;
  help: { id: string; text: string } | undefined;
  fault: { id: string; text: string } | undefined;
  /** For `aria-describedby`. */
  describedBy: string | undefined;
  focused: boolean;
}

export function marksOf(field: Field, drawing: Drawing, more?: string): Marks {
  const id = idOf(drawing.prefix, field.name);
  const text = [field.help, more].filter(Boolean).join(drawing.locale === 'en' ? ' ' : '');
  const help = text ? { id: `${id}-help`, text } : undefined;
  const words = Object.hasOwn(drawing.faults, field.name) ? drawing.faults[field.name] : undefined;
  const fault = words ? { id: `${id}-fault`, text: words } : undefined;
  const describedBy = [fault?.id, help?.id].filter(Boolean).join(' ') || undefined;
  return { id, help, fault, describedBy, focused: drawing.focus !== undefined && drawing.focus === field.name };
}

/** The label, or at least a name that tells the field apart. */
export function labelOf(field: Field): string {
  return field.label || (field.name.split('.').at(-1) ?? '');
}
