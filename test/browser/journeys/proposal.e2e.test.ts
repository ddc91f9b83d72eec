import { afterAll, beforeAll, expect, test } from 'vitest';
import { daysOf } from '../../../tools/demo/play.ts';
import { bicycleShed } from '../../../tools/demo/resident-proposal.ts';
import { describeInBrowser } from '../support/chromium.ts';
import type { Journey } from '../support/journey.ts';
import { type Site, startSite } from '../support/site.ts';
import { caseNow, neighbours, openProposal, playOn } from './support/cases.ts';
import { eitherWay, numberOn, walker } from './support/walkers.ts';

const told = bicycleShed();

describeInBrowser('a proposal goes its whole way', () => {
  let site: Site;

  beforeAll(async () => {
    site = await startSite('journeys-proposal');
  });

  afterAll(async () => {
    await site?.[Symbol.asyncDispose]();
  });

  eitherWay('%s', (way, script) => {
    const title = `${way}:12号楼自行车棚顶棚维修`;

    test('from a resident’s phone by way of the neighbours to the plan', async () => {
      const liu = await walker(site, 'liu-guilan', { screen: 'phone', script });
      await propose(liu, title);
      await liu.see('已办好');
      const number = numberOn(liu);
      await liu.follow('公开征集附议');
      await liu.press('公开征集附议');
      await liu.see('已办好');
      const path = `/items/${encodeURIComponent(number)}`;

      for (const [index, person] of neighbours.entries()) {
        const { page, go, follow, choose, fill, press, see } = await walker(site, person, { screen: 'phone', script });
        await go('/items');
        await follow(new RegExp(title));
        await follow('附议');
        await choose('附议方式', '家庭户');
        await fill('户', `12号楼${index + 1}单元101`);
        await fill('楼号', '12号楼');
        await press('附议');
        await see('已办好');
        await page.context().close();
      }

      const li = await walker(site, 'li-xiaoming', { script });
      await li.go('/desk');
      await li.at(number).follow(/受理/);
      await li.fill('备注', '材料齐全,予以受理。');
      await li.press('受理');
      await li.see('已办好');

      const ma = await walker(site, 'ma-guoqiang', { script });
      await ma.go('/desk');
      await ma.at(number).follow(/立案/);
      await ma.press('立案');
      await ma.see('已办好');

      await li.go('/desk');
      await li.at(number).follow(/方案/);
      await writePlan(li);
      await li.see('已办好');

      await liu.go(path);
      await liu.see(/方案公示中/);
      await liu.see('车棚不漏雨,新增12个充电位。');
      for (const { page } of [liu, li, ma]) await page.context().close();
    });

    test('from an opinion on the plan to the evaluation by four residents', async () => {
      const opened = await openProposal(site.kit, `${title}(演练)`, true);
      const { id, number } = await playOn(site.kit, opened, { before: 'notice.object' });
      const path = `/items/${encodeURIComponent(number)}`;
      const zheng = await walker(site, 'zheng-wen', { screen: 'phone', script });
      await zheng.go(path);
      await zheng.follow('提出意见');
      await zheng.fill('意见', '充电桩离一层住户窗户太近,请再往东移两米。');
      await zheng.press('提出意见');
      await zheng.see('已办好');
      await zheng.page.context().close();

      // The time of the public notice passes by the form on the page.
      const li = await walker(site, 'li-xiaoming', { script });
      await li.go(`/desk/cases/${encodeURIComponent(number)}`);
      for (let week = 0; week < 3; week += 1) {
        await li.choose('把它的时钟快进', '7天');
        await li.press('快进');
      }
      await li.page.context().close();
      const now = await caseNow(site.kit, 'li-xiaoming', id);
      await playOn(site.kit, now, { from: 'deliberation.record', before: 'evaluation.give' });

      for (const person of ['liu-guilan', ...neighbours.slice(0, 3)]) {
        const { page, go, follow, choose, fill, press, see } = await walker(site, person, { screen: 'phone', script });
        await go(path);
        await follow('评价');
        await choose('评价', '非常满意');
        await fill('意见', '不漏了,充电也方便。');
        await choose('是否实名', '是');
        await press('评价');
        await see('已办好');
        await page.context().close();
      }
      const evaluated = await caseNow(site.kit, 'li-xiaoming', id);
      expect(JSON.stringify(evaluated.sections)).toContain('"text":"4人"');
    });
  });
});

/** The four steps, with the buttons of the page. */
async function propose({ go, fill, choose, press, see }: Journey, title: string): Promise<void> {
  await go('/propose');
  await fill('标题', title);
  await choose('类别', '公共设施');
  await fill('小区', told.place.estate);
  await fill('楼院', '12号楼');
  await press('下一步');
  await fill('问题与原因', told.problem);
  await fill('建议做法', told.suggestion);
  await fill('期望效果', told.expectedEffect);
  await fill('户数', '96');
  await fill('人数', '240');
  await choose('是否需要资金', '是');
  await fill('估算', '38000');
  await choose('资金来源', '社区公益事业专项');
  await press('下一步');
  await fill('联系电话', '13800000001');
  await choose('身份类别', '户籍居民');
  await fill('楼号', '12号楼');
  await choose('是否愿意参与实施', '是');
  await choose('是否同意公开姓名', '是');
  await press('下一步');
  await see('看一遍,提交');
  await see(told.suggestion);
  await press('提交');
}

/** The largest form that there is, lists and all. */
async function writePlan({ fill, choose, press, within }: Journey): Promise<void> {
  const days = daysOf();
  await fill('目标', '车棚不漏雨,新增12个充电位。');
  await fill('办法', '更换顶棚,敷设专线,安装充电桩。');
  await fill('步骤', '拆除、加固、换顶、布线、安装、调试。');
  await fill('计划', '自资金到位之日起六周完成。');
  await fill('保障', '居务监督委员会全程监督。');
  await within('牵头人').fill('姓名', '李晓明');
  await press('添加一项:参与方');
  await fill('参与方(第1项)', '居民志愿队');
  await within('实施方').fill('名称', '安居维修队');
  await press('添加一项:人员账号');
  await fill('人员账号(第1项)', '冯刚');
  await press('添加一项:里程碑');
  await within('里程碑(第1项)').fill('名称', '顶棚更换');
  await within('里程碑(第1项)').fill('计划日期', days.in(30));
  await press('添加一项:预算明细');
  await within('预算明细(第1项)').fill('项目', '材料与人工');
  await within('预算明细(第1项)').fill('金额', '38000');
  await within('预算明细(第1项)').choose('资金来源', '社区公益事业专项');
  await fill('产权', '公共用地,无争议');
  await fill('消防', '已咨询消防');
  await fill('规划', '不新增建筑');
  await fill('物业合同', '不在物业合同范围');
  await fill('风险', '雨季施工。');
  await fill('责任方', '物业服务中心');
  await fill('期限(月)', '24');
  await fill('征求意见情况', '入户征求意见96户,同意91户。');
  await choose('决定机构', '居民议事厅');
  await choose('难易', '一般');
  await press('提交方案');
}
