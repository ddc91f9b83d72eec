import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleForms as refusalForms } from '../processes/refusal/sample-forms.ts';
import { sampleForms } from '../support/sample-forms.ts';
import { type ApiKit, startApiKit } from './support/api-kit.ts';
import type { Caller } from './support/caller.ts';
import { ANZHENXILI, startBody } from './support/forms.ts';

let kit: ApiKit;
let liu: Caller;
let worker: Caller;
let officer: Caller;
let caseId: string;
let number: string;
beforeAll(async () => {
  kit = await startApiKit('supervision');
  // So that one supporter is enough.
  const setting = { process: 'resident-proposal', name: 'thresholdPersons', source: 'test', org: 'chaoyang', value: 1 };
  await kit.database.insertInto('setting').values(setting).execute();
  [liu, worker, officer] = await Promise.all([kit.as('liu-guilan'), kit.as('zhang-ting'), kit.as('luo-min')]);
  const { body } = await liu.start(startBody());
  caseId = body.id;
  number = body.number;
  await liu.give(caseId, 'proposal.publish', {});
  await (await kit.as('chen-xiuying')).give(caseId, 'proposal.cosign', sampleForms['proposal.cosign'](Date.now()));
});
afterAll(() => kit[Symbol.asyncDispose]());

describe('another figure', () => {
  const preview = (body: object) =>
    officer.post('/api/policy/preview', { process: 'resident-proposal', setting: 'acceptanceDays', ...body });

  test('shows which open cases would have another light, and writes nothing', async () => {
    const before = (await worker.get(`/api/cases/${caseId}`)).body;
    const { body } = await preview({ value: 1 });
    expect(body).toMatchObject({ from: 5, to: 1, looked: 1, capped: false, undecided: 0, changedCount: 1 });
    expect(body.lights).toMatchObject({ green: 1 });
    expect(body.lightsThen).toMatchObject({ yellow: 1 });
    expect(body.changed).toMatchObject([
      {
        id: caseId,
        number,
        light: 'green',
        lightThen: 'yellow',
        dueDate: before.deadlines[0].dueDate,
        movesThen: false,
      },
    ]);
    expect(body.changed[0].dueDateThen < body.changed[0].dueDate).toBe(true);
    expect((await preview({ value: 6 })).body).toMatchObject({ looked: 1, changedCount: 0, changed: [] });
    expect((await preview({ value: 1, org: 'chaoyang.jinsong' })).body).toMatchObject({ looked: 0, changed: [] });
    expect((await worker.get(`/api/cases/${caseId}`)).body).toMatchObject({ seq: before.seq, receipt: before.receipt });
  });

  test('is asked by offices above the community, of a figure that there is, with a value that it can have', async () => {
    expect((await preview({ value: 0 })).body).toMatchObject({ status: 422, errors: [{ pointer: '/value' }] });
    expect((await preview({ value: 3, setting: 'nothing' })).body).toMatchObject({ code: 'setting.unknown' });
    expect((await preview({ value: 3, process: 'nothing' })).body).toMatchObject({ code: 'process.unknown' });
    const body = { process: 'resident-proposal', setting: 'acceptanceDays', value: 3 };
    for (const caller of [worker, liu]) {
      expect((await caller.post('/api/policy/preview', body)).body).toMatchObject({ code: 'permission.denied' });
    }
  });
});

describe('settings', () => {
  test('say the value in force, the default, its source and who set another', async () => {
    const own = {
      org: 'chaoyang.anzhen',
      process: 'resident-proposal',
      name: 'docketingDays',
      value: 7,
      source: '街道办事处2026年第3号通知',
    };
    await kit.database.insertInto('setting').values(own).execute();
    const read = async (org: string) => {
      const { body } = await officer.get(`/api/settings?org=${org}`);
      const { settings } = body.processes.find(({ process }: { process: string }) => process === 'resident-proposal');
      return settings.find(({ name }: { name: string }) => name === 'docketingDays');
    };
    expect(await read(ANZHENXILI)).toMatchObject({
      value: 7,
      default: 10,
      unitText: '个工作日',
      own: { org: 'chaoyang.anzhen', orgText: '安贞街道', source: own.source },
      source: { standing: 'ownChoice' },
    });
    expect(await read('chaoyang.jinsong')).toMatchObject({ value: 10, own: null });
    expect((await officer.get('/api/settings')).body).toMatchObject({ org: 'chaoyang', orgText: '朝阳区' });
    expect((await officer.get('/api/settings?org=nowhere')).status).toBe(404);
  });
});

describe('the records', () => {
  const search = async (query: string, caller = officer) => (await caller.get(`/api/records?${query}`)).body;

  test('of all cases come newest first, in words, in pages', async () => {
    const { items, next } = await search(`q=${encodeURIComponent(number)}`);
    expect(items.map(({ type }: { type: string }) => type)).toEqual([
      'proposal.cosign',
      'proposal.publish',
      'proposal.draft',
    ]);
    expect(next).toBeNull();
    expect(items[0]).toMatchObject({
      case: { id: caseId, number, orgText: '安贞西里社区' },
      text: expect.stringContaining('陈秀英'),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(items[0]).not.toHaveProperty('form');
    const first = await search('limit=2');
    const second = await search(`limit=2&cursor=${first.next}`);
    expect([...first.items, ...second.items]).toHaveLength(3);
  });

  test('are found by who acted, by type, by day and by whether a person did', async () => {
    const count = async (query: string) => (await search(query)).items.length;
    expect(await count('actor=liu-guilan')).toBe(2);
    expect(await count(`actor=${encodeURIComponent('陈秀英')}`)).toBe(1);
    expect(await count('type=proposal.publish')).toBe(1);
    expect(await count('automatic=true')).toBe(0);
    expect(await count('from=2020-01-01&to=2020-12-31')).toBe(0);
    expect(await count('from=2020-01-01&to=2199-12-31')).toBe(3);
    expect(await count('org=chaoyang.jinsong')).toBe(0);
    expect((await search('from=2026-02-30')).code).toBe('query.invalid');
    expect((await search('from=2026-03-01&to=2026-02-01')).code).toBe('register.datesReversed');
  });

  test('do not tell who acted where a process protects him, not even by a search for his name', async () => {
    const wei = await kit.as('wei-ning');
    const { body } = await (await kit.as('li-xiaoming')).start({
      process: 'refusal',
      org: ANZHENXILI,
      form: refusalForms['task.refuse'](Date.now()),
    });
    const about = await search(`q=${encodeURIComponent(body.number)}`, wei);
    expect(about.items[0].actor).not.toHaveProperty('id');
    expect((await search('actor=li-xiaoming', wei)).items).toEqual([]);
    expect((await search(`actor=${encodeURIComponent('李晓明')}`, wei)).items).toEqual([]);
  });

  test('are read within the reach of one’s offices', async () => {
    expect((await search('', await kit.as('peng-tao'))).items).toEqual([]);
    expect((await search('', worker)).items.length).toBeGreaterThan(0);
  });
});

describe('the operation', () => {
  test('is shown to operators: parts, clock and what waits', async () => {
    const operator = await kit.as('qian-wei');
    const { body } = await operator.get('/api/operation');
    expect(body.parts.map(({ name }: { name: string }) => name)).toContain('temporal');
    expect(body).toMatchObject({
      clock: { due: { count: expect.any(Number), more: false }, openings: { count: 0, trouble: null } },
      outbox: { notices: { count: expect.any(Number), more: false }, dead: { count: 0 } },
    });
    expect((await officer.get('/api/operation')).body).toMatchObject({ code: 'permission.denied' });
  });

  test('shows operators the commands that wait to be recorded, and lets them be looked at at once', async () => {
    const operator = await kit.as('qian-wei');
    expect((await operator.get('/api/operation')).body.commands).toMatchObject({ count: 0, trouble: null });
    await sql`insert into intent (command_id, case_id, org, drill, opens, in_turn, began_at, attempts, next_try, trouble)
      values ('li:left', 'no-case', 'chaoyang', false, false, false, clock_timestamp() - interval '1 hour', 3,
              clock_timestamp() + interval '5 minutes', 'record.ahead')`.execute(kit.database);
    expect((await operator.get('/api/operation')).body.commands).toMatchObject({ count: 1, trouble: 'record.ahead' });
    expect((await officer.post('/api/operation/commands/retry', {})).status).toBe(403);
    expect((await operator.post('/api/operation/commands/retry', {})).status).toBe(204);
    const { rows } = await sql`select 1 from intent where next_try <= clock_timestamp()`.execute(kit.database);
    expect(rows).toHaveLength(1);
    await sql`delete from intent where command_id = 'li:left'`.execute(kit.database);
  });
});
