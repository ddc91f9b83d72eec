import type { Words } from '../../processes/kernel/text.ts';
import { type PageContext, sayIn, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { Empty } from '../parts/marks.tsx';

/** A door of the administration, with who may go through it. */
export interface AdminDoor {
  href: string;
  title: Words;
  about: Words;
}

/** What this person may administer. */
export function adminPage(context: PageContext, doors: readonly AdminDoor[]): string {
  const t = wordsOf(context);
  const say = sayIn(context);
  return page(
    context,
    { title: t('管理', 'Administration'), width: 'wide' },
    doors.length === 0 ? (
      <Empty>
        <p>{t('您的岗位没有管理事项。', 'Your office has nothing to administer.')}</p>
        <p>
          <a class="button" href="/">
            {t('回到首页', 'Back to the first page')}
          </a>
        </p>
      </Empty>
    ) : (
      <ul class="grid">
        {doors.map(({ href, title, about }) => (
          <li class="card">
            <h2>
              <a href={href}>{say(title)}</a>
            </h2>
            <p>{say(about)}</p>
          </li>
        ))}
      </ul>
    ),
  );
}
