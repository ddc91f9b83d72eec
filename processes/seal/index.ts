import { defineProcess } from '../kernel/define-process.ts';
import { forms } from './forms.ts';
import type { SealNames } from './names.ts';
import { papers } from './papers.ts';
import { rules } from './rules.ts';
import { sections } from './sections.ts';
import { en } from './texts.en.ts';
import { zh } from './texts.zh-CN.ts';

/** 印章: what a residents' committee stamps, for whom and for what; how its seal is lost, replaced and handed over. */
export const seal = defineProcess<SealNames>({
  rules,
  forms,
  texts: { 'zh-CN': zh, en },
  sections,
  papers,
  rare: ['application.withdraw'],
});
