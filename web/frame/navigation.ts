import type { PageContext } from './context.ts';
import { wordsOf } from './context.ts';
import { isAbove, isStaffMember, isWorker } from './roles.ts';

export interface NavItem {
  href: string;
  text: string;
}

/** The doors of the house for this person: only such as lead somewhere for him. */
export function navigation(context: PageContext): NavItem[] {
  const t = wordsOf(context);
  const { actor, unread } = context;
  const works = isWorker(actor);
  const items: (NavItem | false)[] = [
    works && { href: '/desk', text: t('工作台', 'Desk') },
    works && { href: '/desk/new', text: t('发起', 'Start') },
    works && { href: '/desk/search', text: t('查询', 'Search') },
    isStaffMember(actor) && { href: '/board', text: t('看板', 'Board') },
    isAbove(actor) && { href: '/admin', text: t('管理', 'Administration') },
    { href: '/items', text: t('居民事项', 'Items') },
    !works && { href: '/propose', text: t('我要提案', 'Propose') },
    { href: '/registers', text: t('登记簿', 'Registers') },
    !works && { href: '/receipts', text: t('验回执', 'Receipts') },
    actor !== null && {
      href: '/notices',
      text: unread > 0 ? t(`通知(${unread}条未读)`, `Notices (${unread} unread)`) : t('通知', 'Notices'),
    },
    actor !== null && { href: '/me', text: t('我的', 'Mine') },
    { href: '/help', text: t('帮助', 'Help') },
  ];
  return items.filter((item) => item !== false);
}

/** The door that a page lies behind: the longest address that its own begins with. */
export function doorOf(items: readonly NavItem[], path: string): string | undefined {
  const bare = path.split('?', 1)[0] ?? path;
  const fitting = items.filter(({ href }) => bare === href || bare.startsWith(`${href}/`));
  return fitting.sort((one, other) => other.href.length - one.href.length)[0]?.href;
}
