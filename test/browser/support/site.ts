import type { BrowserContext, BrowserContextOptions } from 'playwright-core';
import type { Locale } from '../../../processes/kernel/text.ts';
import { type ApiKit, startApiKit } from '../../api/support/api-kit.ts';
import { createBrowsers, type TextPercent } from './chromium.ts';

/** How somebody looks at the pages; what is left out is a desk in light, in Chinese, with script. */
export interface Look {
  screen?: keyof typeof screens;
  scheme?: 'light' | 'dark';
  text?: TextPercent;
  lang?: Locale;
  script?: boolean;
}

/** A phone of the narrow kind that many residents have, and the screen of a desk. */
export const screens = {
  phone: { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true },
  desk: { viewport: { width: 1280, height: 800 } },
} satisfies Record<string, BrowserContextOptions>;

/** The real pages over an api of their own, and people of the demo who look at them. */
export interface Site extends AsyncDisposable {
  kit: ApiKit;
  url: string;
  /** A browser of somebody who has signed in, or of nobody; its pages take paths (`page.goto('/registers')`). */
  as(person: string | null, look?: Look): Promise<BrowserContext>;
}

export async function startSite(name: string, options: Parameters<typeof startApiKit>[1] = {}): Promise<Site> {
  const kit = await startApiKit(name, options);
  const browsers = createBrowsers();
  const { url } = kit;
  return {
    kit,
    url,
    as: async (person, look = {}) => {
      const browser = await browsers.of(look.text ?? 100);
      const context = await browser.newContext(contextOf(url, look));
      context.setDefaultTimeout(15_000);
      if (person !== null) await signIn(context, person);
      return context;
    },
    [Symbol.asyncDispose]: async () => {
      await browsers[Symbol.asyncDispose]();
      await kit[Symbol.asyncDispose]();
    },
  };
}

function contextOf(baseURL: string, look: Look): BrowserContextOptions {
  const { screen = 'desk', scheme = 'light', lang = 'zh-CN', script = true } = look;
  const accessible = {
    reducedMotion: 'reduce',
    colorScheme: scheme,
    locale: lang,
    timezoneId: 'Asia/Shanghai',
  } as const;
  return { baseURL, javaScriptEnabled: script, ...accessible, ...screens[screen] };
}

/** The form of the first page; the session's cookie stays in the context. */
async function signIn(context: BrowserContext, person: string): Promise<void> {
  const headers = { 'sec-fetch-site': 'same-origin' };
  const answer = await context.request.post('/sign-in', { form: { person }, headers, maxRedirects: 0 });
  if (answer.status() !== 303) throw new Error(`sign-in of ${person}: ${answer.status()} ${await answer.text()}`);
  await answer.dispose();
}
