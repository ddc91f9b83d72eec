import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCase } from '../../db/queries/cases.ts';
import { type ApiKit, startApiKit } from '../api/support/api-kit.ts';
import { visitorAt } from './support/visitor.ts';

let kit: ApiKit;

beforeAll(async () => {
  kit = await startApiKit('web-propose');
});

afterAll(async () => {
  await kit?.[Symbol.asyncDispose]();
});

const what = {
  title: '三号楼楼道照明灯更换',
  category: 'facilities',
  'place.estate': '安贞西里',
  'place.building': '3号楼',
  '@go': 'next',
};
const why = {
  problem: '楼道照明灯坏了两盏,夜间老人上下楼看不清台阶。',
  suggestion: '请更换为声控节能灯,并每季度检查一次。',
  expectedEffect: '夜间上下楼看得清台阶。',
  'beneficiaries.households': '36',
  'beneficiaries.persons': '90',
  'funding.needed': 'false',
  '@go': 'next',
};

test('a telephone number in a public text is told at its field in the step in which it is written', async () => {
  const liu = visitorAt(kit.url);
  await liu.signIn('liu-guilan');
  const first = await liu.open('/propose');
  const withNumber = await liu.send(first, '/propose', { ...what, title: '路灯坏了请打13800000001' });
  expect(withNumber.status).toBe(422);
  expect(withNumber.html).toContain('这段文字里有电话号码');
  expect(withNumber.html).toMatch(/name="@step" value="1"/);
  const second = await liu.send(withNumber, '/propose', what);
  expect([second.status, second.html.includes('这段文字里有电话号码')]).toEqual([200, false]);
  const again = await liu.send(second, '/propose', { ...why, problem: '灯坏了,联系13800000001,夜间看不清台阶。' });
  expect(again.status).toBe(422);
  expect(again.html).toMatch(/name="@step" value="2"/);
});

test('who proposes himself is not asked how his address was verified; it stands as not verified', async () => {
  const liu = visitorAt(kit.url);
  await liu.signIn('liu-guilan');
  const second = await liu.send(await liu.open('/propose'), '/propose', what);
  const third = await liu.send(second, '/propose', why);
  expect([third.status, faultsOn(third.html)]).toEqual([200, []]);
  expect(third.html).not.toContain('addressVerification');
  const last = await liu.send(third, '/propose', {
    'proposer.residentKind': 'registered',
    'proposer.building': '3号楼',
    willingToImplement: 'true',
    consentToName: 'false',
    '@go': 'next',
  });
  expect(last.status).toBe(200);
  const done = await liu.send(last, '/propose', { '@go': 'send' });
  expect(done.path).toMatch(/^\/items\//);
  const { body } = await (await kit.as('li-xiaoming')).get(`/api/cases?q=${encodeURIComponent(what.title)}`);
  const held = await readCase(kit.database, String(body.items[0]?.id));
  expect(held?.record.data).toMatchObject({ contact: { addressVerification: 'notVerified' } });
});

/** What the summary of faults at the head of a form says. */
function faultsOn(html: string): string[] {
  return [...html.matchAll(/<li><a href="#[^"]*">([^<]*)<\/a>/g)].map(([, text = '']) => text);
}
