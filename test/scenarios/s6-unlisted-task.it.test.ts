import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyLedger } from '../../db/verify.ts';
import type { CaseView } from '../../processes/kernel/present.ts';
import { type ApiKit, startApiKit } from '../api/support/api-kit.ts';
import { ANZHENXILI } from '../api/support/forms.ts';
import { narrow, readPdf } from '../api/support/read-pdf.ts';
import { sampleForms } from '../processes/refusal/sample-forms.ts';

/** S6 over HTTP: a task from a WeChat group with a threat of deduction; one act refuses it, and the relief group sees to it. */
const WORKER = 'li-xiaoming';
const OFFICER = 'xu-jing';
const RELIEF = 'wei-ning';

let kit: ApiKit;
beforeAll(async () => {
  kit = await startApiKit('s6');
});
afterAll(() => kit?.[Symbol.asyncDispose]());

async function refuse(changes: object = {}) {
  const form = { ...sampleForms['task.refuse'](Date.now()), ...changes };
  return (await kit.as(WORKER)).start({ process: 'refusal', org: ANZHENXILI, form });
}

async function opened(changes: object = {}): Promise<CaseView> {
  const { status, body } = await refuse(changes);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body as CaseView;
}

const give = async (person: string, id: string, command: keyof typeof sampleForms, changes: object = {}) =>
  (await kit.as(person)).give(id, command, { ...sampleForms[command](Date.now()), ...changes });

const registered = async (id: string) => {
  const { body } = await kit.anonymous.get(`/api/registers/aroundTheList?org=${ANZHENXILI}`);
  return (body.items as { key: string; value: Record<string, unknown> }[]).find(({ key }) => key === id)?.value;
};

test('S6: one act refuses, the notice is there, the group has it, and it ends corrected', async () => {
  const view = await opened();
  expect(view).toMatchObject({ state: 'reported', seq: 1 });

  // Match against the list, the form without its marks, the threat: each with its basis, in a paper that can be copied from.
  const response = await fetch(new URL(`/api/cases/${view.id}/papers/refusal-notice.pdf`, kit.url), {
    headers: { authorization: await bearer(WORKER) },
  });
  expect(response.status).toBe(200);
  const { text } = await readPdf(new Uint8Array(await response.arrayBuffer()));
  const paper = narrow(text);
  for (const words of [
    '拒绝办理告知书',
    `${view.number}`,
    '表号',
    '制定机关',
    '有效期限',
    '统计法',
    '扣分',
    '街道办事处条例',
  ]) {
    expect(paper).toContain(narrow(words));
  }
  expect(await registered(view.id)).toMatchObject({ outcome: 'open', assessmentBreach: true });

  // It stands in the relief group's inbox.
  const { body: inbox } = await (await kit.as(RELIEF)).get('/api/tasks?scope=group');
  expect(JSON.stringify(inbox.items)).toContain(view.id);

  // The office that was refused never learns who spoke up: neither from the case, nor from its ledger, page or receipt.
  const officer = await kit.as(OFFICER);
  for (const path of [
    `/api/cases/${view.id}`,
    `/api/cases/${view.id}/ledger`,
    `/cases/${view.id}`,
    `/api/receipts/${view.receipt}`,
  ]) {
    const { body } = await officer.get(path);
    expect(JSON.stringify(body)).not.toMatch(/李晓明|li-xiaoming|周建平/);
  }

  await give(RELIEF, view.id, 'relief.accept');
  expect(await outcomeTooEarly(view.id)).toMatch(/assessment|finding/);
  await give(RELIEF, view.id, 'assessment.find');
  await give(RELIEF, view.id, 'correction.ask');
  await give(OFFICER, view.id, 'correction.answer');
  const end = await give(RELIEF, view.id, 'outcome.decide');
  expect(end.state).toBe('corrected');
  expect(await registered(view.id)).toMatchObject({ outcome: 'corrected', assessmentBreach: true });
  expect((await verifyLedger(kit.database)).findings).toEqual([]);
});

test('S6 with bad turns: dismissed, objected to, reviewed by another hand; an empty message; an item that is on the list', async () => {
  const view = await opened({ title: '上报流动人口台账', threat: '不报就在全街排名通报' });
  await give(RELIEF, view.id, 'relief.accept');
  await give(RELIEF, view.id, 'assessment.find', { verdict: 'notConfirmed', reason: '群内无扣分表述的原始记录。' });
  await give(RELIEF, view.id, 'outcome.decide', { verdict: 'dismissed', reasons: '该任务属已准入事项的组成部分。' });
  await give(WORKER, view.id, 'objection.raise');
  const byTheSameHand = await (await kit.as(RELIEF)).act(
    view.id,
    'review.decide',
    sampleForms['review.decide'](Date.now()),
  );
  expect(byTheSameHand.status).toBe(403);
  expect((await give('luo-min', view.id, 'review.decide', { verdict: 'overturned' })).state).toBe('checking');

  const empty = await refuse({ wording: ' ' });
  expect(empty).toMatchObject({ status: 422, body: { code: 'form.invalid' } });

  await listItem('MZ-001', '沿街商户用工情况表');
  const listed = await refuse({ itemCode: 'MZ-001', wording: '请按清单协助发放宣传页。', asksForForm: undefined });
  expect(listed).toMatchObject({ status: 409, body: { code: 'task.listed' } });
});

async function bearer(person: string): Promise<string> {
  const { body } = await kit.anonymous.post('/api/demo/sign-in', { person });
  return `Bearer ${body.token}`;
}

async function outcomeTooEarly(id: string): Promise<string> {
  const form = sampleForms['outcome.decide'](Date.now());
  return (await (await kit.as(RELIEF)).act(id, 'outcome.decide', form)).body.code;
}

/** An item of an older list, in effect from the day of its entry. */
async function listItem(code: string, name: string): Promise<void> {
  const form = {
    code,
    name,
    kind: 'assist',
    category: 'assisting',
    origin: 'existingList',
    department: '区人力社保局',
    basis: [{ kind: 'policy', title: '北京市社区协助工作清单' }],
    mainResponsible: 'department',
    acts: ['educate'],
    hoursPerMonth: 4,
    startOn: '2026-01-01',
    money: { needed: false, reason: '由部门印制并配送,不产生费用。' },
  };
  const { status, body } = await (await kit.as('luo-min')).start({
    process: 'service-item-admission',
    org: 'chaoyang',
    form,
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
}
