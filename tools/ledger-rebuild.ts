import { rulesFor } from '../processes/rules.ts';
import { CLOSED, createCaseSender } from '../workflows/case.client.ts';
import { LaunchProblem, reasonOf } from './launch/launch-problem.ts';
import { compareOpenCases } from './ledger/compare.ts';
import { openLedgerParts } from './ledger/parts.ts';

/** `npm run ledger:rebuild`: lets the workflow of each open case that differs record itself anew. */

try {
  process.exitCode = (await rebuild()) ? 0 : 1;
} catch (error) {
  process.stderr.write(
    `${error instanceof LaunchProblem ? error.message : error instanceof Error ? error.stack : error}\n`,
  );
  process.exitCode = 1;
}

async function rebuild(): Promise<boolean> {
  const parts = await openLedgerParts();
  try {
    const compared = await compareOpenCases(parts);
    const sender = createCaseSender({ ...parts, rulesFor });
    const differing = compared.filter(({ standing }) => standing !== 'same');
    let failures = 0;
    for (const { caseId, number } of differing) {
      const told = sender.tick(caseId, { always: true });
      const outcome = await told.then((record) => (record === CLOSED ? 'noWorkflow' : 'repaired')).catch(reasonOf);
      failures += outcome === 'repaired' ? 0 : 1;
      process.stdout.write(`${outcome === 'repaired' ? '✓' : '✗'} ${number} (${caseId}): ${outcome}\n`);
    }
    process.stdout.write(
      `${compared.length} 件在办，修复 ${differing.length - failures} 件，${failures} 件未能修复 / ${compared.length} open, ${differing.length - failures} repaired, ${failures} not\n`,
    );
    return failures === 0;
  } finally {
    await parts.close();
  }
}
