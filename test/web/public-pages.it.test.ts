import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { processes } from '../../processes/index.ts';
import { bicycleShed } from '../../tools/demo/resident-proposal.ts';
import { type ApiKit, startApiKit } from '../api/support/api-kit.ts';
import type { Caller } from '../api/support/caller.ts';
import { ANZHENXILI } from '../api/support/forms.ts';

let kit: ApiKit;
let receipt: string;
let number: string;

const accept = { headers: { accept: 'text/html' } };
const page = async (path: string, caller: Caller = kit.anonymous) => {
  const { status, body, headers } = await caller.get(path, accept);
  return { status, text: String(body), headers };
};

beforeAll(async () => {
  kit = await startApiKit('public-pages');
  const liu = await kit.as('liu-guilan');
  const { body } = await liu.start({ process: 'resident-proposal', org: ANZHENXILI, form: bicycleShed() });
  ({ receipt, number } = await liu.give(body.id, 'proposal.publish', {}));
});

afterAll(async () => {
  await kit?.[Symbol.asyncDispose]();
});

describe('pages for everybody', () => {
  test('stand in both languages, with one heading and nothing left unsaid', async () => {
    const paths = [
      '/help',
      '/about',
      '/receipts',
      `/receipts/${receipt}`,
      '/processes',
      ...processes.map(({ rules }) => `/processes/${rules.id}`),
      '/docs',
      ...processes.map(({ rules }) => `/docs?tag=${rules.id}`),
      '/registers',
    ];
    for (const path of paths) {
      for (const lang of ['zh-CN', 'en']) {
        const { status, text } = await page(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
        expect([path, lang, status]).toEqual([path, lang, 200]);
        expect([path, text.match(/<h1/g)?.length]).toEqual([path, 1]);
        expect(text).toContain(`<html lang="${lang}"`);
        const words = text.replaceAll(
          /<code>[^<]*<\/code>|data-props="[^"]*"|<textarea[\s\S]*?<\/textarea>|action="[^"]*"/g,
          '',
        );
        expect([
          path,
          (path.startsWith('/docs') ? /\[object Object\]/ : /\bundefined\b|\[object Object\]|\{\w+\}/).exec(words)?.[0],
        ]).toEqual([path, undefined]);
        expect([path, /<script(?! type="module" src=)| style="|onerror=/.exec(text)?.[0]]).toEqual([path, undefined]);
      }
    }
  });

  test('say what to do in an emergency, and who sees what', async () => {
    const { text } = await page('/help');
    for (const line of ['tel:110', 'tel:119', 'tel:120', 'tel:12345']) expect(text).toContain(line);
    expect(text).not.toContain('id="keys"');
    expect((await page('/help', await kit.as('li-xiaoming'))).text).toContain('id="keys"');
    expect((await page('/about')).text).toContain('谁都看得到');
  });

  test('of old addresses lead on', async () => {
    const { status, headers } = await page('/readme');
    expect([status, headers.get('location')]).toEqual([308, '/about']);
  });
});

describe('receipts', () => {
  test('are found in whatever was pasted', async () => {
    for (const typed of [
      receipt,
      ` ${receipt.toUpperCase()} `,
      `http://x/receipts/${receipt}?lang=en`,
      receipt.replace(/(.{8})/g, '$1 '),
    ]) {
      const { status, headers } = await page(`/receipts?receipt=${encodeURIComponent(typed)}`);
      expect([typed, status, headers.get('location')]).toEqual([typed, 303, `/receipts/${receipt}`]);
    }
    const { status, text } = await page('/receipts?receipt=abc%3Cb%3E');
    expect(status).toBe(422);
    expect(text).toContain('这里没有找到回执号');
    expect(text).toContain('value="abc&lt;b>"');
  });

  test('say in three sentences what they prove', async () => {
    const { text } = await page(`/receipts/${receipt}`);
    expect(text).toContain('回执有效');
    expect(text).toContain(`<strong>${number}</strong>`);
    for (const words of ['月', '没有一处被改动过', '这一步现在有效']) expect(text).toContain(words);
    expect(text).toContain(`href="/items/${encodeURIComponent(number)}"`);
  });

  test('that nobody gave lead back to the box', async () => {
    const { status, text } = await page(`/receipts/${'0'.repeat(64)}`);
    expect(status).toBe(404);
    expect(text).toContain('没有这个回执');
    expect(text).toContain('name="receipt"');
  });
});

describe('rules', () => {
  test('are started by who may', async () => {
    const start = 'href="/desk/new?process=resident-proposal"';
    expect((await page('/processes/resident-proposal')).text).not.toContain(start);
    expect((await page('/processes/resident-proposal', await kit.as('li-xiaoming'))).text).toContain(start);
    expect((await page('/processes/nothing')).status).toBe(404);
  });

  test('have a diagram of their own, and colours in words only where the loop has four stages', async () => {
    const { status, headers } = await page('/processes/seal/diagram.svg');
    expect([status, headers.get('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8']);
    expect((await page('/processes/resident-proposal')).text).toContain('蓝:提出提案');
    expect((await page('/processes/seal')).text).not.toContain('蓝:');
  });
});

describe('the interface', () => {
  test('names every operation of its document once', async () => {
    const { body } = await kit.anonymous.get('/openapi.json');
    const texts = (
      await Promise.all(['/docs', ...processes.map(({ rules }) => `/docs?tag=${rules.id}`)].map((path) => page(path)))
    )
      .map(({ text }) => text)
      .join('');
    const missing = Object.keys(body.paths).filter((path) => !texts.includes(`<code>${path}</code>`));
    expect(missing).toEqual([]);
    expect((await page('/docs?tag=nothing')).status).toBe(404);
  });

  test('is no heavier than a page may be', async () => {
    const { text } = await page('/docs');
    expect(brotliCompressSync(text).length).toBeLessThan(100 * 1024);
  });
});
