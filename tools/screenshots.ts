import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from './browser/launch.ts';
import { type Picture, pictures } from './browser/pictures.ts';
import { checkoutFolder } from './launch/folders.ts';
import { readInstance } from './launch/instance-file.ts';
import { LaunchProblem } from './launch/launch-problem.ts';

const SCREENS = {
  1280: { viewport: { width: 1280, height: 960 } },
  390: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const;

const BYTES_MAX = 200 * 1024;

/**
 * `npm run screenshots [-- address [name …]]`: takes the pictures of the README on a running instance, for the screen of a
 * desk (`home.png`) and for a phone (`home-phone.png`).
 */
try {
  const [first, ...others] = process.argv.slice(2);
  const isAddress = first !== undefined && /^https?:/.test(first);
  const names = isAddress || first === undefined ? others : [first, ...others];
  await takeAll(isAddress ? first : readInstance().apiUrl, names);
} catch (error) {
  process.stderr.write(`\n${error instanceof LaunchProblem ? error.message : (error as Error).stack}\n`);
  process.exitCode = 1;
}

async function takeAll(baseURL: string, names: readonly string[]): Promise<void> {
  const folder = join(checkoutFolder(), 'docs', 'pictures');
  mkdirSync(folder, { recursive: true });
  const browser = await launchBrowser();
  try {
    for (const picture of pictures.filter(({ name }) => names.length === 0 || names.includes(name))) {
      for (const [width, screen] of Object.entries(SCREENS)) {
        const context = await browser.newContext({ baseURL, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...screen });
        const file = `${picture.name}${width === '390' ? '-phone' : ''}.png`;
        try {
          const bytes = await take(context, picture, join(folder, file));
          process.stdout.write(`docs/pictures/${file} ${Math.round(bytes / 1024)} KB\n`);
        } catch (error) {
          // The others are taken all the same.
          process.stderr.write(`docs/pictures/${file} ✗ ${(error as Error).message}\n`);
          process.exitCode = 1;
        }
        await context.close();
      }
    }
  } finally {
    await browser.close();
  }
}

async function take(context: BrowserContext, picture: Picture, file: string): Promise<number> {
  if (picture.who !== null) await signIn(context, picture.who);
  const path =
    typeof picture.path === 'string' ? picture.path : picture.path.of(await numberOf(context, picture.path.title));
  const page = await context.newPage();
  const answer = await page.goto(path, { waitUntil: 'load' });
  if (answer?.status() !== 200) throw new Error(`${picture.name}: ${path} answers ${answer?.status()}`);
  const png = await smallEnough(page);
  writeFileSync(file, png);
  return png.length;
}

/** From the top of the page as much as fits into the size that a picture may have. */
async function smallEnough(page: Page): Promise<Buffer> {
  const { width, height } = page.viewportSize() ?? SCREENS[1280].viewport;
  for (let part = 1; part > 0.3; part -= 0.15) {
    const png = await page.screenshot({ clip: { x: 0, y: 0, width, height: Math.round(height * part) } });
    if (png.length <= BYTES_MAX) return png;
  }
  throw new Error(`${page.url()}: no part of the page makes a picture of at most ${BYTES_MAX} bytes`);
}

async function signIn(context: BrowserContext, person: string): Promise<void> {
  const headers = { 'sec-fetch-site': 'same-origin' };
  const answer = await context.request.post('/sign-in', { form: { person }, headers, maxRedirects: 0 });
  if (answer.status() !== 303) throw new Error(`sign-in of ${person}: ${answer.status()} ${await answer.text()}`);
}

/** The case with that title, of those that the person may find. */
async function numberOf(context: BrowserContext, title: string): Promise<string> {
  const answer = await context.request.get('/api/cases', { params: { q: title, limit: 1 } });
  const { items } = (await answer.json()) as { items?: { number: string }[] };
  const [found] = items ?? [];
  if (!found) throw new Error(`${title}: no such case; has the demo been seeded?`);
  return found.number;
}
