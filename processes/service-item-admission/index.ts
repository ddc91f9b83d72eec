import { defineProcess } from '../kernel/define-process.ts';
import { forms } from './forms.ts';
import { importing } from './importing.ts';
import type { AdmissionNames } from './names.ts';
import { papers } from './papers.ts';
import { rules } from './rules.ts';
import { sections } from './sections.ts';
import { en } from './texts.en.ts';
import { zh } from './texts.zh-CN.ts';
import { values } from './values.ts';

/** 公共服务事项准入: no department hands a task to a community unless it is listed, agreed and paid. */
export const serviceItemAdmission = defineProcess<AdmissionNames>({
  rules,
  forms,
  texts: { 'zh-CN': zh, en },
  sections,
  values,
  papers,
  importing,
  rare: ['item.withdraw', 'funds.withdraw', 'item.exit', 'item.revoke'],
});
