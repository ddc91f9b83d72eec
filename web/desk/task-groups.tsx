import type { TaskItem } from '../../api/tasks/task-lines.ts';
import { deskCase, withQuery } from '../frame/address.ts';
import { langOf, type PageContext, wordsOf } from '../frame/context.ts';
import { DrillTag, Light } from '../parts/marks.tsx';
import { dayWords, dueWords } from '../parts/when.ts';

const ORDER = ['overdue', 'today', 'week', 'later', 'none'] as const;

/** Steps grouped by when they are due; several can be taken together. */
export function TaskGroups({ context, tasks }: { context: PageContext; tasks: readonly TaskItem[] }) {
  const t = wordsOf(context);
  const titles: Record<(typeof ORDER)[number], string> = {
    overdue: t('已超期', 'Overdue'),
    today: t('今天', 'Today'),
    week: t('本周', 'This week'),
    later: t('以后', 'Later'),
    none: t('不计时', 'No clock'),
  };
  return (
    <form method="post" action="/desk/bulk">
      {ORDER.map((bucket) => {
        const found = tasks.filter((task) => task.bucket === bucket);
        if (found.length === 0) return null;
        return (
          <section aria-labelledby={`bucket-${bucket}`} class="bucket">
            <h2 id={`bucket-${bucket}`}>
              {titles[bucket]} <span class="note">{found.length}</span>
            </h2>
            <ul class="tasks">
              {found.map((task) => (
                <TaskRow context={context} task={task} />
              ))}
            </ul>
          </section>
        );
      })}
      <p class="bar bulk">
        <button type="submit">{t('一并办理所选', 'Act on those selected')}</button>
        <span class="note">
          {t(
            '只能勾选同一流程的若干件,再选一个共有的操作。',
            'Only several of one process can be taken together, with an act they share.',
          )}
        </span>
        <strong
          role="status"
          data-one={t('已选{n}件。', '{n} ticked.')}
          data-mixed={t(
            '已选{n}件,分属不同流程,不能一并办理:{titles}。请只留一种。',
            '{n} ticked, of different processes: {titles}. Keep those of one.',
          )}
        />
      </p>
    </form>
  );
}

function TaskRow({ context, task }: { context: PageContext; task: TaskItem }) {
  const t = wordsOf(context);
  const { locale } = context;
  const due = dueWords(task, locale);
  const href = deskCase(task.case.number);
  return (
    <li class="task" data-task>
      <input
        type="checkbox"
        name="case"
        value={task.case.number}
        data-process={task.case.processText}
        aria-label={t(`选择 ${task.case.title}`, `Select ${task.case.title}`)}
      />
      <div class="task-main">
        <a class="task-title" href={href} lang={langOf(context, task.case.title)}>
          {task.case.title}
        </a>{' '}
        {task.case.drill && <DrillTag context={context} />}
        <div class="note">
          <span class="fixed" lang={langOf(context, task.case.number)}>
            {task.case.number}
          </span>{' '}
          · <span lang={langOf(context, task.case.orgText)}>{task.case.orgText}</span> · {task.case.processText}
          {task.who && ` · ${task.who}`} ·{' '}
          {t(`${dayWords(task.since, locale)}起`, `since ${dayWords(task.since, locale)}`)}
        </div>
      </div>
      <div class="task-due">
        <Light light={task.light} text={task.lightText} />
        {due && (
          <details>
            <summary>
              {due}
              {task.provisional && t('(暂定)', ' (provisional)')}
              {task.remaining && ` · ${task.remaining}`}
            </summary>
            {task.explanation && <p class="note">{task.explanation}</p>}
          </details>
        )}
      </div>
      <a
        class="button main task-act"
        href={`${withQuery(href, { act: task.command })}#act`}
        aria-label={`${task.title}:${task.case.title}`}
      >
        {task.title}
      </a>
    </li>
  );
}
