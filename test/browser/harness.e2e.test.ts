import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violationsOf } from './support/axe.ts';
import { createBrowsers, describeInBrowser } from './support/chromium.ts';
import { journeyOn } from './support/journey.ts';
import { computedPaintMs, measuredPaintMs, weigh } from './support/weight.ts';

const FORM = `<form method="post" action="/sent"><h2>提案</h2>
<label>标题(必填)<input name="title"></label>
<fieldset><legend>类别</legend><label><input type="radio" name="kind" value="a">设施</label><label><input type="radio" name="kind" value="b">环境</label></fieldset>
<label>楼号<select name="building"><option value="">—</option><option value="12">12号楼</option></select></label>
<label>日期<input type="date" name="on"></label>
<label><input type="checkbox" name="consent">同意公开姓名</label>
<button>提交</button></form>
<ul><li>甲 <a href="/other">查看</a></li><li>乙 <a href="/sent">查看</a></li></ul>
<details><summary>更多</summary><p>里面</p></details>`;
const frame = (
  content: string,
) => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>页</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css"></head><body><main><h1>页</h1>${content}</main></body></html>`;

describeInBrowser('the browser of the tests', () => {
  const browsers = createBrowsers();
  let server: Server;
  let baseURL: string;

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const sent: string[] = [];
      for await (const chunk of request) sent.push(String(chunk));
      const form = new URLSearchParams(sent.join(''));
      const said = [...form].map(([name, value]) => `${name}=${value}`).join(' ');
      const isStyle = request.url === '/page.css';
      response.setHeader('content-type', isStyle ? 'text/css' : 'text/html; charset=utf-8');
      response.setHeader('content-encoding', 'gzip');
      const page =
        request.url === '/poor'
          ? frame('<img src="/page.css"><p style="color:#eee">淡得看不清的一句话</p>')
          : frame(FORM);
      const bloated = `body{color:black}${'/* much of the same */'.repeat(2_000)}`;
      response.end(gzipSync(isStyle ? bloated : request.url === '/sent' ? frame(`<p>收到 ${said}</p>`) : page));
    }).listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(async () => {
    await browsers[Symbol.asyncDispose]();
    server?.close();
  });

  async function using(run: (context: BrowserContext) => Promise<void>, javaScriptEnabled = true) {
    const context = await (await browsers.of(100)).newContext({ baseURL, javaScriptEnabled });
    context.setDefaultTimeout(10_000);
    try {
      await run(context);
    } finally {
      await context.close();
    }
  }

  test.each([true, false])('walks a journey, with script %s', async (script) => {
    await using(async (context) => {
      const page = await context.newPage();
      const { go, fill, choose, tick, unfold, press, see, missing, at } = journeyOn(page);
      await go('/');
      await fill('标题', '车棚漏雨');
      await choose('类别', '环境');
      await choose('楼号', '12号楼');
      await fill('日期', '2026-12-02');
      await tick('同意公开姓名');
      await missing('里面');
      await unfold('更多');
      await see('里面');
      await press('提交');
      await see('收到 title=车棚漏雨 kind=b building=12 on=2026-12-02 consent=on');
      await go('/');
      await at('乙').follow('查看');
      await see('收到');
      page.setDefaultTimeout(1_000);
      await expect(see('没有的话')).rejects.toThrow(/没有的话 is not to be seen on \/sent:\n.*收到/s);
    }, script);
  });

  test('finds what hinders people, and nothing on a good page', async () => {
    await using(async (context) => {
      const page = await context.newPage();
      await page.goto('/');
      expect(await violationsOf(page)).toEqual([]);
      await page.goto('/poor');
      const found = (await violationsOf(page)).map((line) => line.replace(/:.*/, ''));
      expect(found.sort()).toEqual(['color-contrast (serious)', 'image-alt (critical)']);
    });
  });

  test('weighs what travels, compressed', async () => {
    await using(async (context) => {
      const page = await context.newPage();
      const weighed = await weigh(page);
      await page.goto('/');
      const weight = weighed();
      expect(weight.requests).toBe(2);
      expect(weight.parts.map(({ path }) => path).sort()).toEqual(['/', '/page.css']);
      expect(weight.bytes).toBeLessThan(4_000);
      expect(weight.bytesBeforePaint).toBe(weight.bytes);
      expect(computedPaintMs(weight)).toBeLessThan(600);
      expect(await measuredPaintMs(await context.newPage(), '/')).toBeGreaterThan(300);
    });
  });

  test('has Chinese letters, and text as large as the reader wants', async () => {
    const page = await (await browsers.of(200)).newPage({ javaScriptEnabled: false });
    await page.setContent(
      '<span style="font-family:sans-serif">居</span><span style="font-family:sans-serif">民</span>',
    );
    const [first, second] = await Promise.all([0, 1].map((nth) => page.locator('span').nth(nth).screenshot()));
    // Without a font both would be the same empty box.
    expect(first?.equals(second ?? Buffer.of())).toBe(false);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
  });
});
