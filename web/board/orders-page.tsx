import type { OrdersPage, OrdersQuestion } from '../../api/board/orders.ts';
import { deskCase, withQuery } from '../frame/address.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { DrillTag, Empty, Light } from '../parts/marks.tsx';
import { Table } from '../parts/table.tsx';
import { dueWords, instantWords } from '../parts/when.ts';
import { BoardTabs, DrillSwitch, type Kept, Onward, Zh } from './board-parts.tsx';

export interface OrdersContent extends OrdersPage {
  state: OrdersQuestion['state'];
  drill: boolean;
  kept: Kept;
}

/** Supervision orders: to whom, about what, answered or not, in time or late, repeated. */
export function ordersPage(context: PageContext, { items, next, state, drill, kept }: OrdersContent): string {
  const t = wordsOf(context);
  return page(
    context,
    { title: t('督办单', 'Supervision orders'), lead: t('最新签发的在前。', 'The latest first.'), width: 'wide' },
    <>
      <BoardTabs context={context} here="/board/orders" kept={kept} />
      <DrillSwitch context={context} drill={drill} />
      <States context={context} state={state} />
      {items.length === 0 ? (
        <Empty>
          <p>
            {next === null
              ? t('没有这样的督办单。', 'There is no such order.')
              : t('这一段里没有这样的督办单,请看更早的。', 'None here: look at earlier ones.')}
          </p>
          <p>
            <a class="button" href={withQuery('/board/overdue', kept)}>
              {t('从超期清单签发', 'Issue one from the overdue list')}
            </a>
          </p>
        </Empty>
      ) : (
        <Table
          caption={t('督办单', 'Supervision orders')}
          hideCaption
          columns={[
            { title: t('督办单', 'Order'), kind: 'fixed' },
            { title: t('为哪件事', 'About'), kind: 'text' },
            { title: t('责任单位', 'Responsible') },
            { title: t('签发', 'Issued') },
            { title: t('环节', 'State') },
            { title: t('本环节到期', 'Step due') },
            { title: t('答复', 'Answer') },
          ]}
          rows={items.map((item) => [
            <>
              <a href={deskCase(item.number)} lang="zh-CN">
                {item.number}
              </a>
              {item.drill && (
                <>
                  <br />
                  <DrillTag context={context} />
                </>
              )}
            </>,
            <>
              <a href={deskCase(item.about.number)}>
                <Zh context={context}>{item.about.title || item.about.number}</Zh>
              </a>
              {item.repeated && (
                <>
                  <br />
                  <strong>{t(`重复督办:共${item.orders}次`, `Repeated: ${item.orders} orders`)}</strong>
                </>
              )}
            </>,
            <>
              <Zh context={context}>{item.unit.text}</Zh>
              {item.people.length > 0 && (
                <>
                  <br />
                  <span class="whole" lang="zh-CN">
                    {item.people.join('、')}
                  </span>
                </>
              )}
            </>,
            <>
              <span class="whole">{instantWords(item.issuedAt, context.locale)}</span>
              <br />
              <span class="note">{item.bySystem ? t('系统签发', 'by the system') : t('人员签发', 'by a person')}</span>
            </>,
            item.stateText,
            <>
              <Light light={item.light} text={item.lightText} />
              {item.light !== 'grey' && (
                <>
                  <br />
                  <span class="whole">{dueWords(item, context.locale) ?? ''}</span>
                </>
              )}
            </>,
            <>
              {item.late ? <strong class="missing">× {item.answerText}</strong> : item.answerText}
              {item.answeredAt !== null && (
                <>
                  <br />
                  <span class="whole note">{instantWords(item.answeredAt, context.locale)}</span>
                </>
              )}
            </>,
          ])}
        />
      )}
      <Onward context={context} next={next} text={t('更早的督办单', 'Earlier orders')} />
    </>,
  );
}

function States({ context, state }: { context: PageContext; state: OrdersContent['state'] }) {
  const t = wordsOf(context);
  const states = [
    [null, t('全部', 'All')],
    ['open', t('待答复', 'Not answered')],
    ['answered', t('已答复', 'Answered')],
    ['late', t('逾期', 'Late')],
  ] as const;
  return (
    <nav aria-label={t('按答复情况', 'By answer')}>
      <ul class="tabs">
        {states.map(([name, text]) => (
          <li>
            <a
              href={withQuery(context.path, { state: name, cursor: null })}
              aria-current={(state ?? null) === name ? 'page' : undefined}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
