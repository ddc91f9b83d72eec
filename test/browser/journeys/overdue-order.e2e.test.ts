import { afterAll, beforeAll, expect, test } from 'vitest';
import { daysOf } from '../../../tools/demo/play.ts';
import { describeInBrowser } from '../support/chromium.ts';
import { type Site, startSite } from '../support/site.ts';
import { awaitingProposal, caseNow } from './support/cases.ts';
import { eitherWay, numberOn, reloadUntil, walker } from './support/walkers.ts';

describeInBrowser('an overdue step is pursued', () => {
  let site: Site;

  beforeAll(async () => {
    site = await startSite('journeys-overdue');
  });

  afterAll(async () => {
    await site?.[Symbol.asyncDispose]();
  });

  eitherWay('%s', (way, script) => {
    test('a drill is moved on, turns red, an order is issued from its row and answered', async () => {
      const { id, number } = await awaitingProposal(site.kit, `${way}:楼道灯超期演练`, true);
      const path = `/desk/cases/${encodeURIComponent(number)}`;
      const worker = await walker(site, 'li-xiaoming', { script });
      await worker.go(path);
      await worker.see('演练事项');
      await worker.choose('把它的时钟快进', '30天');
      await worker.press('快进');
      await worker.see('已超期');
      expect((await caseNow(site.kit, 'li-xiaoming', id)).light).toBe('red');

      const supervisor = await walker(site, 'shen-yan', { script });
      await supervisor.go('/board?drill=false');
      await supervisor.missing(/■ 已超期/);
      await supervisor.go('/board?drill=true');
      await supervisor.see(/已超期/);
      await supervisor.go('/board/overdue?drill=true');
      await supervisor.at(number).follow(/签发督办单/);
      await supervisor.choose('督办事由', '逾期未办');
      await supervisor.fill('督办要求', '三个工作日内完成受理审查,并向居民说明情况。');
      await supervisor.choose('岗位', '社区工作者');
      await supervisor.fill('所在单位', '安贞西里社区');
      await supervisor.press(/签发督办单/);
      await supervisor.see('已办好');
      const order = numberOn(supervisor);
      await supervisor.go('/board/overdue?drill=true');
      // The case hears of its order a moment later, from the order itself.
      await reloadUntil(supervisor, order);
      await supervisor.at(number).see(order);

      const orderPath = `/desk/cases/${encodeURIComponent(order)}`;
      await worker.go('/desk?drill=true');
      await worker.at(order).follow(/签收/);
      await worker.press('签收');
      await worker.see('已办好');
      await worker.follow('答复');
      await worker.choose('办理结果', '已完成');
      await worker.fill('办理情况', '已完成受理审查,并已电话告知提案人。');
      const found = await (await site.kit.as('shen-yan')).get(`/api/cases?q=${encodeURIComponent(order)}&drill=true`);
      await worker.fill('完成日期', daysOf(found.body.items[0]).today);
      await worker.press('答复');
      await worker.see('已办好');

      await supervisor.go(orderPath);
      await reloadUntil(supervisor, '已完成受理审查,并已电话告知提案人。');
      for (const { page } of [worker, supervisor]) await page.context().close();
    });
  });
});
