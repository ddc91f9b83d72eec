import { afterAll, beforeAll, test } from 'vitest';
import { listedBefore } from '../../../tools/demo/admission-steps.ts';
import { daysOf } from '../../../tools/demo/play.ts';
import { ANZHENXILI } from '../../api/support/forms.ts';
import { describeInBrowser } from '../support/chromium.ts';
import { type Site, startSite } from '../support/site.ts';
import { eitherWay, reloadUntil, walker } from './support/walkers.ts';

/** An item of the list that costs money which has not come. */
async function unpaidItem(site: Site, code: string): Promise<string> {
  const days = daysOf();
  const told = listedBefore({
    code,
    name: `${code}燃气安全使用提示`,
    department: '区城市管理委',
    acts: ['educate', 'helpHouseholdVisits'],
    hoursPerMonth: 16,
  })(days);
  const plan = [{ from: days.in(-30), until: days.in(300), amountYuan: 24_000 }];
  const form = { ...told, money: { needed: true, source: '区城市管理委部门预算', payment: '一次拨付', plan } };
  const meeting = await site.kit.as('luo-min');
  const { status, body } = await meeting.start({ process: 'service-item-admission', org: 'chaoyang', form });
  if (status !== 201) throw new Error(`item: ${status} ${JSON.stringify(body)}`);
  return String(body.number);
}

describeInBrowser('a task passes the gates, or does not', () => {
  let site: Site;

  beforeAll(async () => {
    site = await startSite('journeys-gates');
  });

  afterAll(async () => {
    await site?.[Symbol.asyncDispose]();
  });

  eitherWay('%s', (_way, script) => {
    test('closed for want of money with its reason; open once the money is confirmed', async () => {
      const code = script ? 'CG-2026-101' : 'CG-2026-102';
      const item = await unpaidItem(site, code);
      const days = daysOf();
      const department = await walker(site, 'tang-rui', { script });
      const { go, fill, tick, choose, press, see, within } = department;
      await go(`/desk/new?process=dispatch&org=${ANZHENXILI}`);
      await fill('事项编码', code);
      await fill('任务名称', `燃气安全使用入户提示(${code})`);
      await fill('下派单位', '区城市管理委');
      await fill('任务要求', '协助张贴提示,陪同入户讲解燃气安全常识。');
      await tick('宣传教育');
      await fill('起始日期', days.today);
      await fill('截止日期', days.in(40));
      await fill('每月工时', '10');
      await fill('办理标准和流程', '燃气公司人员主讲,社区只陪同,不填表。');
      await within('联系人').fill('姓名', '唐锐');
      await within('联系人').fill('电话', '010-65090001');
      await choose('主体责任单位', '下派单位');
      await fill('主体责任说明', '检查和处置由部门负责,社区只陪同。');
      await press('下派任务');
      await see('已办好');
      await see(/× 未开的关:.*经费/);
      const path = department.page.url();

      const finance = await walker(site, 'jin-hai', { script });
      await finance.go(`/desk/cases/${encodeURIComponent(item)}?act=funds.confirm`);
      await finance.fill('到位金额', '24000');
      await finance.fill('凭证号', '拨款2026第0700号');
      await finance.press('确认经费到位');
      await finance.see('已办好');

      await go(path);
      await department.follow('重新核对关口');
      await press('重新核对关口');
      await see('已办好');
      await reloadUntil(department, '待社区答复');
      await department.missing('× 未开');
      for (const { page } of [department, finance]) await page.context().close();
    });
  });
});
