import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiKit, startApiKit } from '../api/support/api-kit.ts';
import { startBody } from '../api/support/forms.ts';
import { formsIn, type Visitor, visitorAt } from './support/visitor.ts';

let kit: ApiKit;

beforeAll(async () => {
  kit = await startApiKit('web-bad-input');
});

afterAll(async () => {
  await kit?.[Symbol.asyncDispose]();
});

async function visitor(person?: string): Promise<Visitor> {
  const made = visitorAt(kit.url);
  if (person) await made.signIn(person);
  return made;
}

/** A proposal of 刘桂兰 that waits for the worker to take it up, and its number. */
async function awaiting(title = '楼道照明灯更换') {
  const liu = await kit.as('liu-guilan');
  const { body } = await liu.start(startBody({ form: { title } }));
  await liu.give(body.id, 'proposal.publish', {});
  for (const [index, who] of ['zhao-hongwei', 'chen-xiuying', 'sun-jianguo', 'zhou-ming', 'wu-lihua'].entries()) {
    const neighbour = await kit.as(who);
    await neighbour.give(body.id, 'proposal.cosign', { as: 'household', household: `1${index}号`, building: '3号楼' });
  }
  return { id: String(body.id), number: String(body.number) };
}

const entriesOf = async (id: string) =>
  (await (await kit.as('li-xiaoming')).get(`/api/cases/${id}/ledger`)).body.items as { type: string; hash: string }[];

const openAct = (who: Visitor, number: string, command: string) =>
  who.open(`/desk/cases/${encodeURIComponent(number)}?act=${command}`);

describe('the clock of a drill', () => {
  const WEEK_MS = 7 * 24 * 3_600_000;

  test('is moved once by one form, however often it is sent, and again by another', async () => {
    const liu = await kit.as('liu-guilan');
    const { body } = await liu.start(startBody({ drill: true }));
    const li = await visitor('li-xiaoming');
    const path = `/desk/cases/${encodeURIComponent(body.number)}`;
    const page = await li.open(path);
    for (const time of ['first', 'again']) {
      expect((await li.send(page, /\/clock$/, { advance: 'P7D' })).status, time).toBe(200);
      expect(await weeksAhead(body.id), time).toBe(1);
    }
    const other = await li.send(await li.open(path), /\/clock$/, { advance: 'P7D' });
    expect(other.status).toBe(200);
    expect(await weeksAhead(body.id)).toBe(2);
  }, 60_000);

  test('goes on to where its key leads if it was cut off on the way, and the key leads nowhere else', async () => {
    const liu = await kit.as('liu-guilan');
    const { body } = await liu.start(startBody({ drill: true }));
    // As it stands when the api dies after it has noted the step and before the engine has heard of it.
    await sql`insert into clock_move (command_id, case_id, duration_ms, target_offset_ms)
              values ('liu-guilan:cut-off', ${body.id}, ${WEEK_MS}, ${WEEK_MS})`.execute(kit.database);
    const move = (advance: string) =>
      liu.post(`/api/cases/${body.id}/clock`, { advance }, { headers: { 'idempotency-key': 'cut-off' } });
    expect((await move('P8D')).body.code).toBe('idempotency.reused');
    expect((await move('P7D')).status).toBe(200);
    expect(await weeksAhead(body.id)).toBe(1);
  }, 60_000);

  test('is moved once by one key and by each other key, also when all are sent at once', async () => {
    const liu = await kit.as('liu-guilan');
    const { body } = await liu.start(startBody({ drill: true }));
    const move = (key: string) =>
      liu.post(`/api/cases/${body.id}/clock`, { advance: 'P7D' }, { headers: { 'idempotency-key': `at-once-${key}` } });
    const answers = await Promise.all(['a', 'b', 'a'].map(move));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await weeksAhead(body.id)).toBe(2);
    expect((await move('a')).status).toBe(200);
    expect(await weeksAhead(body.id)).toBe(2);
  }, 60_000);

  /** Rounded to the minute, as reading and writing take their time. */
  async function weeksAhead(id: string): Promise<number> {
    const { rows } = await sql<{ ms: number }>`select clock_offset_ms as ms from case_view where id = ${id}`.execute(
      kit.database,
    );
    return Math.round((rows[0]?.ms ?? 0) / 60_000) / (WEEK_MS / 60_000);
  }
});

describe('a form that acts', () => {
  test('sent twice at once does the act once, and both answers lead to it', async () => {
    const { id, number } = await awaiting();
    const li = await visitor('li-xiaoming');
    const page = await openAct(li, number, 'proposal.accept');
    const both = await Promise.all(
      [1, 2].map(() => li.send(page, /acts\/proposal\.accept$/, { remark: '材料齐全' }, false)),
    );
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(both[0]?.path).toBe(both[1]?.path);
    expect((await entriesOf(id)).filter(({ type }) => type === 'proposal.accept')).toHaveLength(1);
    const after = await li.open(both[0]?.path ?? '');
    expect(after.html).toContain('已办好');
    expect(after.html).toMatch(/\/receipts\/[0-9a-f]{64}/);
  });

  test('sent again after going back is told as sent; with changes it is offered as a new act with its text', async () => {
    const { number } = await awaiting();
    const li = await visitor('li-xiaoming');
    const page = await openAct(li, number, 'proposal.accept');
    await li.send(page, /acts\/proposal\.accept$/, { remark: '第一次' });
    const same = await li.send(page, /acts\/proposal\.accept$/, { remark: '第一次' });
    expect([same.status, same.html.includes('已办好')]).toEqual([200, true]);
    const changed = await li.send(page, /acts\/proposal\.accept$/, { remark: '第二次,改过' });
    expect(changed.status).toBeGreaterThanOrEqual(400);
    expect(changed.html).toContain('第二次,改过');
    expect(changed.html).toContain('之前已提交过');
    const keys = formsIn(changed.html).flatMap(({ fields }) => fields.filter(([name]) => name === '@key'));
    const [before] = formsIn(page.html).flatMap(({ fields }) => fields.filter(([name]) => name === '@key'));
    expect(keys.map(([, key]) => key)).not.toContain(before?.[1]);
  });

  test('filled on a stale screen tells what changed, keeps the text and can be sent again', async () => {
    const { id, number } = await awaiting();
    const [li, zhang] = [await visitor('li-xiaoming'), await visitor('zhang-ting')];
    const page = await openAct(li, number, 'correction.request');
    await zhang.send(await openAct(zhang, number, 'proposal.accept'), /acts\/proposal\.accept$/);
    const stale = await li.send(page, /acts\/correction\.request$/, {
      'missing@rows': 'a',
      'missing.a': '缺少住址证明',
    });
    expect([stale.status, stale.html.includes('缺少住址证明')]).toEqual([412, true]);
    expect(stale.html).toContain('已受理');
    const again = await li.send(stale, /acts\/correction\.request$/);
    expect(again.html).toContain('缺少住址证明');
    expect((await entriesOf(id)).some(({ type }) => type === 'correction.request')).toBe(false);
  });

  test('with something wrong keeps every word, names the field and leads to it', async () => {
    const { number } = await awaiting();
    const li = await visitor('li-xiaoming');
    const page = await openAct(li, number, 'proposal.decline');
    const wrong = await li.send(page, /acts\/proposal\.decline$/, { explanation: '太短' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('太短');
    expect(wrong.html).toMatch(/href="#act-explanation/);
    expect(wrong.html).toMatch(/aria-invalid="true"/);
  });

  test('takes 10,000 line breaks as they are, and a text that is too long is told', async () => {
    const { number } = await awaiting();
    const li = await visitor('li-xiaoming');
    const page = await openAct(li, number, 'proposal.accept');
    const breaks = `首行${'\r\n'.repeat(10_000)}末行`;
    const wrong = await li.send(page, /acts\/proposal\.accept$/, { remark: breaks });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('末行');
    expect((wrong.html.match(/\n/g) ?? []).length).toBeGreaterThanOrEqual(10_000);
  });

  test('keeps everything when the session ended meanwhile, and goes through after signing in again', async () => {
    const { id, number } = await awaiting();
    const li = await visitor('li-xiaoming');
    const page = await openAct(li, number, 'proposal.accept');
    li.cookies.delete('bihuan_session');
    const held = await li.send(page, /acts\/proposal\.accept$/, { remark: '写了\n很久的话' });
    expect(held.status).toBe(401);
    expect(held.html).toContain('您填写的内容还在');
    await li.signIn('li-xiaoming');
    const done = await li.send(held, /acts\/proposal\.accept$/);
    expect(done.html).toContain('已办好');
    expect((await entriesOf(id)).filter(({ type }) => type === 'proposal.accept')).toHaveLength(1);
  });

  test('of one person is not sent in the name of another who signed in on the same machine', async () => {
    const { id, number } = await awaiting();
    const li = await visitor('li-xiaoming');
    const page = await openAct(li, number, 'proposal.accept');
    await li.signIn('zhang-ting');
    const refused = await li.send(page, /acts\/proposal\.accept$/, { remark: '我写的' });
    expect(refused.status).toBe(403);
    expect(refused.html).toContain('另一位人员填写');
    expect((await entriesOf(id)).some(({ type }) => type === 'proposal.accept')).toBe(false);
  });

  test('in two tabs: the second act on the same case is told as stale', async () => {
    const { number } = await awaiting();
    const li = await visitor('li-xiaoming');
    const [one, other] = [await openAct(li, number, 'proposal.accept'), await openAct(li, number, 'proposal.accept')];
    expect((await li.send(one, /acts\/proposal\.accept$/)).html).toContain('已办好');
    const second = await li.send(other, /acts\/proposal\.accept$/, { remark: '第二个标签页' });
    expect(second.status).toBeGreaterThanOrEqual(409);
    expect(second.html).toContain('第二个标签页');
  });

  test('sent in the other language keeps its text', async () => {
    const { number } = await awaiting();
    const li = await visitor('li-xiaoming');
    const page = await openAct(li, number, 'proposal.decline');
    await li.open('/help?lang=en');
    const wrong = await li.send(page, /acts\/proposal\.decline$/, { explanation: '太短' });
    expect(wrong.html).toContain('<html lang="en"');
    expect(wrong.html).toContain('太短');
  });

  test('from another site is refused', async () => {
    const { number } = await awaiting();
    const li = await visitor('li-xiaoming');
    const cookie = `bihuan_session=${li.cookies.get('bihuan_session')}`;
    const answer = await fetch(`${kit.url}/desk/cases/${encodeURIComponent(number)}/acts/proposal.accept`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
      body: '',
    });
    expect(answer.status).toBe(403);
  });
});

describe('addresses', () => {
  test('a case that one may not see is told like one that does not exist, with ways on', async () => {
    const { number } = await awaiting();
    const stranger = await visitor('peng-tao');
    const page = await stranger.open(`/desk/cases/${encodeURIComponent(number)}`);
    expect(page.status).toBe(404);
    expect(page.html).toContain('href="/desk"');
    expect(page.html).toContain('彭涛');
  });

  test('a page that needs somebody leads to signing in and back', async () => {
    const nobody = await visitor();
    const page = await nobody.open('/desk?light=red');
    expect(page.status).toBe(401);
    expect(page.html).toMatch(/\/sign-in\?next=%2Fdesk%3Flight%3Dred/);
  });

  test('a saved view of a filter that no longer exists opens and says so', async () => {
    const li = await visitor('li-xiaoming');
    const page = await li.open('/desk?process=no-such&colour=blue&light=red');
    expect(page.status).toBe(200);
    expect(page.html).toContain('colour');
    expect(page.html).toContain('已不存在');
  });

  test.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)'])(
    'signing in never leads away: %s',
    async (next) => {
      const someone = await visitor();
      const answer = await someone.post(
        '/sign-in',
        [
          ['person', 'liu-guilan'],
          ['next', next],
        ],
        false,
      );
      expect([answer.status, answer.path]).toEqual([303, '/']);
    },
  );
});

describe('several at once', () => {
  test('each case tells its own result, also the one that refuses', async () => {
    const [one, other] = [await awaiting('甲:楼门照明'), await awaiting('乙:楼门照明')];
    const li = await visitor('li-xiaoming');
    const choice = await li.post('/desk/bulk', [
      ['case', one.number],
      ['case', other.number],
    ]);
    expect(choice.html).toContain('受理');
    const form = await li.post('/desk/bulk', [
      ['case', one.number],
      ['case', other.number],
      ['command', 'proposal.accept'],
    ]);
    // Meanwhile somebody else takes one of them.
    await (await kit.as('zhang-ting')).give(other.id, 'proposal.accept', {});
    const result = await li.send(form, '/desk/bulk', { remark: '一并受理' });
    expect(result.status).toBe(200);
    expect(result.html).toContain('办好1件');
    expect(result.html).toContain('1件未办');
    expect((await entriesOf(one.id)).filter(({ type }) => type === 'proposal.accept')).toHaveLength(1);
  });

  test('nothing ticked says what to do', async () => {
    const li = await visitor('li-xiaoming');
    expect((await li.post('/desk/bulk', [])).html).toContain('没有勾选事项');
  });
});
