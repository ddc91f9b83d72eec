import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiKit, startApiKit } from '../api/support/api-kit.ts';
import type { Caller } from '../api/support/caller.ts';
import { ANZHENXILI, startBody } from '../api/support/forms.ts';
import { sampleForms } from '../support/sample-forms.ts';

let kit: ApiKit;
let supervisor: Caller;
let officer: Caller;
let operator: Caller;
let late: { id: string; number: string; title: string; receipt: string };
beforeAll(async () => {
  kit = await startApiKit('pages of the board');
  // So that one supporter is enough.
  const setting = {
    process: 'resident-proposal',
    name: 'thresholdPersons',
    source: '街道通知',
    org: 'chaoyang',
    value: 1,
  };
  await kit.database.insertInto('setting').values(setting).execute();
  [supervisor, officer, operator] = await Promise.all([kit.as('shen-yan'), kit.as('luo-min'), kit.as('qian-wei')]);
  const [liu, chen, worker] = await Promise.all([kit.as('liu-guilan'), kit.as('chen-xiuying'), kit.as('zhang-ting')]);
  const { body } = await liu.start(startBody({ drill: true }));
  await liu.give(body.id, 'proposal.publish', {});
  late = await chen.give(body.id, 'proposal.cosign', sampleForms['proposal.cosign'](Date.now()));
  await worker.post(`/api/cases/${body.id}/clock`, { advance: 'P30D' });
});
afterAll(() => kit[Symbol.asyncDispose]());

const pageFor = async (caller: Caller, path: string) => {
  const { status, body } = await caller.get(path, { headers: { accept: 'text/html' } });
  return { status, html: String(body) };
};

/** What a reader sees: no tags, no runs of blanks. */
const words = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('the board', () => {
  test('shows counts as shape, word and number, each leading to its cases', async () => {
    const { status, html } = await pageFor(supervisor, '/board');
    expect(status).toBe(200);
    expect(words(html)).toContain('安贞街道');
    expect(words(html)).toContain('■ 已超期 1');
    const query = new URLSearchParams({ org: ANZHENXILI, process: 'resident-proposal', kind: 'open', light: 'red' });
    expect(html.replaceAll('&amp;', '&')).toContain(`/desk/search?${query}`);
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  test('counts drills behind a switch that is on in the demo, and says what to do where nothing is', async () => {
    expect((await pageFor(supervisor, '/board')).html).toContain('/board?drill=false');
    const { html } = await pageFor(supervisor, '/board?drill=false');
    expect(words(html)).toContain('没有未办结的事项');
    expect(html).toContain('href="/desk/new"');
    expect(html).toContain('/board?drill=true');
  });

  test('offers the views that were saved of it, which hold only what it understands', async () => {
    const save = (query: string) => supervisor.post('/api/views', { page: 'board', name: '安贞', query });
    expect((await save('org=chaoyang.anzhen&drill=true')).status).toBe(201);
    expect((await save('light=red')).status).toBe(422);
    const { html } = await pageFor(supervisor, '/board');
    expect(html.replaceAll('&amp;', '&')).toContain('href="/board?org=chaoyang.anzhen&drill=true">安贞');
  });

  test('is for staff', async () => {
    expect((await pageFor(await kit.as('liu-guilan'), '/board')).status).toBe(403);
    expect((await pageFor(kit.anonymous, '/board')).status).toBe(401);
  });
});

describe('the overdue list', () => {
  test('says how late, whose turn it is, and leads whoever may to an order', async () => {
    const { html } = await pageFor(supervisor, '/board/overdue');
    expect(words(html)).toMatch(/■ 已超期\d+个工作日/);
    expect(words(html)).toContain('社区工作者');
    const address = `/desk/new?process=supervision-order&org=${ANZHENXILI}&drill=true&case=${late.id}`;
    expect(html.replaceAll('&amp;', '&')).toContain(address);
    const form = await pageFor(supervisor, address);
    expect(form.html).toContain(late.number);
    expect(form.html).toContain('至今没有办结');
    const forWorker = await pageFor(await kit.as('zhang-ting'), '/board/overdue');
    expect(words(forWorker.html)).toContain(late.number);
    expect(forWorker.html).not.toContain('/desk/new?');
  });

  test('speaks English, with Chinese marked as such', async () => {
    const { html } = await pageFor(supervisor, '/board/overdue?lang=en');
    expect(words(html)).toMatch(/■ \d+ working days overdue/);
    expect(html).toMatch(/<span lang="zh-CN">安贞西里社区<\/span>/);
  });

  test('of orders says where to issue one while there is none', async () => {
    const { html } = await pageFor(supervisor, '/board/orders?state=late');
    expect(words(html)).toContain('没有这样的督办单');
    expect(html).toContain('href="/board/overdue"');
  });
});

describe('the records', () => {
  test('are searched by a form whose empty fields mean nothing', async () => {
    const { status, html } = await pageFor(
      supervisor,
      `/board/records?q=${encodeURIComponent(late.number)}&actor=&act=proposal.cosign&org=&from=&to=&automatic=&drill=true`,
    );
    expect(status).toBe(200);
    expect(words(html)).toContain('陈秀英');
    expect(words(html)).not.toContain('刘桂兰 起草');
    expect(html).toMatch(/<option value="proposal.cosign" selected/);
    expect((await pageFor(supervisor, '/board/records?from=2026-13-01')).status).toBe(400);
  });

  test('of a case are recomputed, and a receipt is held against them', async () => {
    const proof = await pageFor(supervisor, `/board/records/check?case=${late.id}`);
    expect(words(proof.html)).toMatch(/✓ 记录完整 已逐条重算\d+条/);
    const receipt = await pageFor(supervisor, `/board/records/check?receipt=${late.receipt}`);
    expect(words(receipt.html)).toContain('✓ 与记录一致');
    const unknown = await pageFor(supervisor, `/board/records/check?receipt=${'0'.repeat(64)}`);
    expect(words(unknown.html)).toContain('× 没有这张回执对应的记录');
  });
});

describe('the administration', () => {
  test('opens to each the doors of his office', async () => {
    expect((await pageFor(operator, '/admin')).html).toContain('/admin/operation');
    expect((await pageFor(officer, '/admin')).html).not.toContain('/admin/operation');
    expect(words((await pageFor(await kit.as('liu-guilan'), '/admin')).html)).toContain('没有管理事项');
  });

  test('shows figures with their sources, and who has set another', async () => {
    const { html } = await pageFor(officer, `/admin/settings?org=${ANZHENXILI}`);
    expect(words(html)).toContain('朝阳区:街道通知');
    expect(html.replaceAll('&amp;', '&')).toContain('/admin/policy?figure=resident-proposal%3AacceptanceDays');
    expect((await pageFor(officer, '/admin/settings?org=nowhere')).status).toBe(404);
  });

  test('tries another figure; a number that cannot be is told beside its field', async () => {
    const { html } = await pageFor(officer, '/admin/policy?figure=resident-proposal:acceptanceDays&value=60');
    expect(words(html)).toContain('看了1件在办事项,其中1件的灯会不同');
    expect(words(html)).toContain(late.number);
    for (const value of ['0', '-1', '1.5']) {
      const wrong = await pageFor(officer, `/admin/policy?figure=resident-proposal:acceptanceDays&value=${value}`);
      expect(wrong.html).toContain('aria-invalid="true"');
    }
    expect((await pageFor(await kit.as('zhang-ting'), '/admin/policy')).status).toBe(403);
  });

  test('shows operators what does not run and sends again what did not arrive', async () => {
    const { html } = await pageFor(operator, '/admin/operation');
    expect(words(html)).toContain('没有未能送达的通知');
    expect((await pageFor(officer, '/admin/operation')).status).toBe(403);
    const { rows } = await sql<{ id: string }>`
      insert into delivery (key, person, channel, outbox_id, state, next_try, attempted_at, target, trouble, created_at)
      select 'letter-1', o.person, 'email', o.id, 'dead', now(), now(), 'liu@example.org', 'refused', now()
      from outbox o order by o.id limit 1 returning id::text as id`.execute(kit.database);
    const id = rows[0]?.id ?? '';
    const dead = await pageFor(operator, '/admin/operation');
    expect(words(dead.html)).toContain('l***@example.org');
    const path = `/admin/operation/letters/${id}/resend`;
    expect(dead.html).toContain(`action="${path}"`);
    const sent = await operator.post(path, undefined, {
      raw: '',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(sent.status).toBe(303);
    expect(words((await pageFor(operator, `/admin/operation?resent=${id}`)).html)).toContain('已重新排队');
    const { body } = await operator.get('/api/notices/dead');
    expect(body.items).toEqual([]);
  });
});
