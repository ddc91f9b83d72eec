import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANZHENXILI } from '../../api/support/forms.ts';
import { describeInBrowser } from '../support/chromium.ts';
import { type Site, startSite } from '../support/site.ts';
import { awaitingProposal, recordedOn } from './support/cases.ts';
import { eitherWay, walker } from './support/walkers.ts';

describeInBrowser('several at once, and two at one', () => {
  let site: Site;

  beforeAll(async () => {
    site = await startSite('journeys-several');
  });

  afterAll(async () => {
    await site?.[Symbol.asyncDispose]();
  });

  eitherWay('%s', (way, script) => {
    test('one act for two cases, of which one refuses', async () => {
      const [one, other] = [
        await awaitingProposal(site.kit, `${way}:楼门照明更换`),
        await awaitingProposal(site.kit, `${way}:楼门扶手加装`),
      ];
      const { page, go, at, press, see, fill } = await walker(site, 'li-xiaoming', { script });
      await go('/desk');
      for (const { number } of [one, other]) await at(number).tick(/选择/);
      await press('一并办理所选');
      await press('受理');
      await fill('备注', '材料齐全,一并受理');
      // Meanwhile somebody else takes one of them.
      await (await site.kit.as('zhang-ting')).give(other.id, 'proposal.accept', {});
      await press(/对2件办理/);
      await see(/办好1件,1件未办/);
      await at(one.number).see('✓ 已办好');
      await at(other.number).see('× 未办');
      for (const { id } of [one, other]) {
        const accepted = (await recordedOn(site.kit, id)).filter((type) => type === 'proposal.accept');
        expect(accepted).toHaveLength(1);
      }
      await page.context().close();
    });

    test.runIf(script)('what cannot be taken together is told while it is ticked', async () => {
      const one = await awaitingProposal(site.kit, '混选:楼门照明更换');
      const form = {
        about: { caseId: one.id },
        ground: 'other',
        requirement: '请说明受理进度。',
        responsible: { role: 'communityWorker', org: ANZHENXILI },
      };
      const { body: order } = await (await site.kit.as('shen-yan')).start({
        process: 'supervision-order',
        org: ANZHENXILI,
        form,
      });
      const { page, go, at, see } = await walker(site, 'li-xiaoming', { script });
      await go('/desk');
      await at(one.number).tick(/选择/);
      await see('已选1件');
      const other = page.locator(`input[name=case][value="${order.number}"]`);
      await other.check();
      await see(/分属不同流程,不能一并办理:.*督办单/);
      expect(await page.getByRole('button', { name: '一并办理所选' }).isDisabled()).toBe(true);
      await other.uncheck();
      expect(await page.getByRole('button', { name: '一并办理所选' }).isDisabled()).toBe(false);
      await page.context().close();
    });

    test('a screen that is no longer true tells what changed and keeps every word', async () => {
      const { id, number } = await awaitingProposal(site.kit, `${way}:门禁维修`);
      const path = `/desk/cases/${encodeURIComponent(number)}`;
      const slow = await walker(site, 'li-xiaoming', { script });
      await slow.go(`${path}?act=proposal.decline`);
      await slow.choose('事由', /与政府项目重复|重复/);
      await slow.fill('说明', '与街道今年的门禁改造重复,预计年内开工,请等待统一安排。');
      const quick = await walker(site, 'zhang-ting', { script });
      await quick.go(`${path}?act=proposal.accept`);
      await quick.press('受理');
      await quick.see('已办好');
      await slow.press('不予立案');
      await slow.see(/事项已变为“已受理/);
      expect(await slow.page.getByLabel('说明').inputValue()).toContain('预计年内开工');
      expect(await recordedOn(site.kit, id)).not.toContain('proposal.decline');
      // Sent again knowingly it is given, or refused for a reason of its own: never silently lost.
      await slow.press('不予立案');
      await slow.see('已办好');
      for (const { page } of [slow, quick]) await page.context().close();
    });
  });
});
