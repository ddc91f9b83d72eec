import type { ItemLine } from '../../api/items/items.ts';
import { publicItem } from '../frame/address.ts';
import { langOf, type PageContext, wordsOf } from '../frame/context.ts';
import { DrillTag } from '../parts/marks.tsx';
import { dayWords, instantWords } from '../parts/when.ts';

/** Public matters as cards: what it is, where it stands in plain words, what comes next. */
export function ItemCards({
  context,
  items,
  level = 2,
}: {
  context: PageContext;
  items: readonly ItemLine[];
  /** Of the headings, below the one they stand under. */
  level?: 2 | 4;
}) {
  const Title = `h${level}` as const;
  const t = wordsOf(context);
  return (
    <ul class="grid items">
      {items.map((item) => (
        <li class="card">
          <Title class="card-title">
            <a href={publicItem(item.number)} lang={langOf(context, item.title)}>
              {item.title}
            </a>{' '}
            {item.drill && <DrillTag context={context} />}
          </Title>
          <p>
            <span class="tag">{item.stageText}</span> {item.standsText}
          </p>
          <Support context={context} item={item} />
          {item.next && (
            <p class="note">
              {t('下一步:', 'Next: ')}
              {item.next.text}
              {item.next.until && ` ${untilWords(item.next.until, context.locale)}`}
            </p>
          )}
          <p class="note">
            <span lang={langOf(context, item.orgText)}>
              {item.orgText}
              {item.place && ` · ${item.place}`}
            </span>{' '}
            · {dayWords(item.openedAt, context.locale)}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** n of m who carry it. */
export function Support({ context, item }: { context: PageContext; item: Pick<ItemLine, 'support'> }) {
  const t = wordsOf(context);
  if (!item.support) return null;
  const { count, needed, unit, daysLeft } = item.support;
  const words = t(`附议 ${count} / ${needed} ${unit}`, `${count} of ${needed} ${unit} co-sign`);
  return (
    <p>
      <progress value={Math.min(count, needed)} max={needed} aria-label={words} /> <span class="unit">{words}</span>
      {daysLeft && ` · ${daysLeft}`}
    </p>
  );
}

/** `10月16日 周五前`, or the minute where hours are counted. */
export function untilWords(until: string, locale: PageContext['locale']): string {
  const day = until.length === 10 ? dayWords(until, locale) : instantWords(until, locale);
  return locale === 'en' ? `by ${day}` : `(${day}前)`;
}
