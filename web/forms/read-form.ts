import type { JsonSchema } from '../../processes/kernel/form-schema.ts';
import type { Choice, Field, Files, Group, Leaf, List, OneOf, Quantity, Several, YesNo } from './field.ts';
import { fieldTree } from './field-tree.ts';
import { linesOf, meant, numberOf } from './leaf-text.ts';
import { oneName, pickedForName, pickName } from './names.ts';
import { type PostedForm, typed } from './posted.ts';
import { isReference } from './widget.ts';

export interface ReadForm {
  value: Record<string, unknown>;
  /**
   * The name of the control to which a JSON pointer leads (`/form/place/building`, with or without `/form`); an unknown
   * pointer leads to the nearest control around it, or to the form itself, which has the empty name.
   */
  controlOf(pointer: string): string;
}

/**
 * Reads what was posted as the schema has it: only names that the schema knows are looked at, so nothing else gets in.
 * Blank is left out, a required list is at least empty, an optional group that is blank throughout is not there.
 */
export function readForm(schema: JsonSchema, posted: PostedForm): ReadForm {
  const controls = new Map<string, string>();
  const { value } = read(fieldTree(schema, posted), '', { posted, controls });
  return {
    value: (value ?? {}) as Record<string, unknown>,
    controlOf: (pointer) => nearest(controls, pointer.replace(/^\/form(?=\/|$)/, '')),
  };
}

function nearest(controls: ReadonlyMap<string, string>, pointer: string): string {
  for (let path = pointer; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
    const control = controls.get(path);
    if (control !== undefined) return control;
    if (!path.startsWith('/')) break;
  }
  return '';
}

interface Reading {
  posted: PostedForm;
  controls: Map<string, string>;
}

/** A value, or none; `blank` means that nobody typed or chose anything. */
interface Read {
  value?: unknown;
  blank: boolean;
}

const NOTHING: Read = { blank: true };

function read(field: Field, pointer: string, reading: Reading): Read {
  reading.controls.set(pointer, field.name);
  const found = readKind(field, pointer, reading);
  return found.value === undefined && field.nullable && field.required ? { value: null, blank: true } : found;
}

function readKind(field: Field, pointer: string, reading: Reading): Read {
  const { posted } = reading;
  switch (field.kind) {
    case 'leaf':
      return filled(leafValue(field, posted));
    case 'choice':
      return filled(choiceValue(field, posted));
    case 'several':
      return listed(field, severalValues(field, posted));
    case 'files':
      return readFiles(field, posted);
    case 'yesNo':
      return filled(yesNoValue(field, posted));
    case 'fixed':
      return { value: field.value, blank: true };
    case 'group':
      return readGroup(field, pointer, reading);
    case 'list':
      return readList(field, pointer, reading);
    case 'oneOf':
      return readOneOf(field, pointer, reading);
    case 'quantity':
      return readQuantity(field, pointer, reading);
  }
}

function filled(value: unknown): Read {
  return value === undefined ? NOTHING : { value, blank: false };
}

function leafValue(field: Leaf, posted: PostedForm): unknown {
  const text = typed(posted, field.name);
  const pick = typed(posted, pickName(field.name));
  // What was picked holds as long as the text for which it was picked still stands.
  if (isReference(field.widget) && pick !== '' && typed(posted, pickedForName(field.name)) === text) return pick;
  return meant(field.widget, text);
}

function choiceValue(field: Choice, posted: PostedForm): unknown {
  const text = typed(posted, field.name);
  if (text === '') return undefined;
  return field.values.find((value) => String(value) === text) ?? text;
}

function severalValues(field: Several, posted: PostedForm): string[] {
  const values = (posted.get(field.name) ?? []).filter((value) => value !== '');
  return [...new Set(values)].slice(0, field.options.length);
}

function readFiles(field: Files, posted: PostedForm): Read {
  const ids = (posted.get(field.name) ?? []).filter((value) => value !== '').slice(0, field.max);
  return field.list ? listed(field, ids) : filled(ids[0]);
}

function yesNoValue(field: YesNo, posted: PostedForm): unknown {
  const text = typed(posted, field.name);
  if (text === 'true') return true;
  return text === 'false' ? false : text === '' ? undefined : linesOf(text);
}

function listed(field: { required: boolean }, values: readonly unknown[]): Read {
  if (values.length > 0) return { value: values, blank: false };
  return field.required ? { value: [], blank: true } : NOTHING;
}

function readGroup(field: Group, pointer: string, reading: Reading): Read {
  const values: Record<string, unknown> = {};
  let blank = true;
  for (const { property, field: part } of field.fields) {
    const found = read(part, `${pointer}/${property}`, reading);
    if (found.value !== undefined) values[property] = found.value;
    blank &&= found.blank;
  }
  if (blank && !field.required) return NOTHING;
  return { value: field.required && field.nullable && blank ? undefined : values, blank };
}

function readList(field: List, pointer: string, reading: Reading): Read {
  const rows = field.rows.map(({ field: row }) => ({ row, blank: read(row, '', scratch(reading)).blank }));
  const written = rows.filter(({ blank }) => !blank).length;
  if (written === 0 && !field.required) return NOTHING;
  // Blank rows are no rows, but where too few are left they tell at which control something is missing.
  let spare = Math.max(0, field.min - written);
  const values: unknown[] = [];
  for (const { row, blank } of rows) {
    if (blank && spare === 0) continue;
    if (blank) spare -= 1;
    values.push(read(row, `${pointer}/${values.length}`, reading).value ?? '');
  }
  return { value: values, blank: written === 0 };
}

/** Reads only to see: pointers found on the way are forgotten. */
function scratch(reading: Reading): Reading {
  return { posted: reading.posted, controls: new Map() };
}

function readOneOf(field: OneOf, pointer: string, reading: Reading): Read {
  const branch = field.branches.find(({ key }) => key === field.chosen);
  if (!branch) return NOTHING;
  const { value } = readKind(branch.field, pointer, reading);
  return { value, blank: false };
}

function readQuantity(field: Quantity, pointer: string, { posted, controls }: Reading): Read {
  const text = typed(posted, field.name);
  const unit = field.units.find(({ value }) => value === typed(posted, oneName(field.name)));
  for (const { value } of field.units) controls.set(`${pointer}/${value}`, field.name);
  if (text.trim() === '') return NOTHING;
  return { value: unit ? { [unit.value]: numberOf(text) ?? text } : {}, blank: false };
}
