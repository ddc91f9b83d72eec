import type { ComponentChildren } from 'preact';
import type { ReceiptView } from '../../api/proof/receipts.ts';
import { publicItem } from '../frame/address.ts';
import { langOf, type PageContext, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { DrillTag, Notice } from '../parts/marks.tsx';
import { instantWords } from '../parts/when.ts';

/** What a receipt proves, in three sentences; how it does so behind a fold. */
export function receiptPage(context: PageContext, view: ReceiptView, item: string | null): string {
  const t = wordsOf(context);
  const good = view.chainWhole && view.inForce;
  const when = instantWords(view.at, context.locale);
  return page(
    context,
    {
      title: good ? t('回执有效', 'The receipt is good') : t('回执需要留意', 'The receipt needs attention'),
      back: { href: '/receipts', text: t('验另一个回执', 'Check another receipt') },
    },
    <>
      <Notice kind={good ? 'good' : view.chainWhole ? 'warn' : 'bad'}>
        <ol class="say">
          <Said good>
            {t(`${when},事项 `, `On ${when} this was recorded in case `)}
            <strong lang={langOf(context, view.number)}>{view.number}</strong>
            {t(`(${view.processText})记下了这一步:`, ` (${view.processText}): `)}
            {view.text}
            {t('。', '.')} {view.drill && <DrillTag context={context} />}
          </Said>
          <Said good={view.chainWhole}>
            {view.chainWhole
              ? t(
                  '从那以后,这件事的记录没有一处被改动过,此前的也没有。',
                  'Nothing in the record of this case has been changed since, neither this step nor what came before it.',
                )
              : t(
                  '这件事的记录与回执对不上:有人动过记录。请联系街道监督员,并保存好这个回执。',
                  'The record of this case does not fit the receipt: somebody has touched it. Tell the supervisor of the sub-district and keep this receipt.',
                )}
          </Said>
          <Said good={view.inForce}>
            {view.inForce
              ? t('这一步现在有效。', 'This step is in force.')
              : t(
                  '这一步后来被宣告未生效,不作数;宣告本身也在记录里。',
                  'This step was declared void later and does not count; the declaration is on record as well.',
                )}
          </Said>
        </ol>
      </Notice>
      {item && (
        <p>
          <a class="button" href={publicItem(item)}>
            {t('看这件事现在走到哪一步', 'See where this matter stands now')}
          </a>
        </p>
      )}
      <details class="fold">
        <summary>{t('细节:怎么验的', 'Details: how it is checked')}</summary>
        <div>
          <dl class="facts">
            <dt>{t('回执号', 'Receipt')}</dt>
            <dd>
              <code>{view.receipt}</code>
            </dd>
            <dt>{t('位置', 'Position')}</dt>
            <dd>{t(`该事项的第${view.position}条记录`, `Row ${view.position} of the record of the case`)}</dd>
            <dt>{t('时间', 'Time')}</dt>
            <dd>{view.at}</dd>
            <dt>{t('算法', 'Recipe')}</dt>
            <dd>
              <code>{view.recipe}</code>
            </dd>
          </dl>
          <p class="note">
            {t(
              '每条记录都带着上一条的指纹,改动任何一条,之后的全部对不上。',
              'Each row carries the fingerprint of the one before: whoever changes one breaks all that follow.',
            )}
          </p>
        </div>
      </details>
    </>,
  );
}

function Said({ good, children }: { good: boolean; children: ComponentChildren }) {
  return (
    <li>
      <span aria-hidden="true">{good ? '√' : '×'}</span>
      <span>{children}</span>
    </li>
  );
}
