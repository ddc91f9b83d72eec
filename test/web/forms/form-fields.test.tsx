import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import type { Process } from '../../../processes/kernel/define-process.ts';
import { formSchema, type JsonSchema } from '../../../processes/kernel/form-schema.ts';
import type { Locale } from '../../../processes/kernel/text.ts';
import type { Field } from '../../../web/forms/field.ts';
import { fieldsIn, fieldTree } from '../../../web/forms/field-tree.ts';
import { FormFields } from '../../../web/forms/form-fields.tsx';
import { postedFromValues } from '../../../web/forms/from-values.ts';
import { parsePosted } from '../../../web/forms/posted.ts';
import { readForm } from '../../../web/forms/read-form.ts';
import { allForms } from './support/all-forms.ts';
import { controlsWithoutLabel, formBody, idsOf } from './support/html-form.ts';
import { tinySchema } from './support/tiny-schema.ts';

const locales: readonly Locale[] = ['zh-CN', 'en'];

describe.each(locales)('every command in %s', (locale) => {
  test.each(allForms)(
    '$process.rules.id $command has a form with labels and unique ids',
    ({ process, command, sample }) => {
      const schema = formSchema(process, command, locale);
      for (const values of [undefined, sample]) {
        const html = renderToString(<FormFields schema={schema} values={values} locale={locale} prefix="x" />);
        const ids = idsOf(html);
        expect(new Set(ids).size).toBe(ids.length);
        expect(controlsWithoutLabel(html)).toEqual([]);
        expect(html).not.toMatch(/maxlength|pattern=|undefined|\[object/i);
      }
    },
  );
});

test('what the page shows is what it sends back', () => {
  for (const { process, command, sample } of allForms) {
    if (sample === undefined) continue;
    const schema = formSchema(process, command, 'zh-CN');
    const html = renderToString(<FormFields schema={schema} values={sample} locale="zh-CN" />);
    const { value } = readForm(schema, parsePosted(formBody(html)));
    expect(value, `${process.rules.id} ${command}`).toEqual(sample);
  }
});

test('only where something has to be given is it called for', () => {
  const html = renderToString(<FormFields schema={tinySchema} locale="zh-CN" />);
  expect(html).toMatch(/标题<span class="must">/);
  expect(html).toMatch(/步骤<span class="must">/);
  expect(html, 'a list that may be empty').not.toMatch(/标签<span class="must">/);
  expect(html).not.toMatch(/地点<span class="must">/);
});

test('each field, option, unit and way that people may choose has words of its own', () => {
  for (const locale of locales) {
    const bare = allForms
      .filter(({ process, command }) => !isForSystemOnly(process, command))
      .flatMap(({ process, command, sample }) =>
        wordless(formSchema(process, command, locale), sample).map((name) => `${process.rules.id} ${command} ${name}`),
      );
    expect(bare, locale).toEqual([]);
  }
});

function isForSystemOnly({ rules }: Process, command: string): boolean {
  return rules.permissions[command] === 'system';
}

function wordless(schema: JsonSchema, sample: unknown): string[] {
  return fieldsIn(fieldTree(schema, postedFromValues(schema, sample))).flatMap((field) => {
    const { name, label } = field;
    if (name === '' || field.kind === 'fixed') return [];
    return [
      ...(label === '' ? [name] : []),
      ...textsOf(field).map((text, index) => (text === '' ? `${name} ${index}` : '')),
    ].filter((found) => found !== '');
  });
}

function textsOf(field: Field): string[] {
  // A case offers just those clocks that its process lets people move, and these have their words.
  if (field.name === 'deadline') return [];
  if (field.kind === 'choice' || field.kind === 'several') return field.options.map(({ text }) => text);
  if (field.kind === 'quantity') return field.units.map(({ text }) => text);
  return field.kind === 'oneOf' ? field.branches.map(({ label }) => label) : [];
}
