import { defineProcess } from '../kernel/define-process.ts';
import { forms } from './forms.ts';
import { gateLines } from './gate-lines.ts';
import type { DispatchNames } from './names.ts';
import { rules } from './rules.ts';
import { sections } from './sections.ts';
import { en } from './texts.en.ts';
import { zh } from './texts.zh-CN.ts';

/** 下派: a task of a department reaches a community past six gates, or not at all. */
export const dispatch = defineProcess<DispatchNames>({
  rules,
  forms,
  texts: { 'zh-CN': zh, en },
  sections,
  gates: gateLines,
  rare: ['task.withdraw', 'task.suspend'],
});
