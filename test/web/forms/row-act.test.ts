import { expect, test } from 'vitest';
import { applyRowAct } from '../../../web/forms/row-act.ts';
import { posting, tinySchema } from './support/tiny-schema.ts';

const two = [
  ['steps@rows', 'r1'],
  ['steps@rows', 'r2'],
  ['steps.r1.what', 'one'],
  ['steps.r2.what', 'two'],
] as const;

test('a form without such a button is to be sent', () => {
  expect(applyRowAct(tinySchema, posting(...two))).toBeUndefined();
});

test('a new row has a key of its own and the focus', () => {
  const act = applyRowAct(tinySchema, posting(...two, ['@add', 'steps']));
  expect(act?.posted.get('steps@rows')).toEqual(['r1', 'r2', 'r3']);
  expect(act?.focus).toBe('steps.r3.what');
  expect(act?.posted.get('steps.r2.what')).toEqual(['two']);
});

test('a list without rows begins with its first', () => {
  const act = applyRowAct(tinySchema, posting(['notes@rows', ''], ['@add', 'notes']));
  expect(act?.posted.get('notes@rows')).toEqual(['r1']);
  expect(act?.focus).toBe('notes.r1');
});

test('a full list stays as it is', () => {
  const full = applyRowAct(tinySchema, posting(...two, ['steps@rows', 'r5'], ['@add', 'steps']));
  expect(full?.posted.get('steps@rows')).toEqual(['r1', 'r2', 'r5']);
  expect(full?.focus).toBe('steps');
});

test('a removed row takes its text with it; the last one leaves an emptied list', () => {
  const act = applyRowAct(tinySchema, posting(...two, ['@remove', 'steps.r1']));
  expect(act?.posted.get('steps@rows')).toEqual(['r2']);
  expect(act?.posted.has('steps.r1.what')).toBe(false);
  expect(act?.focus).toBe('steps');
  const last = applyRowAct(tinySchema, posting(['steps@rows', 'r1'], ['@remove', 'steps.r1']));
  expect(last?.posted.get('steps@rows')).toEqual(['']);
});

test.each([
  ['@add', 'title'],
  ['@add', '__proto__'],
  ['@remove', 'steps.r9'],
  ['@remove', 'place'],
  ['@again', '1'],
])('%s %s shows the form again and changes nothing', (name, value) => {
  const posted = posting(...two, [name, value]);
  expect(applyRowAct(tinySchema, posted)).toEqual({ posted, focus: '' });
});

test('a search brings one back to where it was asked', () => {
  expect(applyRowAct(tinySchema, posting(['owner', '王'], ['@find', 'owner']))?.focus).toBe('owner');
});
