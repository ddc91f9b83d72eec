import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dateOf, daysBetween } from '../../processes/kernel/clock.ts';
import type { CaseView } from '../../processes/kernel/present.ts';
import { releaseDue } from '../../worker/sender/sender.ts';
import { NEXT_YEAR, THIS_YEAR, untilFinished } from '../support/rolling-house.ts';
import { sampleForms } from '../support/sample-forms.ts';
import { type ApiKit, startApiKit } from './support/api-kit.ts';
import type { Answer, Caller } from './support/caller.ts';
import { startBody } from './support/forms.ts';

let kit: ApiKit;
let luo: Caller;
let qian: Caller;
let liu: Caller;

beforeAll(async () => {
  kit = await startApiKit('calendars', { withoutNextYear: true });
  await sql`delete from calendar_year where year > ${THIS_YEAR}`.execute(kit.database);
  luo = await kit.as('luo-min');
  qian = await kit.as('qian-wei');
  liu = await kit.as('liu-guilan');
  const cosigningDays = daysBetween(dateOf(Date.now()), `${NEXT_YEAR}-06-10`);
  await sql`insert into setting (org, process, name, value, source)
    values ('chaoyang', 'resident-proposal', 'cosigningDays', ${cosigningDays}, 'test')`.execute(kit.database);
});

afterAll(async () => {
  await kit?.[Symbol.asyncDispose]();
});

const day = (monthDay: string) => `${NEXT_YEAR}-${monthDay}`;
const holiday = (zh: string, from: string, to: string) => ({ name: { zh, en: zh }, from: day(from), to: day(to) });

/** A notice as the State Council might publish it; the Dragon Boat days lie over the tenth of June. */
function notice(changes: object = {}) {
  return {
    notice: {
      number: `国办发明电〔${THIS_YEAR}〕1号`,
      title: `国务院办公厅关于${NEXT_YEAR}年部分节假日安排的通知`,
      issuedOn: dateOf(Date.now()),
      source: 'https://www.gov.cn/notice',
    },
    holidays: [
      holiday('元旦', '01-01', '01-03'),
      holiday('春节', '02-05', '02-11'),
      holiday('清明', '04-03', '04-05'),
      holiday('劳动节', '05-01', '05-05'),
      holiday('端午', '06-09', '06-11'),
      holiday('国庆', '10-01', '10-07'),
    ],
    makeUpWorkdays: [],
    ...changes,
  };
}

const put = (caller: Caller, body: object, call: { key?: string; year?: number | string; language?: string } = {}) =>
  caller.post(`/api/calendars/${call.year ?? NEXT_YEAR}`, body, {
    method: 'PUT',
    headers: {
      'idempotency-key': call.key ?? randomUUID(),
      ...(call.language ? { 'accept-language': call.language } : {}),
    },
  });

const read = async (caller: Caller, year = NEXT_YEAR) => (await caller.get(`/api/calendars/${year}`)).body;
const pointers = ({ body }: Answer) => body.errors?.map(({ pointer }: { pointer: string }) => pointer);

async function collecting(drill = false): Promise<CaseView> {
  const { body } = await liu.start(startBody({ drill }));
  return await liu.give(body.id, 'proposal.publish', sampleForms['proposal.publish'](Date.now()));
}

const cosigning = (view: CaseView) => view.deadlines.find(({ key }) => key === 'cosigning');

describe('everybody reads', () => {
  test('the years with their notices, and that the next one is not there yet', async () => {
    const { status, body } = await kit.anonymous.get('/api/calendars');
    expect(status).toBe(200);
    expect(body.find(({ year }: { year: number }) => year === 2026)).toMatchObject({
      version: 1,
      status: 'confirmed',
      provisional: false,
      notice: { number: '国办发明电〔2025〕7号' },
      versions: [{ version: 1, status: 'confirmed', origin: 'publishedNotice' }],
    });
    expect(body.at(-1)).toMatchObject({ year: NEXT_YEAR, version: 0, status: 'missing', provisional: true });
    expect(body.find(({ year }: { year: number }) => year === 2004)).toMatchObject({ status: 'confirmed' });
  });

  test.each(['2003', 'abcd', '1e3', String(THIS_YEAR + 3), '99999'])('no year %s', async (year) => {
    const { status, body } = await kit.anonymous.get(`/api/calendars/${year}`);
    expect({ status, code: body.code }).toEqual({ status: 404, code: 'calendar.yearUnknown' });
  });

  test('a preview that runs into a year that is not loaded is provisional, and says so', async () => {
    const { body } = await kit.anonymous.post('/api/deadlines/preview', {
      from: `${THIS_YEAR}-12-25T10:00:00+08:00`,
      limit: { workingDays: 5 },
    });
    expect(body).toMatchObject({ provisional: true, calendarVersion: expect.stringContaining(`${NEXT_YEAR}v0`) });
    expect(body.explanation).toContain('暂定');
  });
});

describe('a notice that cannot be right is refused, each contradiction at its place', () => {
  const bad: [string, object, string[], RegExp][] = [
    ['off and made up', { makeUpWorkdays: [day('05-01'), day('05-02')] }, [], /既在放假期间又列为调休/],
    [
      'holes: no National Day',
      { holidays: notice().holidays.slice(0, 5) },
      ['/holidays', '/holidays', '/holidays'],
      /缺少法定节假日/,
    ],
    [
      'holes: no Spring Festival',
      { holidays: notice().holidays.filter(({ name }) => name.zh !== '春节') },
      ['/holidays'],
      /没有春节假期/,
    ],
    [
      'wrong year',
      {
        holidays: [
          ...notice().holidays,
          { name: { zh: '甲', en: 'A' }, from: `${NEXT_YEAR + 1}-02-01`, to: `${NEXT_YEAR + 1}-02-02` },
        ],
      },
      ['/holidays/6/from', '/holidays/6/to'],
      /不属于/,
    ],
    ['another year in the body', { year: THIS_YEAR }, ['/year'], /应为/],
    [
      'the end before the beginning',
      { holidays: [...notice().holidays, holiday('乙', '08-09', '08-02')] },
      ['/holidays/6'],
      /晚于/,
    ],
    [
      'holidays that overlap',
      { holidays: [...notice().holidays, holiday('丙', '10-07', '10-09')] },
      ['/holidays/6'],
      /重叠/,
    ],
    [
      'a notice from the future',
      { notice: { ...notice().notice, issuedOn: `${NEXT_YEAR + 1}-01-01` } },
      ['/notice/issuedOn'],
      /成文日期/,
    ],
    ['a date that does not exist', { makeUpWorkdays: [`${NEXT_YEAR}-02-30`] }, ['/makeUpWorkdays/0'], /须为存在的日期/],
    ['a part that is missing', { holidays: undefined }, ['/holidays'], /必填/],
  ];
  test.each(bad)('%s', async (_, changes, places, words) => {
    const answer = await put(luo, notice(changes));
    expect(answer.status).toBe(422);
    expect(['calendar.invalid', 'form.invalid']).toContain(answer.body.code);
    if (places.length > 0) expect(pointers(answer)).toEqual(places);
    expect(JSON.stringify(answer.body.errors)).toMatch(words);
  });

  test('a make-up day on a weekday, in English too', async () => {
    // Whatever the year: of three days in a row at least one is a weekday.
    const answer = await put(luo, notice({ makeUpWorkdays: [day('03-16'), day('03-17'), day('03-18')] }), {
      language: 'en',
    });
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0]).toMatchObject({
      pointer: expect.stringMatching(/^\/makeUpWorkdays\/\d$/),
      detail: expect.stringContaining('is a weekday'),
    });
    expect(answer.body.title).toMatch(/contradictions or holes/);
  });

  test.each([2003, THIS_YEAR + 3, '20x7'])('the year %s', async (year) => {
    expect(await put(luo, notice(), { year })).toMatchObject({ status: 404, body: { code: 'calendar.yearUnknown' } });
  });

  test('nothing of all this was kept', async () => {
    expect(await read(luo)).toMatchObject({ version: 0, versions: [], draft: null, rollOut: null });
  });
});

describe('two people', () => {
  test('only district officers and operators, and only signed in', async () => {
    expect((await put(kit.anonymous, notice())).status).toBe(401);
    for (const person of ['liu-guilan', 'guo-li', 'shen-yan']) {
      const answer = await put(await kit.as(person), notice());
      expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 403, code: 'calendar.denied' });
    }
  });

  test('from the draft to the last case: what the preview said is what happens', async () => {
    const [open, other, drill] = [await collecting(), await collecting(), await collecting(true)];
    expect(cosigning(open)).toMatchObject({ dueDate: day('06-10'), provisional: true });

    const key = randomUUID();
    const drafted = await put(luo, notice(), { key });
    expect(drafted.status).toBe(200);
    expect(drafted.body).toMatchObject({
      version: 0,
      provisional: true,
      versions: [{ version: 1, status: 'draft', enteredBy: '罗敏', confirmedBy: null }],
      draft: {
        version: 1,
        preview: { touchedCases: 2, movedCases: 2, movedDeadlines: 2, firmedDeadlines: 0, complete: true },
      },
    });
    const [example] = drafted.body.draft.preview.examples;
    expect(example).toMatchObject({ number: open.number, deadline: 'cosigning', fromDueDate: day('06-10') });
    // The public sees that a draft waits, and no figures or names of cases.
    expect((await read(kit.anonymous)).draft.preview).toBeNull();
    expect((await read(kit.anonymous)).versions[0].enteredBy).toBeUndefined();

    // The same key is the same act; with another content it is refused; without a key the same draft is no newer one.
    expect((await put(luo, notice(), { key })).body.versions).toHaveLength(1);
    expect((await put(luo, notice({ makeUpWorkdays: [], year: NEXT_YEAR }), { key })).body.code).toBe(
      'idempotency.reused',
    );
    expect((await put(luo, notice())).body.versions).toHaveLength(1);

    const self = await put(luo, { confirm: 1 });
    expect({ status: self.status, code: self.body.code }).toEqual({ status: 403, code: 'calendar.samePerson' });
    expect((await put(qian, { confirm: 7 })).body.code).toBe('calendar.versionUnknown');
    expect((await put(qian, { confirm: 1, holidays: [] })).body.errors[0].pointer).toBe('/holidays');
    expect((await read(luo)).version).toBe(0);

    // A newer draft takes the place of the first, which stays for the record.
    expect(
      (await put(luo, notice({ holidays: [...notice().holidays, holiday('中秋', '09-15', '09-15')] }))).body,
    ).toMatchObject({
      versions: [
        { version: 1, status: 'replaced' },
        { version: 2, status: 'draft' },
      ],
    });
    expect((await put(qian, { confirm: 1 })).body.code).toBe('calendar.replaced');

    const confirmKey = randomUUID();
    const [confirmed, again] = await Promise.all([
      put(qian, { confirm: 2 }, { key: confirmKey }),
      put(qian, { confirm: 2 }, { key: confirmKey }),
    ]);
    expect([confirmed.status, again.status]).toEqual([200, 200]);
    expect(confirmed.body).toMatchObject({ version: 2, provisional: false, draft: null, rollOut: { version: 2 } });
    await untilFinished(kit.database, { year: NEXT_YEAR, version: 2 });

    const done = await read(luo);
    expect(done).toMatchObject({
      version: 2,
      versions: [{}, { version: 2, status: 'confirmed', enteredBy: '罗敏', confirmedBy: '钱伟' }],
      rollOut: { state: 'done', total: 3, done: 3, movedCases: 2, movedDeadlines: 2, failed: 0, failedCases: [] },
    });
    const moved = (await liu.get(`/api/cases/${open.id}`)).body as CaseView;
    expect(cosigning(moved)).toMatchObject({
      dueDate: example.toDueDate,
      provisional: false,
      moves: [
        { because: 'calendar', automatic: true, from: { dueDate: day('06-10') }, to: { dueDate: example.toDueDate } },
      ],
    });
    expect(cosigning((await liu.get(`/api/cases/${drill.id}`)).body)).toMatchObject({ provisional: false });
    const ledger = (await luo.get(`/api/cases/${other.id}/ledger`)).body.items.at(-1);
    expect(ledger).toMatchObject({
      type: 'calendar.applied',
      automatic: true,
      form: { moves: [{ reason: 'loaded', fromDueDate: day('06-10'), toDueDate: example.toDueDate }] },
    });
    expect(ledger.text).toContain(`${NEXT_YEAR}v2`);
    // The preview and a case opened now count by the new table at once.
    expect(cosigning(await collecting())).toMatchObject({ dueDate: example.toDueDate, provisional: false, moves: [] });
    const { rows } = await sql<{ person: string; times: number }>`
      select person, count(*)::int as times from outbox where notice = 'calendar.applied' group by person`.execute(
      kit.database,
    );
    expect(rows).toContainEqual({ person: 'liu-guilan', times: 1 });
    expect(rows.filter(({ times }) => times > 1)).toEqual([]);
    await releaseDue({ database: kit.database, now: Date.now, calendars: async () => [] }, []);
    const { items } = (await liu.get('/api/notices')).body;
    const told = items.filter((item: { notice: string }) => item.notice === 'calendar.applied');
    expect(told).toMatchObject([{ case: null, automatic: true, drill: false }]);
    expect(told[0].text).toContain(`${NEXT_YEAR}年放假安排已更新,与您有关的2件事项共2项期限已重新计算`);
  });

  test('what is in force already is not entered again, and what is confirmed is not confirmed again by somebody else', async () => {
    const inForce = await read(luo);
    const { notice: source, holidays, makeUpWorkdays } = inForce;
    const same = await put(luo, { notice: source, holidays, makeUpWorkdays });
    expect({ status: same.status, code: same.body.code }).toEqual({ status: 409, code: 'calendar.unchanged' });
    expect((await put(luo, { confirm: 2 })).body.code).toBe('calendar.confirmedBefore');
  });

  test('the database itself refuses a table that one person alone has put in force', async () => {
    await expect(
      sql`insert into calendar_year (year, version, status, data, origin, entered_by, confirmed_by, confirmed_at)
        values (${NEXT_YEAR}, 77, 'confirmed', '{}', 'officer', 'luo-min', 'luo-min', now())`.execute(kit.database),
    ).rejects.toThrow('check constraint');
  });
});

describe('the pages', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
  const html = (caller: Caller, path: string) => caller.get(path, { headers: { accept: 'text/html' } });

  test('show years and progress, and let the other person confirm after seeing what moves', async () => {
    const table = notice({ holidays: [...notice().holidays, holiday('中秋', '09-15', '09-17')] });
    expect((await put(luo, table)).status).toBe(200);
    const { status, body } = await html(luo, '/calendars?lang=zh-CN');
    expect(status).toBe(200);
    expect(body).toContain('国办发明电〔2025〕7号');
    const own = await html(luo, `/admin/calendars/${NEXT_YEAR}?lang=zh-CN`);
    expect(own.body).toContain('有关事项 3 / 3');
    expect(own.body).toContain('第3版草稿');
    expect(own.body).not.toContain('放行第3版</button>');
    expect((await html(qian, `/admin/calendars/${NEXT_YEAR}?lang=zh-CN`)).body).toContain('放行第3版');
    expect((await html(kit.anonymous, `/admin/calendars/${NEXT_YEAR}`)).status).toBe(401);
    expect((await html(await kit.as('liu-guilan'), `/admin/calendars/${NEXT_YEAR}`)).status).toBe(403);
    const confirm = (caller: Caller) =>
      caller.post(`/admin/calendars/${NEXT_YEAR}/confirm?lang=en`, undefined, { raw: 'version=3', headers: form });
    expect((await confirm(luo)).status).toBe(403);
    expect((await confirm(qian)).status).toBe(303);
    expect((await read(kit.anonymous)).version).toBe(3);
  });

  test('take a table from a form, and keep one that is wrong with its fault at the field', async () => {
    const table = notice();
    const holidays = table.holidays.flatMap(({ name, from, to }, index) =>
      Object.entries({ 'name.zh': name.zh, 'name.en': name.en, from, to }).map(([part, value]): [string, string] => [
        `holidays.r${index}.${part}`,
        value,
      ]),
    );
    const fields: [string, string][] = [
      ['@by', 'qian-wei'],
      ['notice.number', '国办发明电〔2099〕1号'],
      ['notice.title', '关于部分节假日安排的通知'],
      ['notice.issuedOn', `${NEXT_YEAR - 1}-11-04`],
      ...table.holidays.map((_, index): [string, string] => ['holidays@rows', `r${index}`]),
      ...holidays,
      ...table.makeUpWorkdays.flatMap((date, index): [string, string][] => [
        ['makeUpWorkdays@rows', `r${index}`],
        [`makeUpWorkdays.r${index}`, date],
      ]),
    ];
    const send = (source: string) =>
      qian.post(`/admin/calendars/${NEXT_YEAR}`, undefined, {
        raw: new URLSearchParams([...fields, ['notice.source', source]]).toString(),
        headers: form,
      });
    const wrong = await send('not an address');
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('国办发明电〔2099〕1号');
    expect(wrong.body).toContain('aria-invalid="true"');
    const entered = await send('https://www.gov.cn/notice');
    expect([entered.status, entered.headers.get('location')]).toEqual([
      303,
      `/admin/calendars/${NEXT_YEAR}?did=entered`,
    ]);
    expect((await html(qian, `/admin/calendars/${NEXT_YEAR}?did=entered`)).body).toContain('草稿已保存');
  });
});
