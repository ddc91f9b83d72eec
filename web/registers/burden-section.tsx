import type { Burdens } from '../../api/registers/burdens.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';
import { StackTable } from '../parts/stack-table.tsx';

type Burden = Awaited<ReturnType<Burdens['read']>>;

/** Hours a month as bars, each with its figures beside it, so that nothing hangs on a length or a colour. */
export function BurdenSection({ context, burden }: { context: PageContext; burden: Burden }) {
  const t = wordsOf(context);
  const own = burden.communities.find(({ org }) => org === burden.org);
  const ceiling = own?.ceilingHoursPerMonth ?? null;
  const months = own?.months ?? burden.months.map((month) => ({ ...month, overCeiling: false }));
  const longest = Math.max(1, ceiling ?? 0, ...months.map(({ hours }) => hours));
  const said = (hours: number) => t(`${hours}小时`, `${hours} h`);
  return (
    <section>
      <h2 id="burden">{t('每月负担', 'Hours a month')}</h2>
      <p>
        {own === undefined
          ? t('以下为所辖各社区合计。', 'The sum of all communities below.')
          : ceiling === null
            ? t('未设上限。', 'No ceiling is set.')
            : t(`上限为每月${ceiling}小时。`, `The ceiling is ${ceiling} hours a month.`)}
      </p>
      <StackTable
        caption={t('每月负担', 'Hours a month')}
        columns={[
          { title: t('月份', 'Month'), kind: 'fixed' },
          { title: t('小时', 'Hours'), kind: 'fixed' },
          { title: t('比上月', 'Against the month before'), kind: 'number' },
          { title: t('来源', 'Sources'), kind: 'text' },
        ]}
        rows={months.map((month) => [
          month.month,
          <>
            <progress max={longest} value={month.hours} aria-label={`${month.month} ${said(month.hours)}`} />{' '}
            {said(month.hours)}
            {month.overCeiling && (
              <>
                {' '}
                <span class="missing">{t('× 超过上限', '× over the ceiling')}</span>
              </>
            )}
          </>,
          signed(month.againstMonthBefore.hours),
          month.bySource.map(({ sourceText, hours }) => `${sourceText} ${hours}`).join(t('、', ', ')),
        ])}
      />
    </section>
  );
}

/** With a true minus sign, and a plus sign that says that it is a difference. */
function signed(hours: number): string {
  if (hours === 0) return '0';
  return hours > 0 ? `+${hours}` : `\u2212${Math.abs(hours)}`;
}
