import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser } from '../support/chromium.ts';
import { type Site, startSite } from '../support/site.ts';
import { awaitingProposal } from './support/cases.ts';
import { eitherWay, walker } from './support/walkers.ts';

/** Goes on with Tab until what has the focus has this name; fails where one would go round in circles. */
async function tabTo(page: Page, name: RegExp, most = 120): Promise<void> {
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab');
    const said = await page.evaluate(() => {
      const focused = document.activeElement;
      const label =
        focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement ? focused.labels : null;
      return focused?.getAttribute('aria-label') ?? label?.[0]?.textContent ?? focused?.textContent ?? '';
    });
    if (name.test(said.trim())) return;
  }
  throw new Error(`Tab never comes to ${name} on ${page.url()}`);
}

describeInBrowser('by keyboard, and with others at work', () => {
  let site: Site;

  beforeAll(async () => {
    site = await startSite('journeys-keyboard');
  });

  afterAll(async () => {
    await site?.[Symbol.asyncDispose]();
  });

  eitherWay('%s', (way, script) => {
    test('desk, act and done by the keyboard alone', async () => {
      const title = `${way}:只用键盘办理`;
      await awaitingProposal(site.kit, title);
      const { page, go, see } = await walker(site, 'li-xiaoming', { script });
      await go('/desk');
      await tabTo(page, new RegExp(`^受理.*${title}`));
      await page.keyboard.press('Enter');
      await page.waitForURL(/act=proposal\.accept/);
      await tabTo(page, /^备注/);
      await page.keyboard.type('键盘填写');
      await tabTo(page, /^受理$/);
      await page.keyboard.press('Enter');
      await page.waitForURL(/did=/);
      await see('已办好');
      await page.context().close();
    });
  });

  test('single keys move, tick and open; switched off they do nothing', async () => {
    for (const title of ['按键办理第一件', '按键办理第二件']) await awaitingProposal(site.kit, title);
    const { page, go } = await walker(site, 'zhang-ting');
    await go('/desk');
    await page.waitForLoadState('networkidle').catch(() => undefined);
    const rows = page.locator('[data-task]');
    // The island may come a moment after the page.
    await expect
      .poll(async () => {
        if ((await page.locator('[data-task].here').count()) === 0) await page.keyboard.press('j');
        return await page.locator('[data-task].here').count();
      })
      .toBe(1);
    await page.keyboard.press('k');
    const first = await rows.first().locator('.task-title').innerText();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(first);
    await page.keyboard.press('x');
    expect(await rows.first().locator('input').isChecked()).toBe(true);
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.waitForURL(/act=/);
    await go('/desk');
    await page.getByRole('button', { name: '键盘快捷键' }).click();
    await page.getByLabel('关闭单键快捷键').check();
    await go('/desk');
    await page.waitForLoadState('load');
    await page.keyboard.press('j');
    expect(await page.locator('[data-task].here').count()).toBe(0);
    await page.context().close();
  });

  test('what others do is told, and the list does not move', async () => {
    const view = await awaitingProposal(site.kit, '有人同时在办');
    const { page, go, see } = await walker(site, 'li-xiaoming');
    const listening = page.waitForResponse((response) => response.url().endsWith('/api/events'));
    await go('/desk');
    await listening;
    const before = await page.locator('.task-title').allInnerTexts();
    await (await site.kit.as('zhang-ting')).give(view.id, 'proposal.accept', {});
    await see(/条新动态/);
    expect(await page.locator('.task-title').allInnerTexts()).toEqual(before);
    await page.getByRole('link', { name: /条新动态/ }).click();
    await page.waitForLoadState('load');
    expect(await page.locator('.task').filter({ hasText: view.number }).filter({ hasText: '受理提案' }).count()).toBe(
      0,
    );
    await page.context().close();
  });
});
