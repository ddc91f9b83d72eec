import type { Part } from '../../api/operation/parts.ts';
import { type PageContext, sayIn, wordsOf } from '../frame/context.ts';
import { Notice } from '../parts/marks.tsx';

/** Says which part of the house does not run and what to do; nothing where all is well. */
export function PartsAway({ context, parts }: { context: PageContext; parts: readonly Part[] }) {
  const t = wordsOf(context);
  const say = sayIn(context);
  const names: Record<Part['name'], string> = {
    api: t('服务', 'Server'),
    database: t('数据库', 'Database'),
    temporal: t('流程引擎', 'Temporal'),
    worker: t('工作进程', 'Worker'),
    clock: t('时钟', 'Clock'),
    notices: t('通知', 'Notices'),
  };
  const away = parts.filter(({ ok }) => !ok);
  if (away.length === 0) return null;
  return (
    <Notice kind="bad" role="alert">
      <p>{t('下列部分暂未就绪:', 'These parts are not running:')}</p>
      <ul>
        {away.map(({ name, remedy }) => (
          <li>
            <strong>× {names[name]}</strong> {remedy && say(remedy)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
