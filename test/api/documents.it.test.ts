import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApi } from '../../api/create-api.ts';
import { escapeHtml } from '../../api/diagram/escape.ts';
import { generateOpenapi } from '../../api/openapi/generate.ts';
import { processes } from '../../processes/index.ts';
import { type ApiKit, startApiKit } from './support/api-kit.ts';
import { startBody } from './support/forms.ts';

let kit: ApiKit;

beforeAll(async () => {
  kit = await startApiKit('documents');
});

afterAll(async () => {
  await kit?.[Symbol.asyncDispose]();
});

describe('OpenAPI', () => {
  test('is a valid 3.1 document, and the same that is generated without a server', async () => {
    const { body, status } = await kit.anonymous.get('/openapi.json');
    expect(status).toBe(200);
    const validator = new Validator();
    const result = await validator.validate(structuredClone(body));
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    expect(validator.version).toBe('3.1');
    expect(JSON.parse(await generateOpenapi())).toEqual(body);
  });

  test('holds every command that people give, with its own form, and documents problems everywhere', async () => {
    const { body } = await kit.anonymous.get('/openapi.json');
    for (const { rules } of processes) {
      for (const command of Object.keys(rules.permissions)) {
        const path = body.paths[`/api/cases/{id}/commands/${command}`];
        if (rules.permissions[command] === 'system') expect(path).toBeUndefined();
        else {
          const { schema } = path.post.requestBody.content['application/json'];
          expect(schema.properties.form.title).toMatch(/\S/);
          expect(Object.keys(path.post.responses)).toEqual(expect.arrayContaining(['200', '412', '422', '503']));
        }
      }
    }
    for (const item of Object.values<Record<string, { responses: Record<string, unknown> }>>(body.paths)) {
      for (const operation of Object.values(item)) {
        expect(JSON.stringify(operation.responses)).toContain('#/components/responses/Problem');
      }
    }
  });
});

describe('the catalogue', () => {
  test('tells everything of a process from its rules, in both languages', async () => {
    for (const { rules, texts } of processes) {
      for (const [lang, locale] of [
        ['zh', 'zh-CN'],
        ['en', 'en'],
      ] as const) {
        const { body } = await kit.anonymous.get(`/api/processes/${rules.id}?lang=${lang}`);
        expect(body).toMatchObject({ id: rules.id, title: texts[locale].title, start: rules.start });
        expect(body.states.map(({ name }: { name: string }) => name)).toEqual(Object.keys(rules.states));
        expect(body.matrix.rows.map(({ command }: { command: string }) => command)).toEqual(
          Object.keys(rules.permissions),
        );
        expect(body.deadlines.map(({ key }: { key: string }) => key)).toEqual(Object.keys(rules.deadlines));
        for (const { source } of [...body.deadlines, ...body.settings]) expect(source.title).toMatch(/\S/);
        expect(body.diagram.mermaid).toMatch(/^stateDiagram-v2\n/);
        const { body: svg, headers } = await kit.anonymous.get(body.diagram.svg);
        expect(headers.get('content-type')).toContain('image/svg+xml');
        for (const { title } of body.states) expect([title, svg.includes(escapeHtml(title))]).toEqual([title, true]);
      }
    }
  });

  test('lists organisations and calendars', async () => {
    const orgs = (await kit.anonymous.get('/api/orgs')).body;
    expect(orgs[0]).toMatchObject({ id: 'chaoyang', level: 'district' });
    const calendars = (await kit.anonymous.get('/api/calendars')).body;
    const ofYear = calendars.find(({ year }: { year: number }) => year === 2026);
    expect(ofYear).toMatchObject({ year: 2026, notice: { number: '国办发明电〔2025〕7号' } });
  });
});

describe('operation', () => {
  test('ready names each part with its version', async () => {
    const { status, body } = await kit.anonymous.get('/health/ready');
    expect(body.status).toBe('ready');
    expect(status).toBe(200);
    expect(body.parts.map(({ name, ok }: { name: string; ok: boolean }) => [name, ok])).toEqual([
      ['api', true],
      ['database', true],
      ['temporal', true],
      ['worker', true],
      ['clock', true],
      ['notices', true],
    ]);
  });

  test('metrics count requests by route and commands by outcome', async () => {
    const liu = await kit.as('liu-guilan');
    await liu.start(startBody());
    await liu.start(startBody({ form: { title: '短' } }));
    const { body } = await kit.anonymous.get('/metrics');
    const command = 'process="resident-proposal",command="proposal.draft"';
    expect(body).toMatch(new RegExp(`bihuan_commands_total\\{${command},outcome="accepted"\\} [1-9]`));
    expect(body).toContain(`bihuan_commands_total{${command},outcome="form.invalid"} 1`);
    expect(body).toMatch(/bihuan_http_request_seconds_count\{route="\/api\/cases",method="POST",status="201"\} [1-9]/);
    expect(body).toContain('bihuan_event_streams 0');
  });

  test('the chain of a case and of all can be verified', async () => {
    const liu = await kit.as('liu-guilan');
    const { body } = await liu.start(startBody());
    expect((await liu.get(`/api/ledger/verify?case=${body.id}`)).body).toMatchObject({
      whole: true,
      rows: 1,
      findings: [],
    });
    expect((await liu.get('/api/ledger/verify')).body.code).toBe('permission.denied');
    const staff = await kit.as('shen-yan');
    expect((await staff.get('/api/ledger/verify')).body).toMatchObject({ whole: true, findings: [] });
  });

  test('demo doors are shut outside demo mode', async () => {
    const api = await createApi({ ...kit.options, demo: false });
    const url = await api.listen(0, '127.0.0.1');
    for (const answer of [
      await fetch(`${url}/api/demo/people`),
      await fetch(`${url}/api/demo/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"person":"liu-guilan"}',
      }),
    ]) {
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([404, 'demo.only']);
    }
    await api.close();
  });
});
