import type { DemoPerson } from '../../api/identity/demo-people.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { Empty } from '../parts/marks.tsx';
import { DemoPeopleList } from './demo-people.tsx';

export function signInPage(
  context: PageContext,
  { people, next }: { people: DemoPerson[] | null; next: string },
): string {
  const t = wordsOf(context);
  return page(
    context,
    {
      title: t('登录', 'Sign in'),
      lead:
        people &&
        t('演示模式:选一位人员,看看这个岗位的一天。', 'Demo mode: choose somebody and live a day in that role.'),
      width: 'wide',
    },
    people === null ? (
      <Empty>
        <p>
          {t(
            '本实例尚未接入统一身份,暂不能登录。公开事项、登记簿和回执核验无需登录。',
            'This instance is not connected to an identity service yet. Public items, registers and receipts need no signing in.',
          )}
        </p>
      </Empty>
    ) : people.length === 0 ? (
      <Empty>
        <p>
          {t(
            '还没有演示人员。用 npm start 启动会自动建立演示社区。',
            'There is nobody yet; npm start seeds the demo community.',
          )}
        </p>
      </Empty>
    ) : (
      <DemoPeopleList context={context} people={people} next={next} />
    ),
  );
}

export function signedInPage(context: PageContext): string {
  const t = wordsOf(context);
  return page(
    context,
    { title: context.actor ? t('已登录', 'Signed in') : t('尚未登录', 'Not signed in') },
    <p>
      {context.actor
        ? t('请关闭本窗口,回到原来的页面继续提交。', 'Close this window and go on in the page you came from.')
        : t('请先登录。', 'Please sign in first.')}
    </p>,
  );
}
