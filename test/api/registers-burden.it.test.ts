import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ceilingsOf } from '../../api/registers/burden.ts';
import { allRules } from '../../processes/rules.ts';
import { demoOrgs } from '../../tools/demo/community.ts';
import { keep, keepMore, type Line } from '../support/keeping-steps.ts';
import { type ApiKit, startApiKit } from './support/api-kit.ts';

const ANZHEN = 'chaoyang.anzhen';
const ANZHENXILI = `${ANZHEN}.anzhenxili`;
const HUAJIADIXILI = 'chaoyang.wangjing.huajiadixili';

let kit: ApiKit;

/** Hours that one case asks for in some months. */
const hours = (id: string, months: string[], value: object | null): Line[] =>
  months.map((month) => ({
    register: 'burden',
    key: `${month}:${id}`,
    day: `${month}-01`,
    value: value && { month, title: '任务', ...value },
  }));

/**
 * A community before and after a clean-up: two surveys and a report are stopped at the end of October. What a before and
 * after comparison says must follow from these lines alone.
 */
beforeAll(async () => {
  kit = await startApiKit('burden');
  const { database } = kit;
  const open = async (id: string, org: string, lines: Line[]) =>
    await keep(database, { id, org, on: '2026-08-20', lines });
  const months = ['2026-09', '2026-10', '2026-11'];
  await open('visits', ANZHENXILI, hours('visits', months, { hours: 20, source: 'dispatch', unit: '区民政局' }));
  const survey = await open(
    'survey',
    ANZHENXILI,
    hours('survey', months, { hours: 12.5, source: 'form', unit: '区统计局' }),
  );
  const report = await open(
    'report',
    ANZHENXILI,
    hours('report', months, { hours: 7.5, source: 'report', unit: '区民政局' }),
  );
  await keepMore(database, survey, { on: '2026-10-25', lines: hours('survey', ['2026-11'], null) });
  await keepMore(database, report, { on: '2026-10-25', lines: hours('report', ['2026-11'], null) });
  await open(
    'elsewhere',
    HUAJIADIXILI,
    hours('elsewhere', ['2026-10'], { hours: 3, source: 'dispatch', unit: '区民政局' }),
  );
  const drilled = hours('drill', months, { hours: 100, source: 'dispatch', unit: '演练' });
  await keep(database, { id: 'drill', org: ANZHENXILI, on: '2026-08-20', lines: drilled, drill: true });
  for (const { process, name } of ceilingsOf(allRules)) {
    await sql`insert into setting (org, process, name, value, source)
      values (${ANZHEN}, ${process}, ${name}, 30, 'test')`.execute(database);
  }
});

afterAll(async () => {
  await kit?.[Symbol.asyncDispose]();
});

const burden = async (query: string, language = 'zh-CN') =>
  await kit.anonymous.get(`/api/burden?${query}`, { headers: { 'accept-language': language } });

test('before and after, from the data alone', async () => {
  const { status, body } = await burden(`org=${ANZHENXILI}&from=2026-10&to=2026-11`);
  expect(status).toBe(200);
  expect(body.communities).toHaveLength(1);
  const [community] = body.communities;
  expect(community).toMatchObject({ org: ANZHENXILI, orgText: '安贞西里社区' });
  expect(community.months).toMatchObject([
    {
      month: '2026-10',
      hours: 40,
      bySource: [
        { source: 'dispatch', hours: 20 },
        { source: 'form', hours: 12.5 },
        { source: 'report', hours: 7.5 },
      ],
      byUnit: [
        { unit: '区民政局', hours: 27.5 },
        { unit: '区统计局', hours: 12.5 },
      ],
      // September is not asked for, yet compared with.
      againstMonthBefore: { hours: 0, percent: 0 },
    },
    {
      month: '2026-11',
      hours: 20,
      bySource: [{ source: 'dispatch', hours: 20 }],
      againstMonthBefore: { hours: -20, percent: -50 },
      againstFirstMonth: { hours: -20, percent: -50 },
    },
  ]);
});

test('the ceiling is the figure of the process that has one, as set nearest to the community', async () => {
  const { body } = await burden('org=chaoyang&from=2026-10&to=2026-10');
  const figures = ceilingsOf(allRules).map(({ hoursPerMonth }) => hoursPerMonth);
  const byOrg = new Map(body.communities.map((each: { org: string }) => [each.org, each]));
  expect(byOrg.get(HUAJIADIXILI)).toMatchObject({
    ceilingHoursPerMonth: figures.length === 0 ? null : Math.min(...figures),
    months: [{ hours: 3, overCeiling: false }],
  });
  expect(byOrg.get(ANZHENXILI)).toMatchObject({
    ceilingHoursPerMonth: figures.length === 0 ? null : 30,
    months: [{ hours: 40, overCeiling: figures.length > 0 }],
  });
});

test('a district sees every community, also those of which nothing is known, and their sum', async () => {
  const { body } = await burden('org=chaoyang&from=2026-09&to=2026-11');
  const communities = demoOrgs.filter(({ level }) => level === 'community').map(({ id }) => id);
  expect(body.communities.map(({ org }: { org: string }) => org)).toEqual(communities.sort());
  expect(body.months.map(({ month, hours: sum }: { month: string; hours: number }) => [month, sum])).toEqual([
    ['2026-09', 40],
    ['2026-10', 43],
    ['2026-11', 20],
  ]);
  const street = await burden(`org=${ANZHEN}&from=2026-10&to=2026-10`);
  expect(street.body.months[0].hours).toBe(40);
});

test.each([
  ['org=chaoyang&from=2026-11&to=2026-10', 'register.datesReversed'],
  ['org=chaoyang&from=2020-01&to=2026-10', 'register.spanTooLong'],
  ['org=haidian&from=2026-10&to=2026-10', 'register.orgUnknown'],
  ['org=chaoyang&from=2026-13&to=2026-10', 'query.invalid'],
  ['org=chaoyang&from=2026-10-01&to=2026-10', 'query.invalid'],
  ['org=chaoyang', 'query.invalid'],
])('%s', async (query, code) => {
  const answer = await burden(query);
  expect(answer.body.code).toBe(code);
  expect((await burden(query, 'en')).body.detail).not.toMatch(/[{\p{Script=Han}]/u);
});
