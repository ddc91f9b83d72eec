import { type PageContext, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { Notice } from '../parts/marks.tsx';

export interface AskedReceipt {
  typed: string;
  fault: 'notOne' | 'unknown' | null;
}

/** A box for a receipt, and where to find one. */
export function receiptsPage(context: PageContext, { typed, fault }: AskedReceipt): string {
  const t = wordsOf(context);
  return page(
    context,
    {
      title: t('验回执', 'Check a receipt'),
      lead: t(
        '每办一步都会得到一个回执号。凭它谁都能查:这一步确实记下了,后来没有被人改过。',
        'Each step gives a receipt. Whoever holds it can check that the step was recorded and was not changed since.',
      ),
    },
    <>
      {fault && (
        <Notice kind="bad" role="alert">
          <p>
            {fault === 'notOne'
              ? t(
                  '这里没有找到回执号。回执号由64位数字和字母 a–f 组成,请整段复制。',
                  'There is no receipt in it. A receipt has 64 digits and letters from a to f: copy all of it.',
                )
              : t(
                  '没有这个回执。请核对是否抄全;仍然不对,请拿着原回执问社区。',
                  'There is no such receipt. See whether it is complete; if it still fails, ask the community with the receipt in hand.',
                )}
          </p>
        </Notice>
      )}
      <ReceiptBox context={context} typed={typed} fault={fault !== null} />
      <h2>{t('回执号在哪里', 'Where to find it')}</h2>
      <ul>
        <li>{t('办完每一步后的页面上', 'On the page after each step')}</li>
        <li>{t('事项页的办理经过里,每一步的“回执”中', 'In the course of a case, with each step')}</li>
        <li>{t('社区给您的书面回执上', 'On the receipt that the community gave you on paper')}</li>
      </ul>
    </>,
  );
}

/** Without script; an address or a whole line may be pasted. */
export function ReceiptBox({ context, typed, fault }: { context: PageContext; typed: string; fault: boolean }) {
  const t = wordsOf(context);
  return (
    <form class="ask" method="get" action="/receipts">
      <label class="grow">
        {t('回执号', 'Receipt')}
        <input
          name="receipt"
          value={typed}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          aria-invalid={fault ? 'true' : undefined}
          required
        />
      </label>
      <button type="submit" class="main">
        {t('核验', 'Check')}
      </button>
    </form>
  );
}
