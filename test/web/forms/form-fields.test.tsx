import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { formSchema } from '../../../processes/kernel/form-schema.ts';
import type { Locale } from '../../../processes/kernel/text.ts';
import { FormFields } from '../../../web/forms/form-fields.tsx';
import { parsePosted } from '../../../web/forms/posted.ts';
import { readForm } from '../../../web/forms/read-form.ts';
import { allForms } from './support/all-forms.ts';
import { controlsWithoutLabel, formBody, idsOf } from './support/html-form.ts';

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
