import { randomUUID } from 'node:crypto';
import type { CaseView } from '../../processes/kernel/present.ts';
import { KEY } from '../acts/act-form.ts';
import { deskCase } from '../frame/address.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';
import { Notice } from '../parts/marks.tsx';
import { instantWords } from '../parts/when.ts';

const SPANS = [
  ['P1D', '1天', 'a day'],
  ['P3D', '3天', '3 days'],
  ['P7D', '7天', '7 days'],
  ['P30D', '30天', '30 days'],
] as const;

/** Says that this is an exercise, and moves its own clock forward. */
export function DrillClock({ context, view, now }: { context: PageContext; view: CaseView; now: string }) {
  const t = wordsOf(context);
  return (
    <Notice kind="warn">
      <p>
        <strong>{t('演练事项', 'A drill')}</strong>{' '}
        {t(
          '有自己的时钟,不计入统计,不发往外部。',
          'It has a clock of its own, counts in no figure and sends nothing outside.',
        )}{' '}
        {t('它的时钟现在是', 'By its clock it is')} <strong>{instantWords(now, context.locale)}</strong>
        {t('。', '.')}
      </p>
      {!view.ended && (
        <form method="post" action={`${deskCase(view.number)}/clock`} class="bar no-print" data-island="once">
          <input type="hidden" name={KEY} value={randomUUID()} />
          <label for="advance">{t('把它的时钟快进', 'Move its clock forward by')}</label>
          <select id="advance" name="advance">
            {SPANS.map(([value, zh, en]) => (
              <option value={value}>{t(zh, en)}</option>
            ))}
          </select>
          <button type="submit" class="small">
            {t('快进', 'Move')}
          </button>
        </form>
      )}
    </Notice>
  );
}
