import { withQuery } from '../frame/address.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';
import { Notice } from '../parts/marks.tsx';
import { dueWords } from '../parts/when.ts';
import type { CaseContent } from './case-content.ts';

interface DoneProps {
  context: PageContext;
  content: CaseContent;
  seq: number;
  /** The page of the case. */
  base: string;
  /** Where the person goes on. */
  next?: string;
}

/** After an act: what happened, its receipt, what comes next and by when. */
export function Done({ context, content, seq, next, base }: DoneProps) {
  const t = wordsOf(context);
  const { view, ledger } = content;
  const entry = ledger.find((line) => line.seq === seq && line.kind === 'entry' && line.inForce);
  if (!entry) return null;
  const yours = view.commands.find(({ expected }) => expected && view.tasks.some(({ mine }) => mine));
  const [pressing] = view.deadlines;
  const due = pressing && dueWords(pressing, context.locale);
  return (
    <Notice role="status">
      <span data-island="sent" hidden />
      <p>
        <strong>
          ✓ {t('已办好:', 'Done: ')}
          {entry.text}
        </strong>
      </p>
      <p>
        {t('接下来:', 'Next: ')}
        {view.next}
        {due && t(`期限:${due}。`, ` Due ${due}.`)}
      </p>
      {yours && (
        <p class="no-print">
          {t('接下来请您:', 'Now it is your turn: ')}
          <a class="button main" href={`${withQuery(base, { act: yours.name })}#act`}>
            → {yours.title}
          </a>
        </p>
      )}
      <p class="bar no-print">
        <a href={`/receipts/${entry.hash}`}>{t('查看回执', 'See the receipt')}</a>
        {next && (
          <a href={next}>
            {next === '/me' ? t('回到我的事项', 'Back to my matters') : t('回到待办', 'Back to the inbox')}
          </a>
        )}
      </p>
    </Notice>
  );
}
