import type { CaseItem } from '../../api/cases/case-lines.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';
import { isWorker } from '../frame/roles.ts';
import { DrillTag, Light } from '../parts/marks.tsx';
import { stageTitles } from '../parts/stages.tsx';
import { dayWords, dueWords } from '../parts/when.ts';
import { ownPageOf } from './own-page.ts';

/** One matter: which, how it stands, and what comes next. */
export function MatterRow({ context, item }: { context: PageContext; item: CaseItem }) {
  const t = wordsOf(context);
  const due = item.kind === 'open' ? dueWords(item, context.locale) : null;
  // The name of a state is a word of the office; who lives here reads the stage and what comes next.
  const stands = isWorker(context.actor) ? item.stateText : stageTitles(context)[item.stage - 1];
  return (
    <li>
      <p>
        <a href={ownPageOf(context, item.number)}>
          <strong>{item.title}</strong>
        </a>{' '}
        {item.drill && <DrillTag context={context} />}
      </p>
      <p>
        <Light light={item.light} text={item.lightText} /> <span class="tag">{stands}</span> {item.next}
      </p>
      <p class="note">
        <span class="fixed">{item.number}</span> · {item.processText} · {item.orgText} ·{' '}
        {t(`${dayWords(item.openedAt, context.locale)}发起`, `opened ${dayWords(item.openedAt, context.locale)}`)}
        {due && t(` · 期限${due}`, ` · due ${due}`)}
        {due && item.provisional && t('(暂定)', ' (provisional)')}
      </p>
    </li>
  );
}
