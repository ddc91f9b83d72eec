import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { FaultSummary } from '../../../web/forms/fault-summary.tsx';
import { faultsByControl } from '../../../web/forms/faults.ts';
import { FormFields } from '../../../web/forms/form-fields.tsx';
import { readForm } from '../../../web/forms/read-form.ts';
import { idsOf } from './support/html-form.ts';
import { posting, tinySchema } from './support/tiny-schema.ts';

const posted = posting(
  ['title', '<b>&"typed"'],
  ['hours', '约5'],
  ['steps@rows', 'r4'],
  ['story', '\nfirst line blank'],
  ['on', '明天'],
);
const told = [
  { pointer: '/form/steps/0/what', detail: '必填' },
  { pointer: '/form/hours', detail: '须为数字' },
  { pointer: '/form/hours', detail: '不能小于0' },
  { pointer: '/form/vote', detail: '必填' },
  { pointer: '/org', detail: '没有这个社区' },
];
const faults = faultsByControl(told, readForm(tinySchema, posted).controlOf);
const summary = renderToString(
  <FaultSummary schema={tinySchema} posted={posted} faults={faults} locale="zh-CN" prefix="x" />,
);
const fields = renderToString(
  <FormFields schema={tinySchema} posted={posted} faults={faults} locale="zh-CN" prefix="x" />,
);

test('each fault stands once at its control', () => {
  expect(faults).toEqual({ 'steps.r4.what': '必填', hours: '须为数字;不能小于0', vote: '必填', '': '没有这个社区' });
  expect(fields).toMatch(/<input id="x-hours"[^>]*aria-describedby="x-hours-fault"[^>]*aria-invalid="true"/);
  expect(fields).toContain('<p class="fault" id="x-vote-fault">必填</p>');
});

test('the summary takes the focus and leads to the controls in the order of the page', () => {
  expect(summary).toMatch(/role="alert" tabindex="-1" autofocus/i);
  const targets = [...summary.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
  expect(targets).toEqual(['x-hours', 'x-steps-r4-what', 'x-vote']);
  expect(idsOf(fields)).toEqual(expect.arrayContaining(targets));
  expect(summary).toContain('步骤(第1项) › 内容');
  expect(summary).toContain('<li>没有这个社区</li>');
});

test('what was typed is shown exactly', () => {
  expect(fields).toContain('value="&lt;b>&amp;&quot;typed&quot;"');
  expect(fields).toContain('value="约5"');
  expect(fields).toContain('>\n\nfirst line blank</textarea>');
  expect(fields).toMatch(/type="text"[^>]*value="明天"|value="明天"[^>]*type="text"/);
});

test('without faults there is no summary', () => {
  expect(renderToString(<FaultSummary schema={tinySchema} posted={posted} faults={{}} locale="en" />)).toBe('');
});
