import type { VNode } from 'preact';
import { type Drawing, type Marks, marksOf } from './drawing.ts';
import type { Leaf } from './field.ts';
import { LabelledFrame } from './field-frame.tsx';
import { typed } from './posted.ts';
import type { LeafWidget } from './widget.ts';
import { formTemplate, formWord } from './words.ts';

/** Long texts from which on more lines are shown at once. */
const VERY_LONG = 1000;

/** A value that is typed: text, number, day, time, telephone number. */
export function LeafControl({ field, drawing }: { field: Leaf; drawing: Drawing }): VNode {
  const text = typed(drawing.posted, field.name);
  const long = field.widget === 'long' || /[\r\n]/.test(text);
  const { limit } = field;
  const marks = marksOf(field, drawing, long && limit ? formWord('atMost', drawing.locale, { limit }) : undefined);
  return (
    <LabelledFrame field={field} drawing={drawing} marks={marks}>
      {long ? (
        <textarea {...commonProps(field, marks)} {...counter(field, drawing)} rows={(limit ?? 0) >= VERY_LONG ? 6 : 3}>
          {/* The parser drops one line feed at the start. */}
          {`\n${text}`}
        </textarea>
      ) : (
        <OneLine field={field} drawing={drawing} marks={marks} text={text} />
      )}
    </LabelledFrame>
  );
}

function OneLine(props: { field: Leaf; drawing: Drawing; marks: Marks; text: string }): VNode {
  const { field, drawing, marks, text } = props;
  const { type, mode, size } = looks(field.widget, text);
  const shared = { ...commonProps(field, marks), ...counter(field, drawing), value: text, class: `size-${size}` };
  const input = <NativeInput type={type} mode={mode} shared={shared} />;
  const unit = field.widget === 'money' && !/元|yuan/i.test(field.label) ? formWord('yuan', drawing.locale) : undefined;
  if (!unit) return input;
  return (
    <span class="with-unit">
      {input} <span class="unit">{unit}</span>
    </span>
  );
}

function NativeInput({ type, mode, shared }: { type: Looks['type']; mode: Looks['mode']; shared: object }): VNode {
  if (type === 'date') return <input {...shared} type="date" />;
  if (type === 'time') return <input {...shared} type="time" />;
  if (type === 'tel') return <input {...shared} type="tel" />;
  if (type === 'email') return <input {...shared} type="email" />;
  return <input {...shared} type="text" inputMode={mode} />;
}

/** Attributes that every control has. */
export function commonProps(field: Leaf, marks: Marks) {
  return {
    id: marks.id,
    name: field.name,
    'aria-describedby': marks.describedBy,
    'aria-invalid': marks.fault ? true : undefined,
    'aria-required': field.required && !field.nullable ? true : undefined,
    autofocus: marks.focused,
    // Only an address of one's own is known to the browser; other fields are about somebody or something else.
    autocomplete: field.widget === 'email' ? 'email' : 'off',
  };
}

function counter(field: Leaf, drawing: Drawing): Record<string, string> {
  if (field.limit === undefined || (field.widget !== 'text' && field.widget !== 'long')) return {};
  const { locale } = drawing;
  const words = { limit: field.limit, left: formTemplate('left', locale), over: formTemplate('over', locale) };
  return { 'data-island': 'counter', 'data-props': JSON.stringify(words) };
}

interface Looks {
  type: 'text' | 'date' | 'time' | 'tel' | 'email';
  mode: 'text' | 'decimal' | 'numeric' | 'tel';
  size: 'short' | 'full';
}

/** Native controls show nothing if the text is not theirs; then what was typed stays to be mended as text. */
function looks(widget: LeafWidget, text: string): Looks {
  switch (widget) {
    case 'date':
      return { type: text === '' || /^\d{4}-\d{2}-\d{2}$/.test(text) ? 'date' : 'text', mode: 'text', size: 'short' };
    case 'time':
      return { type: text === '' || /^\d{2}:\d{2}$/.test(text) ? 'time' : 'text', mode: 'text', size: 'short' };
    case 'phone':
      return { type: 'tel', mode: 'tel', size: 'short' };
    case 'email':
      return { type: 'email', mode: 'text', size: 'full' };
    case 'integer':
      return { type: 'text', mode: 'numeric', size: 'short' };
    case 'number':
    case 'money':
      return { type: 'text', mode: 'decimal', size: 'short' };
    default:
      return { type: 'text', mode: 'text', size: 'full' };
  }
}
