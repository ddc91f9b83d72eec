import { describe, expect, test } from 'vitest';
import { printPaper } from '../../api/papers/print-paper.ts';
import type { Paper } from '../../processes/kernel/paper.ts';
import { narrow, readPdf } from './support/read-pdf.ts';

const paragraph =
  '经核对,该任务不在《朝阳区社区公共服务事项清单》之内;联系人:龚䶮,面积120㎡,见第①项及 https://www.example.cn/a/very/long/address/that/goes/on?and=on&over=the#edge。';

function paper(changes: Partial<Paper> = {}): Paper {
  return {
    title: '拒绝办理告知书',
    number: '安贞西里拒字〔2026〕3号',
    addressee: '朝阳区民政局',
    blocks: [
      { kind: 'paragraph', text: paragraph },
      {
        kind: 'table',
        rows: [
          ['任务名称', '高龄老人信息核查'],
          ['要求', '2026年12月1日前完成全部入户核查并上报统计台账,逾期纳入季度考核扣分'],
        ],
      },
      { kind: 'heading', text: '依据' },
      { kind: 'list', items: ['未列入清单;', '未签订协议。'] },
    ],
    issuer: '朝阳区安贞街道安贞西里社区居民委员会',
    date: '2026-11-04',
    ...changes,
  };
}

describe('a printed paper', () => {
  test('holds every word of it to be selected, rare characters and all', async () => {
    const { text, pages, info, tagged } = await readPdf(await printPaper(paper()));
    expect(pages).toHaveLength(1);
    expect(narrow(text)).toBe(
      narrow(
        `安贞西里拒字〔2026〕3号拒绝办理告知书朝阳区民政局:${paragraph}任务名称高龄老人信息核查要求2026年12月1日前完成全部入户核查并上报统计台账,逾期纳入季度考核扣分依据(一)未列入清单;(二)未签订协议。朝阳区安贞街道安贞西里社区居民委员会2026年11月4日`,
      ),
    );
    expect(text).toContain('联系人\uff1a龚䶮\uff0c面积120㎡\uff0c见第①项');
    expect(tagged).toBe(true);
    expect(info).toMatchObject({
      Language: 'zh-CN',
      Title: '拒绝办理告知书 安贞西里拒字〔2026〕3号',
      Author: '朝阳区安贞街道安贞西里社区居民委员会',
      Producer: 'Bihuan',
      // The beginning of that day in Beijing.
      CreationDate: 'D:20261103160000Z',
    });
  });

  test('is small, because of the fonts only what it needs is in it, and comes out the same each time', async () => {
    const once = await printPaper(paper());
    expect(once.length).toBeLessThan(60_000);
    const { fonts } = await readPdf(once);
    expect(fonts).toHaveLength(2);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+NotoSansSC/);
    expect((await printPaper(paper())).equals(once)).toBe(true);
    expect((await printPaper(paper({ date: '2026-11-05' }))).equals(once)).toBe(false);
  });

  test('of many pages keeps its words, its page numbers and its signature in company', async () => {
    const blocks: Paper['blocks'] = Array.from({ length: 120 }, (_, index) => ({
      kind: 'paragraph',
      text: `${index + 1}、${paragraph}`,
    }));
    const { text, pages } = await readPdf(await printPaper(paper({ blocks })));
    expect(pages.length).toBeGreaterThanOrEqual(20);
    expect(narrow(text)).toContain(narrow(blocks.map((block) => 'text' in block && block.text).join('')));
    for (const [index, page] of pages.entries()) expect(page).toContain(`— ${index + 1} —`);
    // Two lines of text, issuer, date, number of the page.
    expect(pages.at(-1)?.length).toBeGreaterThanOrEqual(5);
    const lines = pages.flat();
    expect(lines.filter((line) => /^[,。;:、”》)\uff0c\uff1b\uff1a\uff09]/.test(line))).toEqual([]);
  });

  test('has a table that goes on over pages', async () => {
    const rows = Array.from({ length: 80 }, (_, index) => [`第${index + 1}项`, '入户核查'.repeat(12)] as const);
    const { text, pages } = await readPdf(await printPaper(paper({ blocks: [{ kind: 'table', rows }] })));
    expect(pages.length).toBeGreaterThan(4);
    for (const [label] of rows) expect(text).toContain(label);
    expect(text.match(/入户核查/g)).toHaveLength(80 * 12);
  });

  test('names what the font lacks, and says of a drill that it is one', async () => {
    const strange = paper({ addressee: '𠮷野', blocks: [{ kind: 'paragraph', text: '收悉' }] });
    const { text, info } = await readPdf(await printPaper(strange, { drill: true }));
    expect(text).toContain('〓野\uff1a');
    expect(text).toContain('依次为U+20BB7。');
    expect(text).toContain('\uff08演练文书\uff0c不具效力\uff09');
    expect(info['Title']).toMatch(/^\uff08演练文书/);
  });

  test('of next to nothing is a page with number, title, issuer and date', async () => {
    const { text } = await readPdf(await printPaper(paper({ addressee: null, blocks: [] })));
    expect(text).toBe('安贞西里拒字〔2026〕3号拒绝办理告知书朝阳区安贞街道安贞西里社区居民委员会2026年11月4日');
  });
});
