import { type PageContext, wordsOf } from '../frame/context.ts';
import { FilterField } from './board-parts.tsx';

/** A receipt on paper against the records: the way to find out whether somebody was told something else. */
export function ReceiptBox({ context, receipt = '' }: { context: PageContext; receipt?: string }) {
  const t = wordsOf(context);
  return (
    <form method="get" action="/board/records/check" class="filters card">
      <h2>{t('与回执对照', 'Compare with a receipt')}</h2>
      <FilterField label={t('回执号(64位)', 'Receipt (64 characters)')}>
        <input name="receipt" value={receipt} required maxLength={100} autocomplete="off" spellcheck={false} />
      </FilterField>
      <button type="submit">{t('对照', 'Compare')}</button>
    </form>
  );
}
