import type { LedgerItem } from '../../api/cases/ledger-lines.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';
import { instantWords } from '../parts/when.ts';

/** What happened, newest first: who, what, when, by itself or not, in force or not, with a receipt for each. */
export function TimelineCard({ context, ledger }: { context: PageContext; ledger: readonly LedgerItem[] }) {
  const t = wordsOf(context);
  return (
    <section class="card" aria-labelledby="timeline">
      <h2 id="timeline">{t('办理记录', 'Record')}</h2>
      <ol class="timeline" reversed>
        {[...ledger].reverse().map((line) => (
          <li class={line.automatic ? 'auto' : undefined} id={`entry-${line.seq}`}>
            <div class={line.inForce ? undefined : 'void'}>{line.text}</div>
            <div class="note">
              {instantWords(line.at, context.locale)}
              {line.automatic && t(' · 系统自动', ' · by itself')}
              {!line.inForce && t(' · 未生效', ' · not in force')} ·{' '}
              <a
                href={`/receipts/${line.hash}`}
                aria-label={t(`第${line.position}条的回执`, `Receipt of entry ${line.position}`)}
              >
                {t('回执', 'Receipt')}
              </a>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
