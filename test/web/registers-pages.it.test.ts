import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dateOf } from '../../processes/kernel/clock.ts';
import { type ApiKit, startApiKit } from '../api/support/api-kit.ts';
import type { Caller } from '../api/support/caller.ts';
import { ANZHENXILI } from '../api/support/forms.ts';
import { sampleForms } from '../processes/refusal/sample-forms.ts';

let kit: ApiKit;
let worker: Caller;
let refused: { id: string; number: string };

const accept = { headers: { accept: 'text/html' } };
const page = async (path: string, caller: Caller = kit.anonymous) => {
  const { status, body } = await caller.get(path, accept);
  return { status, text: String(body) };
};

beforeAll(async () => {
  kit = await startApiKit('registers-pages');
  worker = await kit.as('li-xiaoming');
});

afterAll(async () => {
  await kit?.[Symbol.asyncDispose]();
});

describe('pages of registers', () => {
  test('that are empty say what will bring something', async () => {
    for (const [lang, words] of [
      ['zh-CN', ['公开登记簿', '清单外派任务登记', '尚无记载']],
      ['en', ['Public registers', 'Nothing yet']],
    ] as const) {
      const { status, text } = await page(`/registers?lang=${lang}`);
      expect(status).toBe(200);
      for (const word of words) expect(text).toContain(word);
    }
    const { status, text } = await page('/registers/aroundTheList', worker);
    expect(status).toBe(200);
    expect(text).toContain('这一天没有内容。可另选日期或单位');
    // The person's own organisation is asked for.
    expect(text).toContain(`<option value="${ANZHENXILI}" selected>安贞西里社区</option>`);
  });

  test('show what a case has put there, by day and by version, to everybody', async () => {
    const form = { ...sampleForms['task.refuse'](Date.now()), title: '报<b>表</b>' };
    const { status, body } = await worker.start({ process: 'refusal', org: ANZHENXILI, form });
    expect([status, body.code]).toEqual([201, undefined]);
    refused = body;
    const today = dateOf(Date.now());
    for (const [caller, lang] of [
      [kit.anonymous, 'zh-CN'],
      [worker, 'en'],
    ] as const) {
      const list = await page(`/registers?lang=${lang}`, caller);
      expect(list.text).toContain(`href="/registers/aroundTheList?org=${ANZHENXILI}"`);
      const { text } = await page(`/registers/aroundTheList?lang=${lang}`, caller);
      expect(text).toContain('报&lt;b>表&lt;/b>');
      // The case is no public one: it is a link only for whoever works here.
      const isLinked = text.includes(`<a href="/cases/${refused.id}" lang="zh-CN">${refused.number}</a>`);
      expect([lang, isLinked, text.includes(refused.number)]).toEqual([lang, caller === worker, true]);
      expect(text).toContain(`value="${today}"`);
      expect(text).toMatch(lang === 'en' ? /Version 1</ : /第1版</);
      expect(text).not.toContain(`>${refused.id}<`);
    }
    expect((await page('/registers/aroundTheList?on=2020-01-01')).text).toContain('这一天没有内容');
    const version = await page(`/registers/aroundTheList?org=${ANZHENXILI}&version=1&lang=en`);
    expect(version.text).toContain('aria-current="true"');
    // The change of language stays on the same version.
    expect(version.text).toContain(`href="/registers/aroundTheList?org=${ANZHENXILI}&amp;version=1&amp;lang=zh-CN"`);
  });

  test('lead to tables that can be taken along', async () => {
    const { text } = await page('/registers/aroundTheList');
    for (const format of ['xlsx', 'csv']) {
      const href = new RegExp(`href="(/api/registers/aroundTheList/export\\?[^"]*format=${format}[^"]*)"`).exec(
        text,
      )?.[1];
      const { status } = await kit.anonymous.get((href ?? '').replaceAll('&amp;', '&'));
      expect([format, status]).toEqual([format, 200]);
    }
  });

  test('of somebody who is signed in are those of his own organisations', async () => {
    const elsewhere = await kit.as('han-xue');
    expect((await page('/registers', elsewhere)).text).not.toContain(`org=${ANZHENXILI}`);
    expect((await page('/registers', await kit.as('wei-ning'))).text).toContain(`org=${ANZHENXILI}`);
  });

  test('compare two days and two versions', async () => {
    const today = dateOf(Date.now());
    for (const query of [`from=2020-01-01&to=${today}`, `from=${today}&to=2020-01-01`]) {
      const { status, text } = await page(`/registers/aroundTheList?org=${ANZHENXILI}&${query}`);
      expect([query, status]).toEqual([query, 200]);
      expect(text).toContain('新增1条,移出0条,变更0条');
      expect(text).toContain('报&lt;b>表&lt;/b>');
    }
    const same = await page(`/registers/aroundTheList?org=${ANZHENXILI}&from=1&to=1&lang=en`);
    expect(same.text).toContain('Nothing differs between the two.');
    const form = await page('/registers/aroundTheList');
    expect(form.text).toContain('比较两天');
  });

  test('find lines by words', async () => {
    const found = await page(`/registers/aroundTheList?q=${encodeURIComponent('报')}`);
    expect(found.text).toContain('共1条');
    const none = await page(`/registers/aroundTheList?q=${encodeURIComponent('没有的')}`);
    expect(none.text).toContain('没有含“没有的”的内容');
  });

  test('of burden show hours a month in words and as bars', async () => {
    const today = dateOf(Date.now());
    const lines = [
      { month: today.slice(0, 7), hours: 12.5 },
      { month: today.slice(0, 7), hours: 4 },
    ];
    for (const [index, { month, hours }] of lines.entries()) {
      const value = JSON.stringify({ month, hours, source: 'dispatch', title: '入户核查', unit: '民政局' });
      await sql`insert into register_entry (case_id, ordinal, register, key, org, drill, at, day, value)
        values (${refused.id}, ${90 + index}, 'burden', ${`${month}:${refused.id}:${index}`}, ${ANZHENXILI}, false, now(),
                ${`${month}-01`}, ${value}::jsonb)`.execute(kit.database);
    }
    const { text } = await page(`/registers/burden?org=${ANZHENXILI}`);
    expect(text).toContain('<h2 id="burden">每月负担</h2>');
    expect(text).toContain(`aria-label="${today.slice(0, 7)} 16.5小时"></progress> 16.5小时`);
    expect(text).toContain('>+16.5</td>');
    expect(text.match(/<progress /g)).toHaveLength(12);
    expect((await page(`/registers/burden?org=${ANZHENXILI}&lang=en`)).text).toContain('16.5 h');
    expect((await page('/registers/aroundTheList')).text).not.toContain('<progress');
  });

  test('hold nothing unescaped, and one heading', async () => {
    for (const path of ['/registers', '/registers/aroundTheList', `/registers/burden?org=${ANZHENXILI}`]) {
      for (const lang of ['zh-CN', 'en']) {
        const { text } = await page(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
        expect(text).toContain(`<html lang="${lang}">`);
        expect(text.match(/<h1/g)).toHaveLength(1);
        expect(text).not.toMatch(/<script(?! type="module" src=)|onerror=|javascript:| style="|<b>/i);
        expect(text).not.toMatch(/undefined|\[object Object\]|\{\w+\}/);
      }
    }
  });

  test('tell in words what cannot be shown', async () => {
    for (const [query, status, words] of [
      ['none', 404, '没有名为“none”的登记簿'],
      ['aroundTheList?org=nowhere', 404, '没有单位“nowhere”'],
      ['aroundTheList?version=99', 404, '没有第99版'],
      ['aroundTheList?on=2026-02-30', 400, '日期'],
      ['aroundTheList?on=', 200, '的内容'],
      ['__proto__', 404, '没有名为'],
    ] as const) {
      const answer = await page(`/registers/${query}`);
      expect([query, answer.status]).toEqual([query, status]);
      expect([query, answer.text.includes(words)]).toEqual([query, true]);
    }
  });
});
