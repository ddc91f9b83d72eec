import { describe, expect, test } from 'vitest';
import { formSchema } from '../../../processes/kernel/form-schema.ts';
import { postedFromValues } from '../../../web/forms/from-values.ts';
import { parsePosted } from '../../../web/forms/posted.ts';
import { readForm } from '../../../web/forms/read-form.ts';
import { allForms } from './support/all-forms.ts';
import { bodyOf } from './support/body-of.ts';

describe('sample forms come back', () => {
  const cases = allForms.filter(({ sample }) => sample !== undefined);
  test.each(cases)('$process.rules.id $command', ({ process, command, sample }) => {
    const schema = formSchema(process, command, 'zh-CN');
    const posted = parsePosted(bodyOf(postedFromValues(schema, sample)));
    const { value } = readForm(schema, posted);
    expect(value).toEqual(sample);
    expect(process.forms[command]?.safeParse(value).success).toBe(true);
  });
});
