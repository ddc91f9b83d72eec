import type { JsonSchema } from '../../processes/kernel/form-schema.ts';
import type { Field, List } from './field.ts';
import { fieldsIn, fieldTree } from './field-tree.ts';
import { ADD, AGAIN, FIND, freshKey, inner, REMOVE, rowsName } from './names.ts';
import { copyOf, type PostedForm } from './posted.ts';

export interface RowAct {
  posted: PostedForm;
  /** Name of the control where the person goes on. */
  focus: string;
}

/**
 * The form after one of its own buttons (add, remove, search, show again) was pressed, to be shown again; nothing if it is
 * to be sent. What does not fit the schema changes nothing.
 */
export function applyRowAct(schema: JsonSchema, posted: PostedForm): RowAct | undefined {
  const add = posted.get(ADD)?.[0];
  const remove = posted.get(REMOVE)?.[0];
  if (add === undefined && remove === undefined) {
    return posted.has(FIND) || posted.has(AGAIN) ? { posted, focus: posted.get(FIND)?.[0] ?? '' } : undefined;
  }
  const lists = listsOf(fieldTree(schema, posted));
  if (add !== undefined) {
    const list = lists.find(({ name }) => name === add);
    return list ? addRow(schema, posted, list) : { posted, focus: '' };
  }
  const list = lists.find(({ name, rows }) => rows.some(({ key }) => inner(name, key) === remove));
  return list ? removeRow(posted, list, remove ?? '') : { posted, focus: '' };
}

function addRow(schema: JsonSchema, posted: PostedForm, list: List): RowAct {
  const keys = list.rows.map(({ key }) => key);
  if (keys.length >= list.max) return { posted, focus: list.name };
  const key = freshKey(keys);
  const next = copyOf(posted);
  next.set(rowsName(list.name), [...keys, key]);
  const rows = listsOf(fieldTree(schema, next)).find(({ name }) => name === list.name)?.rows ?? [];
  const row = rows.find((candidate) => candidate.key === key);
  return { posted: next, focus: row ? firstControl(row.field) : list.name };
}

function removeRow(posted: PostedForm, list: List, row: string): RowAct {
  const next = copyOf(posted);
  const keys = list.rows.map(({ key }) => key).filter((key) => inner(list.name, key) !== row);
  for (const name of posted.keys()) {
    if (name === row || name.startsWith(`${row}.`) || name.startsWith(`${row}@`)) next.delete(name);
  }
  // The name stays even without rows, so that an emptied list is not taken for one not yet begun.
  next.set(rowsName(list.name), keys.length > 0 ? keys : ['']);
  return { posted: next, focus: list.name };
}

function firstControl(field: Field): string {
  if (field.kind !== 'group') return field.name;
  const first = field.fields.find(({ field: part }) => part.kind !== 'fixed' && part.kind !== 'files');
  return first ? firstControl(first.field) : field.name;
}

function listsOf(field: Field): List[] {
  return fieldsIn(field).filter((part) => part.kind === 'list');
}
