import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { processOf } from '../../processes/index.ts';
import type { CaseView } from '../../processes/kernel/present.ts';
import type { CaseRecord } from '../../workflows/case.messages.ts';
import { type ApiKit, startApiKit } from './support/api-kit.ts';
import type { Caller } from './support/caller.ts';
import { ANZHENXILI, startBody } from './support/forms.ts';
import { narrow, readPdf } from './support/read-pdf.ts';

let kit: ApiKit;
let liu: Caller;
let worker: Caller;

beforeAll(async () => {
  kit = await startApiKit('papers');
  liu = await kit.as('liu-guilan');
  worker = await kit.as('li-xiaoming');
});

afterAll(async () => {
  await kit?.[Symbol.asyncDispose]();
});

/** A certificate that no residents' committee may issue, so that the case ends with a notice at once. */
async function refusedCertificate(drill = false): Promise<CaseView> {
  const { status, body } = await liu.start({
    process: 'seal',
    org: ANZHENXILI,
    drill,
    form: {
      kind: 'certificate',
      certificateType: 'kinship',
      purpose: '办理房产过户①',
      requestingBody: '某某公证处',
      matter: 'ordinary',
      copies: 1,
      applicant: { personId: 'liu-guilan', name: '龚䶮', phone: '13800000000', address: '安贞西里3号楼120㎡' },
      content: '兹证明本人与刘某系母子关系。',
    },
  });
  expect([status, body.state]).toEqual([201, 'notIssued']);
  return body;
}

/** A lost seal, of which the whole community reads the notice. */
async function lostSeal(): Promise<string> {
  const { body } = await worker.start({
    process: 'seal',
    org: ANZHENXILI,
    form: {
      kind: 'loss',
      matter: 'ordinary',
      applicant: { name: '李晓明', phone: '13800000001', address: '社区办公室' },
      loss: { discoveredOn: '2026-01-05', circumstances: '清点时发现印章不在柜内' },
    },
  });
  const officer = await kit.as('xu-jing');
  await officer.give(body.id, 'loss.receive', {
    verdict: 'confirmed',
    noticePlace: '社区公告栏',
    noticeText: '印章遗失,声明作废',
    remark: '情况属实',
  });
  return body.id;
}

/** The answer byte by byte. */
async function download(person: string, path: string): Promise<{ headers: Headers; bytes: Buffer }> {
  const { body } = await kit.anonymous.post('/api/demo/sign-in', { person });
  const answer = await fetch(new URL(path, kit.url), { headers: { authorization: `Bearer ${body.token}` } });
  expect(answer.status).toBe(200);
  return { headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}

describe('the papers of a case', () => {
  test('are listed, and printed with all that the process says, the same each time', async () => {
    const { id, number } = await refusedCertificate();
    const { body } = await liu.get(`/api/cases/${id}/papers`);
    const url = `/api/cases/${id}/papers/nonIssuanceNotice.pdf`;
    expect(body.items).toMatchObject([{ paper: 'nonIssuanceNotice', title: '不予出具告知单', number, url }]);
    expect(body.items[0].date).toMatch(/^\d{4}-\d\d-\d\d$/);

    const { headers, bytes } = await download('liu-guilan', url);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('cache-control')).toBe('private, no-cache');
    const name = /^inline; filename="paper\.pdf"; filename\*=UTF-8''(\S+)$/.exec(
      headers.get('content-disposition') ?? '',
    );
    expect(decodeURIComponent(name?.[1] ?? '')).toBe(`不予出具告知单 ${number}.pdf`);
    const { text, fonts, info } = await readPdf(bytes);
    expect(narrow(text)).toBe(await contentOf(id, '朝阳区安贞街道安贞西里社区'));
    for (const rare of ['龚䶮', '过户①']) expect(text).toContain(rare);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+NotoSansSC/);
    expect(bytes.length).toBeLessThan(100_000);
    expect(info).toMatchObject({ Producer: 'Bihuan', Language: 'zh-CN', Title: `不予出具告知单 ${number}` });

    expect((await download('liu-guilan', url)).bytes.equals(bytes)).toBe(true);
    // Whoever prints it and in whatever language he reads: it is the same paper.
    expect((await download('li-xiaoming', `${url}?lang=en`)).bytes.equals(bytes)).toBe(true);
  });

  test('of a drill say so', async () => {
    const { id } = await refusedCertificate(true);
    const { bytes } = await download('liu-guilan', `/api/cases/${id}/papers/nonIssuanceNotice.pdf`);
    expect((await readPdf(bytes)).text).toContain('演练文书\uff0c不具效力');
  });

  test('are as hidden as the case', async () => {
    const { id } = await refusedCertificate();
    const neighbour = await kit.as('zhao-hongwei');
    for (const path of ['', '/nonIssuanceNotice.pdf']) {
      const { status, body } = await neighbour.get(`/api/cases/${id}/papers${path}`);
      expect([path, status, body.code]).toEqual([path, 404, 'case.notFound']);
      expect((await kit.anonymous.get(`/api/cases/${id}/papers${path}`)).status).toBe(401);
      expect((await neighbour.get(`/api/cases/no-such-case/papers${path}`)).body.code).toBe('case.notFound');
    }
  });

  test('are not for the public where something of the case is withheld from it', async () => {
    const id = await lostSeal();
    const neighbour = await kit.as('zhao-hongwei');
    expect((await neighbour.get(`/api/cases/${id}`)).status).toBe(200);
    expect((await neighbour.get(`/api/cases/${id}/papers`)).body).toEqual({ items: [] });
    const { status, body } = await neighbour.get(`/api/cases/${id}/papers/nonIssuanceNotice.pdf`);
    expect([status, body.code]).toEqual([403, 'paper.denied']);
  });

  test('that a case does not have, or no case has, are told with the way on', async () => {
    const id = await lostSeal();
    const missing = await worker.get(`/api/cases/${id}/papers/nonIssuanceNotice.pdf`);
    expect(missing).toMatchObject({ status: 404, body: { code: 'paper.notIssued' } });
    expect(missing.body.title).toBe('本事项目前没有《不予出具告知单》');
    const english = await worker.get(`/api/cases/${id}/papers/nonIssuanceNotice.pdf?lang=en`);
    expect(english.body.detail).toContain('see on its page how far it is');
    for (const name of [
      'nothing',
      'constructor',
      '__proto__',
      'toString',
      '%E5%91%8A',
      '..%2F..%2Fx',
      'a.b',
      '😀',
      'x'.repeat(90),
    ]) {
      const { status, body } = await worker.get(`/api/cases/${id}/papers/${name}.pdf`);
      expect([name, status, body.code]).toEqual([name, 404, 'paper.unknown']);
    }
    for (const name of ['nonIssuanceNotice', 'nonIssuanceNotice.docx', '.pdf', 'a/b.pdf']) {
      const { status } = await worker.get(`/api/cases/${id}/papers/${name}`);
      expect([name, status]).toEqual([name, 404]);
    }
    const { body: proposal } = await liu.start(startBody());
    expect((await liu.get(`/api/cases/${proposal.id}/papers`)).body).toEqual({ items: [] });
    expect((await liu.get(`/api/cases/${proposal.id}/papers/nonIssuanceNotice.pdf`)).body.code).toBe('paper.unknown');
  });

  test('are linked on the page of the case, in both languages, and only where there are any', async () => {
    const { id, number } = await refusedCertificate();
    const { body: proposal } = await liu.start(startBody());
    const page = async (of: string, lang: string) =>
      (await worker.get(`/desk/cases/${encodeURIComponent(of)}?lang=${lang}`, { headers: { accept: 'text/html' } }))
        .body;
    const link = `<a href="/api/cases/${id}/papers/nonIssuanceNotice.pdf" type="application/pdf" hreflang="zh-CN" lang="zh-CN">不予出具告知单</a>`;
    for (const [lang, heading] of [
      ['zh-CN', '文书'],
      ['en', 'Papers'],
    ] as const) {
      const text = await page(number, lang);
      expect(text).toContain(`<h2 id="papers">${heading}</h2>`);
      expect(text).toContain(link);
      expect(await page(proposal.number, lang)).not.toContain('id="papers"');
    }
  });
});

/** What the process itself says is in the paper, in the order in which it is read. */
async function contentOf(caseId: string, orgName: string): Promise<string> {
  const row = await kit.database
    .selectFrom('case_view')
    .select('record')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  const record = row.record as unknown as CaseRecord;
  const paper = processOf('seal')?.papers?.['nonIssuanceNotice']?.of({ number: record.number, state: record, orgName });
  if (!paper) throw new Error('the case has no paper');
  const [year, month, day] = paper.date.split('-').map(Number);
  const blocks = paper.blocks.flatMap((block) => {
    if (block.kind === 'table') return block.rows.flat();
    if (block.kind === 'list') return block.items.map((item, index) => `(${'一二三四五'[index]})${item}`);
    return [block.text];
  });
  const { number, title, addressee, issuer } = paper;
  return narrow([number, title, `${addressee}:`, ...blocks, issuer, `${year}年${month}月${day}日`].join(''));
}
