import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { violationsOf } from './axe.ts';
import { budgets, type ListedPage } from './listed-page.ts';
import { computedPaintMs, type Weight, weigh } from './weight.ts';

/** Longest wait for the first paint over a poor mobile connection. */
const PAINT_MS = 1_500;

export interface Seen {
  /** What is wrong, each in one line; nothing on a good page. */
  faults: string[];
  weight: Weight;
}

/** Looks at a page once, in one way, and says all that is wrong with it. */
export async function lookAt(
  context: BrowserContext,
  listed: ListedPage & { path: string },
  picture: string,
): Promise<Seen> {
  const page = await context.newPage();
  try {
    const faults: string[] = [];
    // A broken policy for scripts and styles is told to the console as well.
    page.on(
      'console',
      (message) =>
        message.type() === 'error' &&
        !isRefusedForm(listed, message.text()) &&
        faults.push(`console: ${message.text().slice(0, 300)}`),
    );
    page.on('pageerror', (error) => faults.push(`script: ${error.message.slice(0, 300)}`));
    const weighed = await weigh(page);
    const answer = await page.goto(listed.path, { waitUntil: 'load' });
    if (answer?.status() !== 200) faults.push(`status ${answer?.status()}`);
    const weight = weighed();
    await listed.walk?.(page);
    faults.push(...(await faultsOfFrame(page)), ...(await violationsOf(page)));
    faults.push(...faultsOfWeight(listed, weight));
    await keepPicture(page, picture);
    return { faults, weight };
  } finally {
    await page.close();
  }
}

/** A form that is sent with faults is answered 422, which browsers tell to the console. */
function isRefusedForm({ walk }: ListedPage, text: string): boolean {
  return walk !== undefined && /status of 422/.test(text);
}

/** One heading, a title, the language that was asked for, and nothing that has to be pushed sideways to be read. */
async function faultsOfFrame(page: Page): Promise<string[]> {
  const found = await page.evaluate(() => {
    const root = document.documentElement;
    const wide = [...document.querySelectorAll('body *')].filter(
      (each) => each.getBoundingClientRect().right > root.clientWidth + 1 && each.scrollWidth <= each.clientWidth + 1,
    );
    // Sentences that name something Chinese are the page's own; what is Chinese throughout was written by people.
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const unmarked: string[] = [];
    while (texts.nextNode()) {
      const { textContent, parentElement } = texts.currentNode;
      const isChinese = /\p{Script=Han}/u.test(textContent ?? '') && !/\p{Script=Latin}/u.test(textContent ?? '');
      if (!isChinese || parentElement?.closest('[lang]')?.getAttribute('lang') !== 'en') continue;
      unmarked.push(`${parentElement.tagName.toLowerCase()} ${textContent?.trim().slice(0, 40)}`);
    }
    return {
      unmarked: unmarked.slice(0, 3),
      headings: document.querySelectorAll('h1').length,
      title: document.title.trim(),
      lang: root.lang,
      asked: navigator.language,
      width: root.clientWidth,
      scrollWidth: root.scrollWidth,
      wide: wide
        .slice(0, 3)
        .map((each) => `${each.tagName.toLowerCase()}${each.className ? `.${each.className}` : ''}`),
    };
  });
  const faults: string[] = [];
  if (found.headings !== 1) faults.push(`${found.headings} headings h1`);
  if (found.title === '') faults.push('no title');
  if (found.lang !== found.asked) faults.push(`language ${found.lang}, ${found.asked} expected`);
  if (found.unmarked.length > 0) faults.push(`Chinese, and not said to be: ${found.unmarked.join('; ')}`);
  if (found.scrollWidth > found.width) {
    faults.push(`${found.scrollWidth} px wide on a screen of ${found.width} px: ${found.wide.join(', ')}`);
  }
  return faults;
}

function faultsOfWeight({ budgetKb }: ListedPage, weight: Weight): string[] {
  const faults: string[] = [];
  const kilobytes = weight.bytes / 1024;
  if (kilobytes > budgets[budgetKb]) {
    const parts = weight.parts.slice(0, 4).map(({ path, bytes }) => `${path} ${(bytes / 1024).toFixed(1)}`);
    faults.push(`${kilobytes.toFixed(1)} KB, at most ${budgets[budgetKb]}: ${parts.join(', ')}`);
  }
  const paint = computedPaintMs(weight);
  if (budgetKb === 'resident' && paint > PAINT_MS) faults.push(`first paint after ${paint} ms, at most ${PAINT_MS}`);
  return faults;
}

/** With BIHUAN_SCREENSHOTS=folder pictures of all pages are kept there, to be looked at. */
async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env['BIHUAN_SCREENSHOTS'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name.replaceAll(/[^\w-]+/g, '-')}.png`), fullPage: true });
}
