import type { CaseItem } from '../../api/cases/case-lines.ts';
import { langOf, type PageContext, wordsOf } from '../frame/context.ts';
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
          <strong lang={langOf(context, item.title)}>{item.title}</strong>
        </a>{' '}
        {item.drill && <DrillTag context={context} />}
      </p>
      <p>
        <Light light={item.light} text={item.lightText} /> <span class="tag">{stands}</span> {item.next}
      </p>
      <p class="note">
        <span class="fixed" lang={langOf(context, item.number)}>
          {item.number}
        </span>{' '}
        · {item.processText} · <span lang={langOf(context, item.orgText)}>{item.orgText}</span> ·{' '}
        {t(`${dayWords(item.openedAt, context.locale)}发起`, `opened ${dayWords(item.openedAt, context.locale)}`)}
        {due && t(` · 期限${due}`, ` · due ${due}`)}
        {due && item.provisional && t('(暂定)', ' (provisional)')}
      </p>
    </li>
  );
}
