import type { TaskItem } from '../../api/tasks/task-lines.ts';
import type { TaskList } from '../../api/tasks/task-lists.ts';
import { withQuery } from '../frame/address.ts';
import { langOf, type PageContext, wordsOf } from '../frame/context.ts';
import { isWorker } from '../frame/roles.ts';
import { DrillTag, Empty, Light } from '../parts/marks.tsx';
import { dueWords } from '../parts/when.ts';
import { ownPageOf } from './own-page.ts';

/** What is expected of the person himself, most pressing first, each with its act. */
export function Waiting({ context, tasks }: { context: PageContext; tasks: TaskList }) {
  const t = wordsOf(context);
  const works = isWorker(context.actor);
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{t('等您办', 'Waiting for you')}</h2>
      {tasks.items.length === 0 ? (
        <Empty>
          <p>{t('现在没有在等您本人的事。', 'Nothing waits for you yourself.')}</p>
          {works ? (
            <p>
              <a href="/desk">{t('看本组的待办', 'See what waits for your group')}</a>
            </p>
          ) : (
            <p>
              <a href="/propose">{t('有想法?我要提案', 'An idea? Make a proposal')}</a>
            </p>
          )}
        </Empty>
      ) : (
        <ul class="matters">
          {tasks.items.map((task) => (
            <WaitingRow context={context} task={task} />
          ))}
        </ul>
      )}
      {tasks.next && works && (
        <p>
          <a href="/desk?tab=mine">{t(`全部${tasks.count}件`, `All ${tasks.count}`)}</a>
        </p>
      )}
    </section>
  );
}

function WaitingRow({ context, task }: { context: PageContext; task: TaskItem }) {
  const t = wordsOf(context);
  const href = ownPageOf(context, task.case.number);
  const due = dueWords(task, context.locale);
  return (
    <li class="act">
      <div>
        <p>
          <a href={href}>
            <strong lang={langOf(context, task.case.title)}>{task.case.title}</strong>
          </a>{' '}
          {task.case.drill && <DrillTag context={context} />}
        </p>
        <p class="note">
          <Light light={task.light} text={task.lightText} />{' '}
          <span class="fixed" lang={langOf(context, task.case.number)}>
            {task.case.number}
          </span>
          {due && ` · ${t(`${due}前`, `by ${due}`)}`}
          {task.provisional && t('(暂定)', ' (provisional)')}
          {task.remaining && ` · ${task.remaining}`}
        </p>
      </div>
      <a class="button main" href={`${withQuery(href, { act: task.command })}#act`}>
        {task.title}
        <span class="visually-hidden">{t(`:${task.case.title}`, `: ${task.case.title}`)}</span>
      </a>
    </li>
  );
}
