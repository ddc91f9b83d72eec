import { defineProcess } from '../kernel/define-process.ts';
import { choices } from './choices.ts';
import { forms } from './forms.ts';
import type { CleanUpNames } from './names.ts';
import { papers } from './papers.ts';
import { rules } from './rules.ts';
import { sections } from './sections.ts';
import { en } from './texts.en.ts';
import { zh } from './texts.zh-CN.ts';
import { values } from './values.ts';

/** 清理整顿: what is asked of a community is counted, compared with its basis, and what has none is stopped. */
export const cleanUp = defineProcess<CleanUpNames>({
  rules,
  forms,
  texts: { 'zh-CN': zh, en },
  sections,
  choices,
  values,
  papers,
  rare: ['object.remove', 'census.withdraw'],
});
