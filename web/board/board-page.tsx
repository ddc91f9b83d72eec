import type { BoardRow, BoardStreet, BoardView, LightCounts } from '../../api/board/board.ts';
import type { SavedView } from '../../api/views/saved-views.ts';
import { type Light as LightName, lightWords } from '../../processes/kernel/deadline.ts';
import { SavedViewsBar } from '../desk/saved-views-bar.tsx';
import { withQuery } from '../frame/address.ts';
import { langOf, type PageContext, sayIn, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { Empty } from '../parts/marks.tsx';
import { Table } from '../parts/table.tsx';
import { BoardTabs, DrillSwitch, type Kept, Zh } from './board-parts.tsx';

export interface BoardContent {
  board: BoardView;
  views: readonly SavedView[];
  /** What the address asks for, to be kept in links. */
  kept: Kept;
}

/** How the open cases stand: streets with their communities, processes, lights; each count leads to its cases. */
export function boardPage(context: PageContext, { board, views, kept }: BoardContent): string {
  const t = wordsOf(context);
  const { streets, total, drill } = board;
  return page(
    context,
    {
      title: t('督办看板', 'Board'),
      lead: t(
        '未办结事项此刻的灯。点数字看清单。',
        'Open cases by the light they show now. A number leads to its cases.',
      ),
      width: 'wide',
    },
    <>
      <BoardTabs context={context} here="/board" kept={kept} />
      <DrillSwitch context={context} drill={drill} />
      <SavedViewsBar context={context} page="board" views={views} path={context.path} />
      {streets.length === 0 ? (
        <Empty>
          <p>{t('您的辖区内没有未办结的事项。', 'No case is open within your reach.')}</p>
          <p>
            <a class="button" href="/desk/new">
              {t('发起事项', 'Start a case')}
            </a>
          </p>
        </Empty>
      ) : (
        <>
          <Counts context={context} counts={total} drill={drill} kept={kept} what={t('合计', 'In all')} />
          {streets.map((street) => (
            <StreetTable context={context} board={board} street={street} />
          ))}
        </>
      )}
    </>,
  );
}

function StreetTable({ context, board, street }: { context: PageContext; board: BoardView; street: BoardStreet }) {
  const t = wordsOf(context);
  const { processes, drill } = board;
  const place = (row: BoardRow) =>
    row.org === street.org ? t('本级', 'Its own') : <Zh context={context}>{row.orgText}</Zh>;
  return (
    <section aria-labelledby={`street-${street.org}`}>
      <h2 id={`street-${street.org}`}>
        <Zh context={context}>{street.orgText}</Zh>
      </h2>
      <Table
        caption={t(
          `${street.orgText}:各社区各流程未办结事项`,
          `${street.orgText}: open cases by community and process`,
        )}
        hideCaption
        columns={[
          { title: t('社区', 'Community'), kind: 'fixed' },
          ...processes.map(({ processText }) => ({ title: processText })),
          { title: t('合计', 'Total') },
        ]}
        rows={street.rows.map((row) => [
          place(row),
          ...processes.map(({ process, processText }) => {
            const cell = row.cells.find((one) => one.process === process);
            const what = `${row.orgText} ${processText}`;
            return (
              cell && (
                <Counts context={context} counts={cell} drill={drill} kept={{ org: row.org, process }} what={what} />
              )
            );
          }),
          <Counts context={context} counts={row.total} drill={drill} kept={{ org: row.org }} what={row.orgText} />,
        ])}
      />
    </section>
  );
}

const order: readonly LightName[] = ['red', 'yellow', 'green', 'grey'];

/** Lights with their counts; shape and word beside the colour. */
function Counts({
  context,
  counts,
  drill,
  kept,
  what,
}: {
  context: PageContext;
  counts: LightCounts;
  drill: boolean;
  kept: Record<string, string | undefined>;
  what: string;
}) {
  const say = sayIn(context);
  const address = (light: LightName) =>
    withQuery('/desk/search', { ...kept, kind: 'open', light, drill: drill ? null : 'false' });
  return (
    <ul class="counts">
      {order
        .filter((light) => counts[light] > 0)
        .map((light) => (
          <li>
            <a class={`light ${light}`} href={address(light)}>
              <span class="visually-hidden" lang={langOf(context, what)}>
                {what}{' '}
              </span>
              {say(lightWords[light])} {counts[light]}
            </a>
          </li>
        ))}
    </ul>
  );
}
