import type { DeadlineView, PastDeadlineView } from '../../processes/kernel/present-deadline.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';
import { Light } from '../parts/marks.tsx';
import { sourceWords } from '../parts/source-words.ts';
import { dayWords, dueWords, instantWords } from '../parts/when.ts';

/** Running limits: the day in words, what is left, and on demand how it was counted and what moved it. */
export function DeadlinesCard({
  context,
  deadlines,
  past,
}: {
  context: PageContext;
  deadlines: readonly DeadlineView[];
  past: readonly PastDeadlineView[];
}) {
  const t = wordsOf(context);
  return (
    <section class="card" aria-labelledby="deadlines">
      <h2 id="deadlines">{t('期限', 'Deadlines')}</h2>
      {deadlines.length === 0 && <p>{t('目前没有在走的期限。', 'No clock is running.')}</p>}
      {deadlines.map((deadline) => (
        <OneDeadline context={context} deadline={deadline} />
      ))}
      {past.length > 0 && (
        <details>
          <summary>{t(`已结束的期限(${past.length})`, `Limits that are over (${past.length})`)}</summary>
          <ul>
            {past.map((limit) => (
              <li>
                {limit.title}:{t('期限', 'due')} {dueWords(limit, context.locale)},
                {instantWords(limit.endedAt, context.locale)}{' '}
                {limit.late ? (
                  <span class="missing">{t('■ 逾期办结', '■ ended late')}</span>
                ) : (
                  <span class="ok">{t('✓ 按期', '✓ in time')}</span>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function OneDeadline({ context, deadline }: { context: PageContext; deadline: DeadlineView }) {
  const t = wordsOf(context);
  const { locale } = context;
  return (
    <article>
      <h3>
        {deadline.title} <Light light={deadline.light} text={deadline.lightText} />
      </h3>
      <p>
        <strong>{dueWords(deadline, locale)}</strong>
        {deadline.provisional &&
          t('(暂定:该年放假安排尚未公布)', ' (provisional: the holidays of that year are not published)')}
        {' · '}
        {deadline.remaining}
      </p>
      {deadline.pause && (
        <p>
          {t('已暂停:', 'Stopped: ')}
          {deadline.pause.reasonText}
          {deadline.pause.until &&
            t(`,${dayWords(deadline.pause.until, locale)}恢复`, `, goes on ${dayWords(deadline.pause.until, locale)}`)}
        </p>
      )}
      <details>
        <summary>{t('怎样算出', 'How it was counted')}</summary>
        <p>{deadline.explanation}</p>
        <p class="note">
          {t('依据:', 'Source: ')}
          {sourceWords(deadline.source, locale)}
        </p>
        {deadline.moves.length + deadline.extensions.length > 0 && <Moves context={context} deadline={deadline} />}
      </details>
    </article>
  );
}

function Moves({ context, deadline }: { context: PageContext; deadline: DeadlineView }) {
  const t = wordsOf(context);
  const { locale } = context;
  return (
    <ul>
      {deadline.extensions.map((extension) => (
        <li>
          {instantWords(extension.askedAt, locale)} {t('申请延期', 'more time asked for: ')}
          {extension.by} · {extension.verdictText}
          {extension.reason && ` · ${extension.reason}`}
        </li>
      ))}
      {deadline.moves.map((move) => (
        <li>
          {instantWords(move.at, locale)} {move.becauseText}: {dueWords(move.from, locale)} →{' '}
          {dueWords(move.to, locale)}
          {move.reason && ` · ${move.reason}`}
        </li>
      ))}
    </ul>
  );
}
