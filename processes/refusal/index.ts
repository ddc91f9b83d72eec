import { defineProcess } from '../kernel/define-process.ts';
import { forms } from './forms.ts';
import type { RefusalNames } from './names.ts';
import { refusalNotice } from './refusal-notice.ts';
import { rules } from './rules.ts';
import { sections } from './sections.ts';
import { en } from './texts.en.ts';
import { zh } from './texts.zh-CN.ts';

/** 拒绝办理: a task that came around the list is refused in one act, and the burden-relief group sees to it. */
export const refusal = defineProcess<RefusalNames>({
  rules,
  forms,
  texts: { 'zh-CN': zh, en },
  sections,
  papers: { 'refusal-notice': refusalNotice },
});
