import type { OverdueItem } from '../../api/board/overdue.ts';
import { deskCase, withQuery } from '../frame/address.ts';
import { langOf, type PageContext, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { DrillTag, Empty } from '../parts/marks.tsx';
import { Table } from '../parts/table.tsx';
import { dueWords, instantWords } from '../parts/when.ts';
import { BoardTabs, DrillSwitch, type Kept, Onward, Zh } from './board-parts.tsx';

export interface OverdueContent {
  items: OverdueItem[];
  next: string | null;
  drill: boolean;
  kept: Kept;
}

/** What is overdue, with how late, what was sent, whose turn it is, and the order that may be issued. */
export function overduePage(context: PageContext, { items, next, drill, kept }: OverdueContent): string {
  const t = wordsOf(context);
  return page(
    context,
    {
      title: t('超期清单', 'Overdue'),
      lead: t('超期最久的在前。', 'The most late first.'),
      width: 'wide',
    },
    <>
      <BoardTabs context={context} here="/board/overdue" kept={kept} />
      <DrillSwitch context={context} drill={drill} />
      {items.length === 0 ? (
        <Empty>
          <p>{t('没有超期事项。', 'Nothing is overdue.')}</p>
          <p>
            <a class="button" href={withQuery('/board', kept)}>
              {t('看临近到期的事项', 'See what is due soon')}
            </a>
          </p>
        </Empty>
      ) : (
        <Table
          caption={t('超期事项', 'Overdue cases')}
          hideCaption
          columns={[
            { title: t('事项', 'Case'), kind: 'text' },
            { title: t('社区', 'Community'), kind: 'fixed' },
            { title: t('期限', 'Limit') },
            { title: t('超期', 'Late'), kind: 'fixed' },
            { title: t('最近一次催办', 'Last urging') },
            { title: t('该谁办', 'Whose turn') },
            { title: t('督办', 'Order'), kind: 'text' },
          ]}
          rows={items.map((item) => [
            <Matter context={context} item={item} />,
            <Zh context={context}>{item.orgText}</Zh>,
            <>
              {item.deadlineText}
              <br />
              <span class="whole">{dueWords(item, context.locale)}</span>
              {item.provisional && <span class="tag">{t('暂定', 'provisional')}</span>}
            </>,
            <span class="light red">■ {item.lateText}</span>,
            item.lastRung ? (
              <>
                {item.lastRung.text}
                <br />
                <span class="whole note">{instantWords(item.lastRung.at, context.locale)}</span>
              </>
            ) : (
              t('尚未发出', 'none yet')
            ),
            <ul class="plain">
              {item.expected.map(({ title, who }) => (
                <li>
                  {who}
                  <br />
                  <span class="note">{title}</span>
                </li>
              ))}
            </ul>,
            <Order context={context} item={item} />,
          ])}
        />
      )}
      <Onward context={context} next={next} text={t('更多超期事项', 'More overdue cases')} />
    </>,
  );
}

function Matter({ context, item }: { context: PageContext; item: OverdueItem }) {
  return (
    <>
      <a href={deskCase(item.number)}>
        <Zh context={context}>{item.title || item.number}</Zh>
      </a>
      <br />
      <span class="note">
        <span lang="zh-CN">{item.number}</span> · {item.processText} {item.drill && <DrillTag context={context} />}
      </span>
    </>
  );
}

/** The orders that there are, and the one that this person may issue. */
function Order({ context, item }: { context: PageContext; item: OverdueItem }) {
  const t = wordsOf(context);
  const { orders, orderBy } = item;
  return (
    <>
      {orders.length > 0 && (
        <ul class="plain">
          {orders.map(({ number, answerText }) => (
            <li>
              <a href={deskCase(number)} lang="zh-CN">
                {number}
              </a>{' '}
              {answerText}
            </li>
          ))}
        </ul>
      )}
      {orderBy !== null && (
        <a class="button small" href={orderAddress(item, orderBy)}>
          {orders.length > 0 ? t('再次督办', 'Issue another order') : t('签发督办单', 'Issue an order')}
          <span class="visually-hidden" lang={langOf(context, item.number)}>
            :{item.number}
          </span>
        </a>
      )}
      {orders.length === 0 && orderBy === null && <span class="note">{t('尚无', 'none')}</span>}
    </>
  );
}

/** The form of an order about the case, filled in as far as the case says it itself. */
function orderAddress({ id, org, drill }: OverdueItem, process: string): string {
  return withQuery('/desk/new', { process, org, drill: drill ? 'true' : null, case: id });
}
