import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Kept, keep, keepMore, type Line } from '../support/keeping-steps.ts';
import { type ApiKit, startApiKit } from './support/api-kit.ts';

const DISTRICT = 'chaoyang';
const ANZHENXILI = 'chaoyang.anzhen.anzhenxili';
const WANGJINGHUAYUAN = 'chaoyang.wangjing.wangjinghuayuan';

let kit: ApiKit;
let first: Kept;
let second: Kept;

const item = (key: string, day: string, value: object | null): Line => ({
  register: 'itemList',
  key,
  day,
  value: value && { code: key, ...value },
});

beforeAll(async () => {
  kit = await startApiKit('registers');
  const { database } = kit;
  first = await keep(database, {
    id: 'admission-1',
    org: DISTRICT,
    on: '2026-09-01',
    lines: [item('A-1', '2026-10-01', { name: '=高龄走访', hours: 8, acts: ['联系居民', '协助入户'] })],
  });
  second = await keep(database, {
    id: 'admission-2',
    org: DISTRICT,
    on: '2026-09-08',
    lines: [item('A-2', '2026-09-08', { name: '垃圾分类宣传', hours: 4, acts: [] })],
  });
  await keepMore(database, first, {
    on: '2026-10-20',
    lines: [item('A-1', '2026-11-01', { name: '=高龄走访', hours: 6, acts: ['联系居民'] })],
  });
  await keepMore(database, second, { on: '2026-10-30', lines: [item('A-2', '2026-11-15', null)] });
  const drilled = [item('DRILL', '2026-09-01', { name: '演练' })];
  await keep(database, { id: 'drill', org: DISTRICT, on: '2026-09-01', lines: drilled, drill: true });
  for (const [id, org] of [
    ['refusal-1', ANZHENXILI],
    ['refusal-2', WANGJINGHUAYUAN],
  ] as const) {
    const lines = [
      { register: 'aroundTheList', key: id, day: '2026-10-10', value: { title: '临时报表', unit: '区某局' } },
    ];
    await keep(database, { id, org, on: '2026-10-10', lines });
  }
});

afterAll(async () => {
  await kit?.[Symbol.asyncDispose]();
});

const get = async (path: string, language = 'zh-CN') =>
  await kit.anonymous.get(`/api/registers${path}`, { headers: { 'accept-language': language } });
const keysOf = (body: { items: { key: string }[] }) => body.items.map(({ key }) => key);
const list = async (query: string) => (await get(`/itemList?org=${DISTRICT}${query}`)).body;

describe('everybody reads', () => {
  test('which registers there are and where they are kept', async () => {
    const { status, body } = await get('');
    expect(status).toBe(200);
    expect(body).toContainEqual({
      register: 'itemList',
      title: 'itemList',
      keptAt: [{ org: DISTRICT, orgText: '朝阳区', entries: 4 }],
    });
    const around = body.find(({ register }: { register: string }) => register === 'aroundTheList');
    expect(around.keptAt.map(({ org }: { org: string }) => org)).toEqual([ANZHENXILI, WANGJINGHUAYUAN]);
  });

  test('what stood on any day, each line with its case', async () => {
    expect(keysOf(await list('&on=2026-09-07'))).toEqual([]);
    expect(keysOf(await list('&on=2026-09-08'))).toEqual(['A-2']);
    expect(keysOf(await list('&on=2026-11-14'))).toEqual(['A-1', 'A-2']);
    const body = await list('&on=2026-11-15');
    expect(body).toMatchObject({ on: '2026-11-15', version: null, complete: true, orgText: '朝阳区' });
    expect(body.items).toEqual([
      {
        key: 'A-1',
        org: DISTRICT,
        orgText: '朝阳区',
        from: '2026-11-01',
        caseId: 'admission-1',
        caseNumber: first.number,
        at: '2026-10-20T12:00:00+08:00',
        value: { code: 'A-1', name: '=高龄走访', hours: 6, acts: ['联系居民'] },
      },
    ]);
  });

  test('a version shows what was known then, on the day from which all of it holds', async () => {
    const one = await list('&version=1');
    expect(one).toMatchObject({ on: '2026-10-01', version: { version: 1, caseNumber: first.number } });
    expect(keysOf(one)).toEqual(['A-1']);
    const three = await list('&version=3');
    expect(three.on).toBe('2026-11-01');
    expect(three.items.map((line: { value: { hours: number } }) => line.value.hours)).toEqual([6, 4]);
    // Version 3 did not know yet that the second item would be taken off.
    expect(keysOf(await list('&version=3&on=2026-12-01'))).toEqual(['A-1', 'A-2']);
    expect(keysOf(await list('&version=4&on=2026-12-01'))).toEqual(['A-1']);
  });

  test('every change with the case that made it', async () => {
    const { body } = await get(`/itemList/versions?org=${DISTRICT}`);
    expect(
      body.items.map(({ version, caseNumber, changes }: { version: number; caseNumber: string; changes: object[] }) => [
        version,
        caseNumber,
        changes.length,
      ]),
    ).toEqual([
      [1, first.number, 1],
      [2, second.number, 1],
      [3, first.number, 1],
      [4, second.number, 1],
    ]);
    expect(body.items[3].changes).toEqual([{ key: 'A-2', day: '2026-11-15', removed: true, value: null }]);
  });

  test('what differs between two days', async () => {
    const { body } = await get(`/itemList/changes?org=${DISTRICT}&from=2026-09-30&to=2026-11-20`);
    expect([keysOf({ items: body.added }), keysOf({ items: body.removed }), body.changed]).toEqual([
      ['A-1'],
      ['A-2'],
      [],
    ]);
    const later = (await get(`/itemList/changes?org=${DISTRICT}&from=2026-10-01&to=2026-11-01`)).body;
    expect([later.added, later.removed]).toEqual([[], []]);
    expect(later.changed).toMatchObject([
      {
        key: 'A-1',
        fields: [
          { field: 'acts', before: ['联系居民', '协助入户'], after: ['联系居民'] },
          { field: 'hours', before: 8, after: 6 },
        ],
      },
    ]);
  });

  test('who asks for a community finds the list of its district, and with `below` all that lies below', async () => {
    expect((await get(`/itemList?org=${ANZHENXILI}&on=2026-11-14`)).body).toMatchObject({
      org: DISTRICT,
      items: [{}, {}],
    });
    expect(keysOf((await get(`/aroundTheList?org=${ANZHENXILI}`)).body)).toEqual(['refusal-1']);
    expect(keysOf((await get(`/aroundTheList?org=${DISTRICT}`)).body)).toEqual([]);
    const all = (await get(`/aroundTheList?org=${DISTRICT}&below=true`)).body;
    expect(all.items.map(({ orgText }: { orgText: string }) => orgText)).toEqual(['安贞西里社区', '望京花园社区']);
  });
});

describe('as a table', () => {
  test('CSV: with its mark, named after the register, and nothing in it that runs', async () => {
    const { status, headers, body } = await get(`/itemList/export?org=${DISTRICT}&on=2026-11-14&format=csv`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toContain(
      `filename*=UTF-8''${encodeURIComponent('itemList-朝阳区-2026-11-14.csv')}`,
    );
    // fetch takes the mark off when it decodes.
    expect(body.replace(/^\uFEFF/, '').split('\r\n')).toEqual([
      '登记项,单位,acts,code,hours,name,起始日,办理事项编号',
      `A-1,朝阳区,联系居民,A-1,6,'=高龄走访,2026-11-01,${first.number}`,
      `A-2,朝阳区,,A-2,4,垃圾分类宣传,2026-09-08,${second.number}`,
      '',
    ]);
    const raw = await fetch(new URL(`/api/registers/itemList/export?org=${DISTRICT}&format=csv`, kit.url));
    expect([...new Uint8Array(await raw.arrayBuffer())].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
  });

  test('xlsx, with titles from the process that keeps the register', async () => {
    const path = `/api/registers/aroundTheList/export?org=${DISTRICT}&below=true`;
    const answer = await fetch(new URL(path, kit.url), { headers: { 'accept-language': 'zh-CN' } });
    expect(answer.headers.get('content-type')).toContain('spreadsheetml.sheet');
    const [headings, ...rows] = await readSheet(Buffer.from(await answer.arrayBuffer()));
    expect(headings?.slice(0, 4)).toEqual(['登记项', '单位', '任务', '要求单位']);
    expect(rows.map((row) => row.slice(0, 4))).toEqual([
      ['refusal-1', '安贞西里社区', '临时报表', '区某局'],
      ['refusal-2', '望京花园社区', '临时报表', '区某局'],
    ]);
  });
});

describe('what cannot be asked', () => {
  test.each([
    ['/nothing?org=chaoyang', 404, 'register.unknown'],
    ['/__proto__?org=chaoyang', 404, 'register.unknown'],
    ['/itemList?org=haidian', 404, 'register.orgUnknown'],
    ['/itemList', 400, 'query.invalid'],
    ['/itemList?org=chaoyang&on=2026-02-30', 400, 'query.invalid'],
    ['/itemList?org=chaoyang&on=heute', 400, 'query.invalid'],
    ['/itemList?org=chaoyang&version=0', 400, 'query.invalid'],
    ['/itemList?org=chaoyang&version=99', 404, 'register.versionUnknown'],
    ['/aroundTheList?org=chaoyang.cuigezhuang&version=1', 404, 'register.noVersion'],
    ['/itemList?org=chaoyang&other=1', 400, 'query.invalid'],
    ['/itemList/changes?org=chaoyang&from=2026-10-02&to=2026-10-01', 400, 'register.datesReversed'],
    ['/itemList/export?org=chaoyang&format=pdf', 400, 'query.invalid'],
  ])('%s', async (path, status, code) => {
    const answer = await get(path);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
    expect(answer.body.title).not.toContain('{');
    expect((await get(path, 'en')).body.detail).not.toMatch(/[{\p{Script=Han}]/u);
  });
});
