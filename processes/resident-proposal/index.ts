import { defineProcess } from '../kernel/define-process.ts';
import { choices } from './choices.ts';
import { everybody } from './everybody.ts';
import { forms } from './forms.ts';
import type { ProposalNames } from './names.ts';
import { proposing } from './proposing.ts';
import { rules } from './rules.ts';
import { sections } from './sections/index.ts';
import { en } from './texts.en.ts';
import { zh } from './texts.zh-CN.ts';
import { values } from './values.ts';

/** 居民提案: a matter of the neighbourhood, from the first word to the archive. */
export const residentProposal = defineProcess<ProposalNames>({
  rules,
  forms,
  texts: { 'zh-CN': zh, en },
  sections,
  everybody,
  proposing,
  choices,
  values,
  rare: [
    'proposal.uncosign',
    'supporter.void',
    'proposal.withdraw',
    'merge.undo',
    'recusal.order',
    'work.terminate',
    'case.reopen',
  ],
});
