import type { JsonSchema } from '../../processes/kernel/form-schema.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { labelOf } from './drawing.ts';
import type { Field } from './field.ts';
import { fieldTree } from './field-tree.ts';
import type { PostedForm } from './posted.ts';
import type { ReadForm } from './read-form.ts';
import { formWord } from './words.ts';

/** Faults of a form by the control where they are told; those of the form itself stand under the empty name. */
export function faultsByControl(
  faults: readonly { pointer: string; detail: string }[],
  controlOf: ReadForm['controlOf'],
): Record<string, string> {
  const byControl = new Map<string, string[]>();
  for (const { pointer, detail } of faults) {
    const control = controlOf(pointer);
    const known = byControl.get(control) ?? [];
    if (!known.includes(detail)) byControl.set(control, [...known, detail]);
  }
  return Object.fromEntries([...byControl].map(([control, details]) => [control, details.join(';')]));
}

/** What each control is called, with what stands around it: 里程碑(第2项) › 计划日期. */
export function controlLabels(schema: JsonSchema, posted: PostedForm, locale: Locale): Map<string, string> {
  const labels = new Map<string, string>();
  name(fieldTree(schema, posted), [], { labels, locale });
  return labels;
}

function name(field: Field, around: readonly string[], to: { labels: Map<string, string>; locale: Locale }): void {
  const path = field.name === '' ? [] : [...around, labelOf(field)];
  to.labels.set(field.name, path.join(' › '));
  if (field.kind === 'group') for (const { field: part } of field.fields) name(part, path, to);
  if (field.kind === 'oneOf') {
    for (const { field: branch } of field.branches) nameInside(branch, path, to);
  }
  if (field.kind !== 'list') return;
  for (const [index, { field: row }] of field.rows.entries()) {
    const label = formWord('row', to.locale, { label: labelOf(field), n: index + 1 });
    name({ ...row, label }, around, to);
  }
}

function nameInside(field: Field, path: readonly string[], to: Parameters<typeof name>[2]): void {
  to.labels.set(field.name, path.join(' › '));
  if (field.kind === 'group') for (const { field: part } of field.fields) name(part, path, to);
}
