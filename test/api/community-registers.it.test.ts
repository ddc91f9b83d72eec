import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleForms } from '../processes/seal/sample-forms.ts';
import { type ApiKit, startApiKit } from './support/api-kit.ts';
import type { Caller } from './support/caller.ts';
import { ANZHENXILI } from './support/forms.ts';

const PURPOSE = '继承父亲名下房屋';

let kit: ApiKit;

beforeAll(async () => {
  kit = await startApiKit('community-registers');
  const now = Date.now();
  const form = {
    ...sampleForms['seal.apply'](now),
    applicant: { ...sampleForms['seal.apply'](now).applicant, personId: 'liu-guilan' },
  };
  const { status, body } = await (await kit.as('liu-guilan')).start({ process: 'seal', org: ANZHENXILI, form });
  expect(status).toBe(201);
  const give = async (person: string, command: 'application.verify' | 'use.approve' | 'seal.use') =>
    await (await kit.as(person)).give(body.id, command, sampleForms[command](now));
  await give('li-xiaoming', 'application.verify');
  await give('ma-guoqiang', 'use.approve');
  await give('xie-min', 'seal.use');
});

afterAll(async () => {
  await kit?.[Symbol.asyncDispose]();
});

const paths = (org: string) => [
  `/api/registers/sealUses?org=${org}`,
  `/api/registers/sealUses/versions?org=${org}`,
  `/api/registers/sealUses/changes?org=${org}&from=2026-01-01&to=2099-12-31`,
];
const placesFor = async (caller: Caller, register: string): Promise<string[]> => {
  const { body } = await caller.get('/api/registers');
  const found = (body as { register: string; keptAt: { org: string }[] }[]).find((each) => each.register === register);
  return found?.keptAt.map(({ org }) => org) ?? [];
};

test('uses of the seal are told to the community and to staff above it, without what they were for', async () => {
  for (const person of ['chen-xiuying', 'li-xiaoming', 'xu-jing', 'luo-min']) {
    const caller = await kit.as(person);
    expect([person, await placesFor(caller, 'sealUses')]).toEqual([person, [ANZHENXILI]]);
    const answers = await Promise.all(paths(ANZHENXILI).map((path) => caller.get(path)));
    expect([person, ...answers.map(({ status }) => status)]).toEqual([person, 200, 200, 200]);
    const text = JSON.stringify(answers.map(({ body }) => body));
    expect(text).toContain('kinshipForRealEstate');
    expect(text).not.toMatch(new RegExp(`${PURPOSE}|purpose|王建国|13800000000`));
  }
});

test('nobody else reads them: not without being signed in, and not from another community', async () => {
  const stranger = await kit.as('lin-fang');
  for (const caller of [kit.anonymous, stranger]) {
    expect(await placesFor(caller, 'sealUses')).toEqual([]);
    for (const path of [...paths(ANZHENXILI), `/api/registers/sealUses/export?org=${ANZHENXILI}&format=csv`]) {
      const { status, body } = await caller.get(path);
      expect([path, status, body.code]).toEqual([path, 403, 'register.withinCommunity']);
    }
  }
  // From above with all that lies below, each sees his own community.
  const { body: below } = await stranger.get('/api/registers/sealUses?org=chaoyang&below=true');
  expect(below.items).toEqual([]);
  const { body: own } = await (await kit.as('chen-xiuying')).get('/api/registers/sealUses?org=chaoyang&below=true');
  expect(own.items).toMatchObject([{ org: ANZHENXILI }]);
});

test('other registers stay open to everybody', async () => {
  for (const register of ['sealCustody', 'aroundTheList']) {
    const { status } = await kit.anonymous.get(`/api/registers/${register}?org=${ANZHENXILI}`);
    expect([register, status]).toEqual([register, 200]);
  }
});
