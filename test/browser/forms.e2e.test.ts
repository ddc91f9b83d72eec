import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formSchema } from '../../processes/kernel/form-schema.ts';
import { allForms } from '../web/forms/support/all-forms.ts';
import { tinySchema } from '../web/forms/support/tiny-schema.ts';
import { violationsOf } from './support/axe.ts';
import { createBrowsers, describeInBrowser } from './support/chromium.ts';
import { startFormSite } from './support/form-site.tsx';

const ids = [...new Set(allForms.map(({ process }) => process.rules.id))];
const formsOf = (id: string, locale: 'zh-CN' | 'en') =>
  allForms
    .filter(({ process }) => process.rules.id === id)
    .map(({ process, command, sample }) => ({ schema: formSchema(process, command, locale), values: sample }));

describeInBrowser('forms in a browser', () => {
  const browsers = createBrowsers();
  let site: Awaited<ReturnType<typeof startFormSite>>;

  beforeAll(async () => {
    const all = ids.flatMap((id) => [
      [`/${id}/zh-CN`, formsOf(id, 'zh-CN')] as const,
      [`/${id}/en`, formsOf(id, 'en')] as const,
    ]);
    site = await startFormSite({ ...Object.fromEntries(all), '/tiny': [{ schema: tinySchema }] });
  });

  afterAll(async () => {
    await browsers[Symbol.asyncDispose]();
    await site?.[Symbol.asyncDispose]();
  });

  async function on(path: string, run: (page: Page, context: BrowserContext) => Promise<void>, script = true) {
    const context = await (await browsers.of(100)).newContext({ baseURL: site.url, javaScriptEnabled: script });
    context.setDefaultTimeout(15_000);
    try {
      const page = await context.newPage();
      await page.goto(path);
      await run(page, context);
    } finally {
      await context.close();
    }
  }
  const sent = async (page: Page) => {
    await page.getByRole('button', { name: '提交' }).last().click();
    return JSON.parse((await page.locator('output').textContent()) ?? '');
  };
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('name'));

  test.each(ids)('every form of %s is accessible in both languages', async (id) => {
    for (const locale of ['zh-CN', 'en']) {
      await on(`/${id}/${locale}?lang=${locale}`, async (page) => expect(await violationsOf(page)).toEqual([]));
    }
  });

  test.each([true, false])('rows come and go, text stays (script: %s)', async (script) => {
    await on(
      '/tiny',
      async (page) => {
        await page.getByLabel('标题').fill('𠮷野家');
        await page.getByLabel('内容').fill('第一步');
        await page.getByRole('button', { name: '添加一项:步骤' }).click();
        await expect.poll(() => focused(page)).toBe('steps.r2.what');
        await page.locator('[name="steps.r2.what"]').fill('第二步');
        await page.getByRole('button', { name: '删除:步骤(第1项)' }).click();
        await expect.poll(() => page.locator('[name="steps.r1.what"]').count()).toBe(0);
        expect(await sent(page)).toMatchObject({ title: '𠮷野家', steps: [{ what: '第二步' }] });
      },
      script,
    );
  });

  test('what is written in a list while a row is on its way stays written, and so does the focus', async () => {
    await on('/tiny', async (page) => {
      let answer = () => {};
      const held = new Promise<void>((resolve) => {
        answer = resolve;
      });
      await page.route('**/*', async (route) => {
        if (route.request().method() === 'POST') await held;
        await route.continue();
      });
      await page.getByRole('button', { name: '添加一项:步骤' }).click();
      await page.locator('[name="steps.r1.what"]').fill('写在等待的时候');
      answer();
      await expect.poll(() => page.locator('[name="steps.r2.what"]').count()).toBe(1);
      expect(await page.locator('[name="steps.r1.what"]').inputValue()).toBe('写在等待的时候');
      expect(await focused(page)).toBe('steps.r1.what');
    });
  });

  test('of several ways just the chosen one is seen, without script too', async () => {
    await on(
      '/tiny',
      async (page) => {
        const area = page.getByLabel('面积');
        expect(await area.isVisible()).toBe(false);
        await page.getByLabel('业主大会').check();
        expect(await area.isVisible()).toBe(true);
        await area.fill('30,000');
        expect(await sent(page)).toMatchObject({ vote: { body: 'owners', area: 30_000 } });
      },
      false,
    );
  });

  test('the Enter key sends', async () => {
    await on('/tiny', async (page) => {
      await page.getByLabel('标题').fill('回车');
      await page.getByLabel('标题').press('Enter');
      expect(await page.locator('output').textContent()).toContain('回车');
    });
  });

  test('a person is found while one types, by keyboard alone', async () => {
    await on('/tiny', async (page) => {
      const owner = page.getByRole('combobox', { name: '负责人' });
      await owner.pressSequentially('王');
      await page.getByRole('option').first().waitFor();
      expect(await violationsOf(page)).toEqual([]);
      await owner.press('ArrowDown');
      await owner.press('Enter');
      expect(await owner.inputValue()).toBe('王秀英 · 安贞西里居民');
      expect(await sent(page)).toMatchObject({ owner: 'resident-1' });
    });
  });

  test('what was typed and not sent comes back, rows too; what was sent does not', async () => {
    await on('/tiny', async (page) => {
      await page.getByRole('button', { name: '添加一项:备注' }).click();
      await page.locator('[name="notes.r1"]').fill('别丢了');
      await expect.poll(() => page.evaluate(() => sessionStorage.getItem('draft/p/0'))).toContain('别丢了');
      await page.goto('/tiny');
      await page.getByRole('button', { name: '恢复' }).click();
      await expect.poll(() => page.locator('[name="notes.r1"]').inputValue()).toBe('别丢了');
      expect(await sent(page)).toMatchObject({ notes: ['别丢了'] });
      await expect.poll(() => page.evaluate(() => sessionStorage.getItem('draft/p/0'))).toBeNull();
    });
  });

  test('a character outside the first plane counts one', async () => {
    await on('/tiny', async (page) => {
      await page.getByLabel('标题').fill('𠮷'.repeat(59));
      await expect.poll(() => page.locator('.count').first().textContent()).toBe('还可写1字');
    });
  });
});
