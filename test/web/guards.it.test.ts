import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiKit, startApiKit } from '../api/support/api-kit.ts';
import { startBody } from '../api/support/forms.ts';
import { formsIn, visitorAt } from './support/visitor.ts';

let kit: ApiKit;

beforeAll(async () => {
  kit = await startApiKit('web-guards', { hosts: ['bihuan.example'] });
});

afterAll(async () => {
  await kit?.[Symbol.asyncDispose]();
});

/** `fetch` does not let a program choose the name it asks for. */
function askAs(host: string, path: string): Promise<number> {
  const { port } = new URL(kit.url);
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('names', () => {
  test.each([
    ['127.0.0.1:3000', 200],
    ['localhost', 200],
    ['bihuan.example', 200],
    ['evil.example', 421],
    ['127.0.0.1.evil.example', 421],
  ])('asked for as %s a page answers %i', async (host, status) => {
    expect(await askAs(host, '/items')).toBe(status);
    expect(await askAs(host, '/api/orgs')).toBe(status);
  });

  test('a probe is answered under every name', async () => {
    expect(await askAs('10.0.0.7:3000', '/health/live')).toBe(200);
  });
});

describe('a form', () => {
  const foreign = {
    accept: 'text/html',
    'content-type': 'application/x-www-form-urlencoded',
    'sec-fetch-site': 'cross-site',
  };

  test.each(['/me/preferences', '/propose', '/desk/bulk'])(
    'that another site sent to %s is not kept for one click',
    async (path) => {
      const answer = await fetch(`${kit.url}${path}`, {
        method: 'POST',
        headers: foreign,
        body: 'email=evil%40evil.example',
      });
      const html = await answer.text();
      expect([answer.status, html.includes('evil@evil.example')]).toEqual([401, false]);
      expect(formsIn(html).filter(({ action }) => action.startsWith(path))).toEqual([]);
    },
  );

  test('that names nobody is in nobody’s name', async () => {
    const liu = visitorAt(kit.url);
    await liu.signIn('liu-guilan');
    const page = await liu.open('/propose');
    expect((await liu.send(page, '/propose', { '@by': '', '@go': 'next' })).status).toBe(403);
  });

  test('with a null byte is told, and breaks nothing', async () => {
    const li = visitorAt(kit.url);
    await li.signIn('li-xiaoming');
    expect((await li.post('/desk/bulk', [['case', '\u0000']])).status).toBe(200);
    const view: [string, string][] = [
      ['page', 'desk'],
      ['name', 'a\u0000b'],
      ['query', ''],
      ['back', '/desk'],
    ];
    expect((await li.post('/views', view)).status).toBe(422);
  });
});

describe('the way back', () => {
  test('is an address of this house that a header can hold', async () => {
    const someone = visitorAt(kit.url);
    const answer = await someone.post(
      '/sign-in',
      [
        ['person', 'liu-guilan'],
        ['next', '/items?q=社区'],
      ],
      false,
    );
    expect([answer.status, answer.path]).toEqual([303, '/items?q=%E7%A4%BE%E5%8C%BA']);
    const missing = await fetch(`${kit.url}//evil.example/x`, { headers: { accept: 'text/html' } });
    expect([missing.status, (await missing.text()).includes('//evil.example')]).toEqual([404, false]);
  });

  test('shows nothing after signing out: pages of a person are kept nowhere', async () => {
    const li = visitorAt(kit.url);
    await li.signIn('li-xiaoming');
    const cookie = `bihuan_session=${li.cookies.get('bihuan_session')}`;
    for (const path of ['/desk', '/me', '/api/me']) {
      const answer = await fetch(`${kit.url}${path}`, { headers: { cookie } });
      expect([path, answer.headers.get('cache-control')]).toEqual([path, 'no-store']);
    }
    const out = await fetch(`${kit.url}/sign-out`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', cookie },
    });
    expect(out.headers.get('clear-site-data')).toContain('storage');
  });
});

test('similar items are found by what is shown, never by a name that was taken out', async () => {
  const liu = await kit.as('liu-guilan');
  const { body } = await liu.start(startBody({ form: { title: '请刘桂兰牵头修缮长椅', consentToName: false } }));
  await liu.give(body.id, 'proposal.publish', {});
  const similar = async (title: string) =>
    (await kit.anonymous.get(`/api/items/similar?org=${body.org}&title=${encodeURIComponent(title)}`)).body.items;
  expect(await similar('修缮长椅')).toHaveLength(1);
  expect(await similar('桂')).toEqual([]);
});
