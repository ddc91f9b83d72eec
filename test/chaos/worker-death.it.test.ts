import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { caseWorkflowId } from '../../workflows/case.messages.ts';
import { tinyRules as rules } from '../fixtures/tiny-process/rules.ts';
import { openCase } from '../support/case.ts';
import { type ChaosHouse, openChaosHouse } from '../support/chaos.ts';
import { connectTemporal, type TestTemporal } from '../support/temporal.ts';
import { repairer, resident, worker } from '../support/tiny-people.ts';

let temporal: TestTemporal;
let house: ChaosHouse;
beforeAll(async () => {
  temporal = await connectTemporal();
  house = await openChaosHouse(temporal, 'worker death');
});
afterAll(async () => {
  await house[Symbol.asyncDispose]();
  await temporal[Symbol.asyncDispose]();
});

test('a worker dies while a command is carried to another case: it is done there once', async () => {
  const taskQueue = `death-${randomUUID()}`;
  const mortal = await house.mortalWorker(taskQueue, 'relay');
  const open = (place: string) => openCase(temporal, { rules, taskQueue, form: { place }, actor: resident });
  const [lamp, other] = [await open('3号楼'), await open('5号楼')];
  await lamp.give('lamp.assign', { to: repairer.id }, worker);
  await lamp.give('lamp.refer', { caseId: other.id }, worker);
  await mortal.died;
  await house.immortalWorker(taskQueue);
  await temporal.client.workflow.getHandle(caseWorkflowId(lamp.id)).result();
  expect(await house.kinds(lamp.id)).toEqual(['lamp.report', 'lamp.assign', 'lamp.refer', 'refer.accepted']);
  expect((await house.kinds(other.id)).filter((kind) => kind === 'lamp.adopt')).toHaveLength(1);
  await house.expectInvariant(other);
});
