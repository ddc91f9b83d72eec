import type { ComponentChildren } from 'preact';
import { withQuery } from './address.ts';
import { langOf, type PageContext, wordsOf } from './context.ts';
import { doorOf, navigation } from './navigation.ts';

export interface LayoutProps {
  context: PageContext;
  title: string;
  /** A line under the title: where one is, what is to be done. */
  lead?: ComponentChildren;
  /** `wide` for tables of the workplace. */
  width?: 'narrow' | 'wide';
  /** The page before this one in the tree, to go back to. */
  back?: { href: string; text: string };
  children: ComponentChildren;
}

/** The frame of every page: works without script, with the keyboard, at 200 % text and on a phone. */
export function Layout({ context, title, lead, width = 'narrow', back, children }: LayoutProps) {
  const t = wordsOf(context);
  const { locale, demo, assets, largeType } = context;
  return (
    <html lang={locale} class={largeType ? 'large' : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · ${t('闭环', 'Bihuan')}`}</title>
        <link rel="stylesheet" href={assets.style} />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <script type="module" src={assets.script} />
      </head>
      <body data-person={context.actor?.id}>
        <a class="skip" href="#content">
          {t('跳到正文', 'Skip to content')}
        </a>
        <Header context={context} />
        {demo && (
          <aside class="demo-note" aria-label={t('演示', 'Demo')}>
            {t(
              '演示模式:人员为虚构,任何人都可以其身份登录,请勿录入真实个人信息。',
              'Demo mode: the people are invented and anybody may sign in as them. Enter no real personal data.',
            )}
          </aside>
        )}
        <main id="content" class={width} tabIndex={-1}>
          {back && (
            <p class="back">
              <a href={back.href}>← {back.text}</a>
            </p>
          )}
          <h1 lang={langOf(context, title)}>{title}</h1>
          {lead && <div class="lead">{lead}</div>}
          {children}
        </main>
        <Footer context={context} />
      </body>
    </html>
  );
}

function Header({ context }: { context: PageContext }) {
  const t = wordsOf(context);
  const items = navigation(context);
  const here = doorOf(items, context.path);
  return (
    <header class="site">
      <a class="brand" href="/">
        <svg aria-hidden="true" viewBox="0 0 32 32" width="28" height="28">
          <circle cx="16" cy="16" r="11" fill="none" stroke="currentColor" stroke-width="5" stroke-dasharray="58 12" />
          <path d="M22 3l5 6-8 1z" fill="currentColor" />
        </svg>
        <span>{t('闭环', 'Bihuan')}</span>
      </a>
      <button type="button" class="menu-button" popovertarget="menu">
        {t('菜单', 'Menu')}
        {context.unread > 0 && <span class="badge">{context.unread}</span>}
      </button>
      <div id="menu" popover="auto" class="menu">
        <nav aria-label={t('主导航', 'Main')}>
          <ul>
            {items.map(({ href, text }) => (
              <li>
                <a href={href} aria-current={href === here ? 'page' : undefined}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <Who context={context} />
      </div>
    </header>
  );
}

function Who({ context }: { context: PageContext }) {
  const t = wordsOf(context);
  const { actor, offices, path } = context;
  if (!actor) {
    return (
      <div class="who">
        <a class="button" href={withQuery('/sign-in', { next: path })}>
          {t('登录', 'Sign in')}
        </a>
      </div>
    );
  }
  return (
    <div class="who">
      <span title={offices}>
        <span class="visually-hidden">{t('当前人员:', 'Signed in: ')}</span>
        <strong lang="zh-CN">{actor.name}</strong>
      </span>
      <form method="post" action="/sign-out">
        <button type="submit" class="quiet">
          {t('退出', 'Sign out')}
        </button>
      </form>
    </div>
  );
}

function Footer({ context }: { context: PageContext }) {
  const t = wordsOf(context);
  const { locale, path, largeType } = context;
  const zh = locale === 'zh-CN';
  return (
    <footer class="site">
      <ul>
        <li>
          {zh ? (
            <a href={withQuery(path, { lang: 'en' })} lang="en" hreflang="en">
              English
            </a>
          ) : (
            <a href={withQuery(path, { lang: 'zh-CN' })} lang="zh-CN" hreflang="zh-CN">
              中文
            </a>
          )}
        </li>
        <li>
          <a href={withQuery(path, { type: largeType ? 'usual' : 'large' })}>
            {largeType ? t('标准字号', 'Usual type') : t('大字版', 'Large type')}
          </a>
        </li>
        <li>
          <a href="/calendars">{t('放假安排', 'Holidays')}</a>
        </li>
        <li>
          <a href="/receipts">{t('验回执', 'Check a receipt')}</a>
        </li>
        <li>
          <a href="/about">{t('关于', 'About')}</a>
        </li>
        <li>
          <a href="/docs">{t('接口文档', 'Interface')}</a>
        </li>
      </ul>
    </footer>
  );
}
