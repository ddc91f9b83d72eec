import type { CaseList } from '../../api/cases/case-lists.ts';
import type { NoticeItem } from '../../api/notices/notice-lines.ts';
import type { TaskList } from '../../api/tasks/task-lists.ts';
import { withQuery } from '../frame/address.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { isWorker } from '../frame/roles.ts';
import { NoticeRow } from '../notices/notice-row.tsx';
import { Empty } from '../parts/marks.tsx';
import { MatterRow } from './matter-row.tsx';
import { Waiting } from './waiting.tsx';

/** Lists of matters that have to do with a person. */
export const mattersOf = ['opened', 'acted', 'followed'] as const;
export type MattersOf = (typeof mattersOf)[number];

export interface MeContent {
  tasks: TaskList;
  notices: { unread: number; items: readonly NoticeItem[] };
  list: MattersOf;
  cases: CaseList;
}

/** A person's own page: first what waits for him, then what he has on the way, then what is new. */
export function mePage(context: PageContext, { tasks, notices, list, cases }: MeContent): string {
  const t = wordsOf(context);
  return page(
    context,
    { title: t('我的', 'Mine'), lead: context.offices },
    <>
      <Waiting context={context} tasks={tasks} />
      <News context={context} notices={notices} />
      <section aria-labelledby="matters">
        <h2 id="matters">{t('我的事项', 'My matters')}</h2>
        <nav aria-label={t('哪些事项', 'Which matters')}>
          <ul class="tabs">
            {mattersOf.map((name) => (
              <li>
                <a
                  href={`${withQuery('/me', { list: name === 'opened' ? null : name })}#matters`}
                  aria-current={name === list ? 'page' : undefined}
                >
                  {titleOf(context, name)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {cases.items.length === 0 ? (
          <NoMatters context={context} list={list} />
        ) : (
          <ul class="matters">
            {cases.items.map((item) => (
              <MatterRow context={context} item={item} />
            ))}
          </ul>
        )}
        {cases.next && (
          <p>
            <a class="button" rel="next" href={`${withQuery(context.path, { cursor: cases.next })}#matters`}>
              {t('更早的', 'Older ones')}
            </a>
          </p>
        )}
      </section>
      <p class="bar">
        <a class="button" href="/me/preferences">
          {t('通知方式', 'How you are told')}
        </a>
      </p>
    </>,
  );
}

function titleOf(context: PageContext, list: MattersOf): string {
  const t = wordsOf(context);
  return { opened: t('我发起', 'Started by me'), acted: t('我参与', 'I took part'), followed: t('关注', 'Followed') }[
    list
  ];
}

function News({ context, notices }: { context: PageContext; notices: MeContent['notices'] }) {
  const t = wordsOf(context);
  if (notices.unread === 0) return null;
  return (
    <section aria-labelledby="news">
      <div class="head-row">
        <h2 id="news">{t(`未读通知(${notices.unread})`, `Unread notices (${notices.unread})`)}</h2>
        <a href="/notices?unread=true">{t('看全部未读', 'See all unread')}</a>
      </div>
      <ol class="notices">
        {notices.items.map((notice) => (
          <NoticeRow context={context} notice={notice} near="news" />
        ))}
      </ol>
    </section>
  );
}

function NoMatters({ context, list }: { context: PageContext; list: MattersOf }) {
  const t = wordsOf(context);
  const start = isWorker(context.actor)
    ? { href: '/desk/new', text: t('发起一件', 'Start something') }
    : { href: '/propose', text: t('我要提案', 'Make a proposal') };
  const look = { href: '/items', text: t('看看社区的事', 'See what goes on') };
  const words: Record<MattersOf, { text: string; way: { href: string; text: string } }> = {
    opened: { text: t('您还没有发起过事项。', 'You have not started anything yet.'), way: start },
    acted: {
      text: t(
        '您还没有参与过别人的事项。附议、提意见、表决都算参与。',
        'You have not taken part in anything yet: co-sign, comment or vote.',
      ),
      way: look,
    },
    followed: {
      text: t(
        '您还没有关注事项。在事项页点“关注”,有进展就会通知您。',
        'You follow nothing yet. Follow something and you are told what happens.',
      ),
      way: look,
    },
  };
  const { text, way } = words[list];
  return (
    <Empty>
      <p>{text}</p>
      <p>
        <a class="button main" href={way.href}>
          {way.text}
        </a>
      </p>
    </Empty>
  );
}
