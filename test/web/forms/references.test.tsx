import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { FormFields } from '../../../web/forms/form-fields.tsx';
import { parsePosted } from '../../../web/forms/posted.ts';
import { readForm } from '../../../web/forms/read-form.ts';
import { type Candidate, resolveReferences } from '../../../web/forms/references.ts';
import { formBody } from './support/html-form.ts';
import { posting, tinySchema } from './support/tiny-schema.ts';

const people: readonly Candidate[] = [
  { id: 'p-1', text: '王芳 · 安贞西里' },
  { id: 'p-2', text: '王芳 · 安贞里' },
  { id: 'p-3', text: '李强 · 安贞里' },
];

async function resolve(_widget: string, text: string) {
  const found = people.filter((person) => person.id === text || person.text.startsWith(text));
  const [only] = found;
  return only && found.length === 1 ? only : { candidates: found };
}

const asked = (...pairs: (readonly [string, string])[]) =>
  resolveReferences(tinySchema, posting(...pairs), resolve, { locale: 'zh-CN' });

test('one person of this name is the one; the person sees who', async () => {
  const { posted, candidates, faults } = await asked(['owner', ' 李强 ']);
  expect(faults).toEqual({});
  expect(candidates['owner']).toEqual([people[2]]);
  expect(readForm(tinySchema, posted).value['owner']).toBe('p-3');
});

test('two of this name are to choose from; the choice is what is sent', async () => {
  const { posted, candidates, faults } = await asked(
    ['owner', '王芳'],
    ['steps@rows', 'r1'],
    ['steps.r1.who', '没这人'],
  );
  expect(faults).toEqual({ owner: '有几个相符,请选定一个', 'steps.r1.who': '没有找到“没这人”' });
  const html = renderToString(
    <FormFields schema={tinySchema} posted={posted} candidates={candidates} faults={faults} locale="zh-CN" />,
  );
  const chosen = html.replace('value="p-2"', 'value="p-2" checked');
  const sent = parsePosted(formBody(chosen));
  expect(readForm(tinySchema, sent).value['owner']).toBe('p-2');
  const again = await resolveReferences(tinySchema, sent, resolve, { locale: 'zh-CN' });
  expect(again.faults['owner']).toBeUndefined();
});

test('a way that was not chosen and kinds that nobody looks up are left alone', async () => {
  const none = await resolveReferences(tinySchema, posting(['owner', 'x']), resolve, {
    locale: 'en',
    widgets: ['org'],
  });
  expect(none).toMatchObject({ candidates: {}, faults: {} });
});
