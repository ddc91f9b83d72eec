import type { ComponentChildren } from 'preact';
import { withQuery } from '../frame/address.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';

/** The pages of the board; what was chosen for one holds for the others. */
export function BoardTabs({ context, here, kept }: { context: PageContext; here: string; kept: Kept }) {
  const t = wordsOf(context);
  const tabs = [
    ['/board', t('看板', 'Board')],
    ['/board/overdue', t('超期清单', 'Overdue')],
    ['/board/orders', t('督办单', 'Orders')],
    ['/board/records', t('办理记录', 'Records')],
  ] as const;
  return (
    <nav aria-label={t('看板', 'Board')}>
      <ul class="tabs">
        {tabs.map(([href, text]) => (
          <li>
            <a href={withQuery(href, kept)} aria-current={href === here ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What stays when one goes from page to page. */
export interface Kept extends Record<string, string | undefined> {
  org?: string | undefined;
  drill?: string | undefined;
}

/** Whether drills are counted: said and changed in one place, above everything that is counted. */
export function DrillSwitch({ context, drill }: { context: PageContext; drill: boolean }) {
  const t = wordsOf(context);
  return (
    <p class="bar">
      <span>{drill ? t('含演练事项', 'Drills are counted') : t('不含演练事项', 'Drills are left out')}</span>
      <a class="button small" href={withQuery(context.path, { drill: String(!drill), cursor: null })}>
        {drill ? t('不计演练', 'Leave drills out') : t('计入演练', 'Count drills too')}
      </a>
    </p>
  );
}

/** Leads to the next part of a list. */
export function Onward({ context, next, text }: { context: PageContext; next: string | null; text: string }) {
  const t = wordsOf(context);
  const isLater = /[?&]cursor=/.test(context.path);
  if (next === null && !isLater) return null;
  return (
    <p class="bar">
      {isLater && (
        <a class="button" href={withQuery(context.path, { cursor: null })}>
          {t('回到开头', 'Back to the beginning')}
        </a>
      )}
      {next !== null && (
        <a class="button" href={withQuery(context.path, { cursor: next })}>
          {text}
        </a>
      )}
    </p>
  );
}

/** One field of a form that narrows a list; works without script. */
export function FilterField({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is what stands inside.
    <label>
      <span>{label}</span>
      {children}
    </label>
  );
}

/** A choice of organisations, each indented by its level. */
export function OrgSelect({
  context,
  orgs,
  chosen,
  anyText,
}: {
  context: PageContext;
  orgs: readonly string[];
  chosen: string | undefined;
  /** Without it one must be chosen. */
  anyText?: string;
}) {
  return (
    <select name="org">
      {anyText !== undefined && <option value="">{anyText}</option>}
      {orgs.map((org) => (
        <option value={org} selected={org === chosen} lang="zh-CN">
          {'　'.repeat(org.split('.').length - 1)}
          {context.orgNames.get(org) ?? org}
        </option>
      ))}
    </select>
  );
}

/** Chinese on a page of another language says that it is Chinese. */
export function Zh({ context, children }: { context: PageContext; children: ComponentChildren }) {
  return context.locale === 'zh-CN' ? <span>{children}</span> : <span lang="zh-CN">{children}</span>;
}
