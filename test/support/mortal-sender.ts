import { findTinyRules, tinyRules } from '../fixtures/tiny-process/rules.ts';
import { caseKit, openCase } from './case.ts';
import { type DeathPoint, openDyingDatabase } from './dying-database.ts';
import { connectTemporalAt } from './temporal.ts';
import { repairer, resident, worker } from './tiny-people.ts';

/** Somebody who opens a case and assigns it, and dies on the way. Started by the chaos tests. */
const {
  TEMPORAL_ADDRESS = '',
  DATABASE_URL = '',
  TASK_QUEUE = '',
  DIE_AT = '',
  DIE_OF = '',
  CASE_ID = '',
} = process.env;

let isDying = DIE_OF === 'lamp.report';
const database = openDyingDatabase(
  DATABASE_URL,
  (point, types) => isDying && point === (DIE_AT as DeathPoint) && (types.length === 0 || types.includes(DIE_OF)),
);
const temporal = await connectTemporalAt(TEMPORAL_ADDRESS);
temporal.writeTo({ database, rulesFor: findTinyRules });
await openCase(temporal, {
  rules: tinyRules,
  taskQueue: TASK_QUEUE,
  id: CASE_ID,
  commandId: `${CASE_ID}:report`,
  form: { place: '3号楼' },
  actor: resident,
});
isDying = true;
await caseKit(temporal, CASE_ID).give('lamp.assign', { to: repairer.id }, worker, { commandId: `${CASE_ID}:assign` });
process.exitCode = 1;
