import type { Locale } from '../../processes/kernel/text.ts';
import { type Html, html } from './html.ts';

/** Where a page is and for whom. */
export interface PageContext {
  locale: Locale;
  /** Path of the page, for the change of language. */
  path: string;
  demo: boolean;
  person: string | null;
}

/** The frame of every page: works without script, with the keyboard, and at 200 % text. */
export function layout(context: PageContext, title: string, content: Html): string {
  const { locale, path, demo, person } = context;
  const zh = locale === 'zh-CN';
  const other = zh
    ? html`<a href="${link(path, 'en')}" lang="en" hreflang="en">English</a>`
    : html`<a href="${link(path, 'zh-CN')}" lang="zh-CN" hreflang="zh-CN">中文</a>`;
  const page = html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${zh ? '闭环' : 'Bihuan'}</title>
<link rel="stylesheet" href="/pages.css">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
</head>
<body>
<a class="skip" href="#content">${zh ? '跳到正文' : 'Skip to content'}</a>
<header>
<a class="brand" href="${link('/', locale)}">${zh ? '闭环' : 'Bihuan'}</a>
<nav aria-label="${zh ? '主导航' : 'Main'}">${person && html`<a href="${link('/notices', locale)}">${zh ? '通知' : 'Notices'}</a> `}<a href="${link('/registers', locale)}">${zh ? '登记簿' : 'Registers'}</a> <a href="${link('/calendars', locale)}">${zh ? '放假安排' : 'Holidays'}</a> <a href="/docs">${zh ? '接口文档' : 'API'}</a> <a href="/readme">${zh ? '说明' : 'Readme'}</a> ${other}</nav>
<div class="who">${person ? html`${zh ? '当前人员:' : 'Signed in: '}<strong>${person}</strong> <form method="post" action="${link('/sign-out', locale)}"><button>${zh ? '退出' : 'Sign out'}</button></form>` : zh ? '未登录' : 'Not signed in'}</div>
</header>
${demo && html`<p class="demo" role="note">${zh ? '演示模式:人员为虚构,任何人都可以其身份登录,请勿录入真实个人信息。' : 'Demo mode: the people are invented and anybody may sign in as them. Enter no real personal data.'}</p>`}
<main id="content" tabindex="-1">
<h1>${title}</h1>
${content}
</main>
</body>
</html>`;
  return page.safe;
}

/** An address that keeps the language, whether it has a query already or not. */
export function link(path: string, locale: Locale): string {
  return `${path}${path.includes('?') ? '&' : '?'}lang=${locale}`;
}

/** A light as shape, word and colour, so that colour is never the only carrier (domain.md §5.7). */
export function lightMark(light: string, text: string): Html {
  return html`<span class="light ${light}">${text}</span>`;
}

/** `2026-09-25 12:00`: an instant of a view as people read it; views are in Beijing time. */
export function minuteOf(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}
