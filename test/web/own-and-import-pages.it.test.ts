import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CSV, XLSX } from '../../api/media.ts';
import { type ApiKit, startApiKit } from '../api/support/api-kit.ts';
import type { Answer, Caller } from '../api/support/caller.ts';
import { startBody } from '../api/support/forms.ts';
import { xlsx } from '../api/support/tables.ts';

let kit: ApiKit;
let liu: Caller;
let luo: Caller;

beforeAll(async () => {
  kit = await startApiKit('web-own');
  [liu, luo] = await Promise.all([kit.as('liu-guilan'), kit.as('luo-min')]);
});

afterAll(async () => {
  await kit?.[Symbol.asyncDispose]();
});

const open = (caller: Caller, path: string) => caller.get(path, { headers: { accept: 'text/html' } });

describe('the own page', () => {
  test('that is empty says what to do, to residents and to staff, in both languages', async () => {
    const resident = await kit.as('wu-lihua');
    expect((await open(resident, '/me?lang=zh-CN')).body).toContain('您还没有发起过事项');
    expect((await open(resident, '/me?lang=en')).body).toContain('href="/propose"');
    expect((await open(resident, '/me?lang=en&list=followed')).body).toContain('You follow nothing yet');
    expect((await open(await kit.as('zhang-ting'), '/me?lang=zh-CN')).body).toContain('href="/desk/new"');
    expect((await open(kit.anonymous, '/me')).status).toBe(401);
  });

  test('shows what waits, with its act, and each matter with what comes next and the page that fits', async () => {
    const { body: draft } = await liu.start(startBody({ form: { title: '楼道照明灯更换' } }));
    const item = `/items/${encodeURIComponent(draft.number)}`;
    const waiting = (await open(liu, '/me?lang=zh-CN')).body;
    expect(waiting).toContain(`href="${item}?act=`);
    const published = await liu.give(draft.id, 'proposal.publish', {});
    const mine = (await open(liu, '/me?lang=zh-CN')).body;
    expect(mine).toContain(`href="${item}"`);
    expect(mine).toContain(published.next);
    expect(mine).toContain('楼道照明灯更换');
    const neighbour = await kit.as('chen-xiuying');
    expect((await open(neighbour, '/me?list=acted')).body).not.toContain(item);
    await neighbour.give(draft.id, 'proposal.cosign', { as: 'household', household: '1号', building: '3号楼' });
    expect((await open(neighbour, '/me?list=acted')).body).toContain(item);
  });

  test('an unknown list leads to the first; a page that cannot be is told in words', async () => {
    expect((await open(liu, '/me?list=theirs')).status).toBe(200);
    expect((await open(liu, '/notices?unread=perhaps')).status).toBe(200);
    expect((await open(liu, '/notices?cursor=rubbish')).status).toBe(400);
  });
});

describe('a notice', () => {
  test('that is marked leads back to where the eye was, and nowhere outside', async () => {
    await sql`insert into outbox (key, case_id, position, person, drill, notice, values, sent_at)
      values ('own-page', 'no-case', 0, 'liu-guilan', false, 'accepted', '{}', clock_timestamp())`.execute(
      kit.database,
    );
    const { items } = (await liu.get('/api/notices?unread')).body;
    const { id } = items[0];
    expect((await open(liu, '/me')).body).toContain(`id="notice-${id}"`);
    const mark = (back: string) =>
      liu.post(`/notices/${id}/read`, undefined, {
        raw: new URLSearchParams({ back }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
    const there = await mark(`/notices#notice-${id}`);
    expect([there.status, there.headers.get('location')]).toEqual([303, `/notices#notice-${id}`]);
    expect((await mark('//example.org/')).headers.get('location')).toBe('/notices');
  });
});

const HEADINGS = [
  '事项编码',
  '事项名称',
  '主管部门',
  '协助动作',
  '法律政策依据',
  '每月工时',
  '是否需要经费',
  '不需要经费的理由',
  '生效日期',
];
const row = (code: string, hours = '4') => [
  ...[code, `高龄老人巡视探访 ${code}`, '区民政局', '联系居民', '北京市居家养老服务条例', hours, '否'],
  ...['由社区工作者在日常走访中一并完成', '2026-01-01'],
];

describe('taking over a table by page', () => {
  const at = (act: string, lang = 'zh-CN') =>
    `/admin/import?process=service-item-admission&org=chaoyang&act=${act}&lang=${lang}`;
  const paste = (act: string, text: string, lang?: string): Promise<Answer> =>
    luo.post(at(act, lang), undefined, {
      raw: new URLSearchParams({ text }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    });
  const table = (...rows: string[][]) => [HEADINGS, ...rows].map((cells) => cells.join('\t')).join('\r\n');

  test('begins with a template of the headings that are read', async () => {
    const address = '/api/processes/service-item-admission/import/template';
    const { status, headers, body } = await luo.get(`${address}?format=csv`);
    expect([status, headers.get('content-type')]).toEqual([200, `${CSV}; charset=utf-8`]);
    for (const heading of HEADINGS) expect(body).toContain(heading);
    const file = await fetch(new URL(address, kit.url), { headers: await tokenOf('luo-min') });
    expect(file.headers.get('content-type')).toBe(XLSX);
    const parts = unzipSync(new Uint8Array(await file.arrayBuffer()));
    expect(Object.values(parts).some((part) => strFromU8(part).includes('事项编码'))).toBe(true);
    expect((await luo.get('/api/processes/seal/import/template')).body.code).toBe('import.notPossible');
    expect((await luo.get(`${address}?format=doc`)).status).toBe(400);
  });

  test('names every bad cell with line, column, value and remedy, and opens nothing', async () => {
    const wrong = await paste('check', table(row('PG-001', '很多'), row('PG-002'), row('PG-002')));
    expect(wrong.status).toBe(422);
    for (const words of ['每月工时', '很多', '只写数字', 'PG-002', '与第3行重复']) expect(wrong.body).toContain(words);
    expect(wrong.body).not.toContain('data-import-open');
    const english = await paste('check', table(row('PG-001', '很多')), 'en');
    expect(english.body).toContain('Write digits only, such a');
    expect((await paste('check', '')).status).toBe(422);
  });

  test('checks pasted cells, then opens them once, however often it is sent', async () => {
    const text = table(row('PG-011'), row('PG-012'));
    const checked = await paste('check', text);
    expect([checked.status, checked.body.includes('2行都没有问题'), checked.body.includes('发起2件')]).toEqual([
      200,
      true,
      true,
    ]);
    const opened = await paste('open', text);
    expect(opened.body).toContain('已发起2件');
    expect(opened.body.match(/href="\/cases\//g)).toHaveLength(2);
    expect((await paste('open', text)).body).toContain('此前已发起2件');
  });

  test('takes a file as it is', async () => {
    const file = await xlsx([HEADINGS, row('PG-021')].map((cells) => cells.map((value) => ({ value }))));
    const checked = await luo.post(at('check', 'en'), undefined, {
      raw: new Uint8Array(file),
      headers: { 'content-type': XLSX, accept: 'text/html' },
    });
    expect([checked.status, checked.body.includes('All 1 rows are right')]).toEqual([200, true]);
  });

  test('tells whoever may not that there is nothing to take over', async () => {
    expect((await open(liu, '/admin/import?lang=zh-CN')).body).toContain('没有可导入的事项');
    expect((await liu.post(at('open'), undefined, { raw: 'x', headers: { 'content-type': CSV } })).status).toBe(404);
  });
});

async function tokenOf(person: string): Promise<Record<string, string>> {
  const { body } = await kit.anonymous.post('/api/demo/sign-in', { person });
  return { authorization: `Bearer ${body.token}` };
}
