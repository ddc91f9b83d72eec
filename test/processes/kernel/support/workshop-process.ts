import { z } from 'zod';
import { commonForms } from '../../../../processes/kernel/common/forms.ts';
import { withCommonTexts } from '../../../../processes/kernel/common/texts.ts';
import type { AnyTexts, Process } from '../../../../processes/kernel/define-process.ts';
import { rules } from './workshop.ts';

const own = Object.keys(rules.permissions).filter((command) => !command.includes('.'));
const titles = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, { title: name, next: name }]));

const texts: AnyTexts = {
  title: '试验',
  summary: '试验',
  states: titles(Object.keys(rules.states)),
  commands: Object.fromEntries(own.map((name) => [name, { title: name, past: name }])),
  fields: Object.fromEntries(own.map((name) => [name, {}])),
  events: { 'window.expire': { past: '期满' } },
  relations: { owner: '所有人' },
  deadlines: {
    workingDays: '工作日期限',
    calendarDays: '自然日期限',
    months: '按月期限',
    hours: '按小时期限',
    window: '窗口期',
  },
  settings: {},
  problems: {},
  notices: {},
};

/** The workshop with forms and words, as the api sees a process. */
export const workshop: Process = {
  rules,
  forms: {
    ...Object.fromEntries(own.map((name) => [name, z.strictObject({})])),
    ...commonForms(Object.keys(rules.deadlines), ['hearing', 'parked']),
  },
  texts: { 'zh-CN': withCommonTexts(rules, texts, 'zh-CN'), en: withCommonTexts(rules, texts, 'en') },
};
