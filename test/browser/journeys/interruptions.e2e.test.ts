import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser } from '../support/chromium.ts';
import { journeyOn } from '../support/journey.ts';
import { type Site, startSite } from '../support/site.ts';
import { awaitingProposal, recordedOn } from './support/cases.ts';
import { walker } from './support/walkers.ts';

describeInBrowser('interruptions', () => {
  let site: Site;

  beforeAll(async () => {
    site = await startSite('journeys-interruptions');
  });

  afterAll(async () => {
    await site?.[Symbol.asyncDispose]();
  });

  test('a network lost in the middle of a form loses no word', async () => {
    const { id, number } = await awaitingProposal(site.kit, '断网时填写的提案');
    const path = `/desk/cases/${encodeURIComponent(number)}?act=proposal.accept`;
    const { page, go, fill, press, see } = await walker(site, 'li-xiaoming', { screen: 'phone' });
    await go(path);
    await page.waitForLoadState('load');
    await fill('备注', '在楼道里写的,信号不好');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '受理', exact: true }).click();
    // The browser says itself that there is no network.
    await page.waitForURL(/^chrome-error:/);
    await page.context().setOffline(false);
    await go(path);
    await see('上次没有提交的内容还在。');
    await press('恢复');
    await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('信号不好'));
    expect(await page.getByLabel('备注').inputValue()).toBe('在楼道里写的,信号不好');
    await press('受理');
    await see('已办好');
    expect((await recordedOn(site.kit, id)).filter((type) => type === 'proposal.accept')).toHaveLength(1);
    // What was sent is no draft any more.
    await page.waitForFunction(() => Object.keys(sessionStorage).every((key) => !key.startsWith('draft')));
    await page.context().close();
  });

  test('script that goes off in the middle stops nobody', async () => {
    const { number } = await awaitingProposal(site.kit, '中途关闭脚本的提案');
    const path = `/desk/cases/${encodeURIComponent(number)}?act=proposal.accept`;
    const begun = await walker(site, 'li-xiaoming');
    await begun.go(path);
    await begun.fill('备注', '先写一半');
    const storageState = await begun.page.context().storageState();
    const browser = begun.page.context().browser();
    if (!browser) throw new Error('Broken invariant: a page has its browser');
    const context = await browser.newContext({
      baseURL: site.url,
      javaScriptEnabled: false,
      locale: 'zh-CN',
      storageState,
    });
    const { go, fill, press, see } = journeyOn(await context.newPage());
    await go(path);
    await fill('备注', '没有脚本也写完了');
    await press('受理');
    await see('已办好');
    await context.close();
    // The page that still runs script is stale now, and says so.
    await begun.press('受理');
    await begun.see('先写一半');
    await begun.page.context().close();
  });
});
