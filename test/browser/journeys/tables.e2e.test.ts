import { afterAll, beforeAll, expect, test } from 'vitest';
import { dateOf } from '../../../processes/kernel/clock.ts';
import { NEXT_YEAR, THIS_YEAR } from '../../support/rolling-house.ts';
import { describeInBrowser } from '../support/chromium.ts';
import type { Journey } from '../support/journey.ts';
import { type Site, startSite } from '../support/site.ts';
import { eitherWay, reloadUntil, walker } from './support/walkers.ts';

const HEADINGS = '事项编码,事项名称,主管部门,协助动作,法律政策依据,每月工时,是否需要经费,不需要经费的理由,生效日期';
const line = (code: string, hours = '4', from = '2026-01-01') =>
  `${code},高龄老人巡视探访 ${code},区民政局,联系居民、协助入户,北京市居家养老服务条例,${hours},否,走访中一并完成,${from}`;
const tableOf = (...lines: string[]) => [HEADINGS, ...lines].join('\n');

/** Days of an invented notice, in the order of the rows that the form offers by name. */
const holidays = [
  ['01-01', '01-03'],
  ['02-05', '02-11'],
  ['04-03', '04-05'],
  ['05-01', '05-05'],
  ['06-09', '06-11'],
  ['09-15', '09-17'],
  ['10-01', '10-07'],
] as const;

describeInBrowser('tables are taken over, and a year is entered', () => {
  eitherWay('%s', (way, script) => {
    let site: Site;

    // A year is entered once, so each way has a house of its own.
    beforeAll(async () => {
      site = await startSite(`journeys-tables ${way}`, { withoutNextYear: true });
    });

    afterAll(async () => {
      await site?.[Symbol.asyncDispose]();
    });

    test('bad rows are named and nothing is opened; the mended table is taken over', async () => {
      // The same file would be the same cases, and both houses share one engine.
      const code = (n: number) => `MZ-2026-${script ? '3' : '4'}0${n}`;
      const journey = await walker(site, 'luo-min', { script });
      const { page, go, press, see } = journey;
      await go('/admin/import?process=service-item-admission&org=chaoyang');
      await giveTable(journey, tableOf(line(code(1)), line(code(2), '很多'), line(code(3), '4', '明年春天')), script);
      await see(/共2处/);
      await see('很多');
      await see('明年春天');
      const listed = async () =>
        (await (await site.kit.as('luo-min')).get(`/api/cases?process=service-item-admission&q=${code(1)}`)).body.items;
      expect(await listed()).toEqual([]);
      await giveTable(journey, tableOf(line(code(1)), line(code(2)), line(code(3))), script);
      await see(/3行都没有问题/);
      await press(/发起3件/);
      await see(/已发起3件/);
      expect(await listed()).toHaveLength(1);
      await page.context().close();
    });

    test('the notice of a year is entered by one officer and confirmed by another', async () => {
      const luo = await walker(site, 'luo-min', { script });
      await luo.go(`/admin/calendars/${NEXT_YEAR}`);
      const { fill, within, press } = luo;
      await fill('文号', `国办发明电〔${THIS_YEAR}〕1号`);
      await within('通知').fill('标题', `国务院办公厅关于${NEXT_YEAR}年部分节假日安排的通知`);
      await fill('成文日期', dateOf(Date.now()));
      await fill('来源网址', 'https://www.gov.cn/notice');
      for (const [index, [from, to]] of holidays.entries()) {
        const row = within(`放假(第${index + 1}项)`);
        await row.fill('第一天', `${NEXT_YEAR}-${from}`);
        await row.fill('最后一天', `${NEXT_YEAR}-${to}`);
      }
      await press('保存草稿');
      await luo.see('等待另一人放行');
      await luo.see('不能自己放行');

      const other = await walker(site, 'qian-wei', { script });
      await other.go(`/admin/calendars/${NEXT_YEAR}`);
      await other.see(/放行后将移动/);
      await other.press(/^放行第\d+版/);
      await other.see('已放行');
      await other.go(`/calendars/${NEXT_YEAR}`);
      await reloadUntil(other, `国办发明电〔${THIS_YEAR}〕1号`);
      for (const { page } of [luo, other]) await page.context().close();
    });
  });
});

/** As a file where script sends one, else pasted. */
async function giveTable({ page, press }: Journey, table: string, script: boolean): Promise<void> {
  if (script) {
    const file = { name: '清单.csv', mimeType: 'text/csv', buffer: Buffer.from(table) };
    await page.locator('input[type=file]').setInputFiles(file);
    await press('检查文件');
    return;
  }
  await page.locator('textarea#text').fill(table);
  await press(/检查粘贴的内容/);
}
