import { defineProcess } from '../kernel/define-process.ts';
import { forms } from './forms.ts';
import { fromCase } from './from-case.ts';
import type { OrderNames } from './names.ts';
import { orderFor } from './order-for.ts';
import { orderLine } from './order-line.ts';
import { rules } from './rules.ts';
import { sections } from './sections.ts';
import { en } from './texts.en.ts';
import { zh } from './texts.zh-CN.ts';

/** 督办单: what is asked of an office that is late, until it is answered, verified and concluded. */
export const supervisionOrder = defineProcess<OrderNames>({
  rules,
  forms,
  texts: { 'zh-CN': zh, en },
  sections,
  fromCase,
  orderFor,
  orderLine,
  rare: ['order.withdraw'],
});
