import type { ReceiptView } from '../proof/receipts.ts';
import { html } from './html.ts';
import { layout, type PageContext } from './layout.ts';

/** What a receipt stands for, for whoever holds it. */
export function receiptPage(context: PageContext, view: ReceiptView): string {
  const zh = context.locale === 'zh-CN';
  return layout(
    context,
    zh ? '回执核验' : 'Receipt',
    html`<section><dl>
<dt>${zh ? '编号' : 'Number'}</dt><dd>${view.number}${view.drill && (zh ? '(演练)' : ' (drill)')}</dd>
<dt>${zh ? '流程' : 'Process'}</dt><dd>${view.processText}</dd>
<dt>${zh ? '时间' : 'Time'}</dt><dd>${view.at}</dd>
<dt>${zh ? '内容' : 'What'}</dt><dd>${view.text}</dd>
<dt>${zh ? '位置' : 'Position'}</dt><dd>${view.position}</dd>
<dt>${zh ? '效力' : 'In force'}</dt><dd>${view.inForce ? (zh ? '✔ 有效' : '✔ in force') : zh ? '✘ 已宣告未生效' : '✘ declared void'}</dd>
<dt>${zh ? '链条' : 'Chain'}</dt><dd>${view.chainWhole ? (zh ? '✔ 完整,未被改动' : '✔ whole, nothing was changed') : zh ? '✘ 与记录不符,请联系街道监督员' : '✘ does not fit; tell the supervisor of the sub-district'}</dd>
<dt>${zh ? '回执号' : 'Receipt'}</dt><dd><code>${view.receipt}</code></dd>
<dt>${zh ? '算法' : 'Recipe'}</dt><dd><code>${view.recipe}</code></dd>
</dl></section>`,
  );
}
