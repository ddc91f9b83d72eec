import { verifyLedger } from '../db/verify.ts';
import { LaunchProblem } from './launch/launch-problem.ts';
import { type Compared, compareOpenCases, type Standing } from './ledger/compare.ts';
import { openLedgerParts } from './ledger/parts.ts';

/** `npm run ledger:check`: every chain is whole, and every open case is what its workflow in Temporal says. */

const words: Record<Standing, string> = {
  same: '一致 / the same',
  viewMissing: '视图中没有该案件 / the view does not know the case',
  viewBehind: '视图落后 / the view is behind',
  viewAhead: '视图有未被接受的记录 / the view holds a row that was not accepted',
  hashDiffers: '回执不同 / other receipt',
  rungsDiffer: '待时钟处理的事项与期限不一致 / what waits for the clock is not what the deadlines say',
  noWorkflow: 'Temporal 中没有该案件 / Temporal does not know the case',
  noAnswer: '该案件没有应答（worker 是否在运行？）/ the case does not answer (does a worker run?)',
};

try {
  process.exitCode = (await check()) ? 0 : 1;
} catch (error) {
  process.stderr.write(
    `${error instanceof LaunchProblem ? error.message : error instanceof Error ? error.stack : error}\n`,
  );
  process.exitCode = 1;
}

async function check(): Promise<boolean> {
  const parts = await openLedgerParts();
  try {
    const verified = await verifyLedger(parts.database);
    for (const { caseId, position, code } of verified.findings) {
      print(`✗ ${caseId} ${position === null ? '' : `#${position} `}${code}`);
    }
    print(
      `${verified.cases} 件，${verified.rows} 行，${verified.voided} 行作废，${verified.gaps} 处缺口 / ${verified.cases} cases, ${verified.rows} rows, ${verified.voided} voided, ${verified.gaps} gaps`,
    );
    const compared = await compareOpenCases(parts);
    const differing = compared.filter(({ standing }) => standing !== 'same');
    differing.forEach(tell);
    print(
      `${compared.length} 件在办，${differing.length} 件与 Temporal 不一致 / ${compared.length} open, ${differing.length} differ from Temporal`,
    );
    const isWhole = verified.findings.length === 0 && differing.length === 0;
    print(isWhole ? '✓ 台账完整且一致 / the ledger is whole and agrees' : remedy(verified.findings.length > 0));
    return isWhole;
  } finally {
    await parts.close();
  }
}

function tell({ number, caseId, standing, viewSeq, workflowSeq }: Compared): void {
  print(`✗ ${number} (${caseId}): ${words[standing]}; view ${viewSeq ?? '—'}, workflow ${workflowSeq ?? '—'}`);
}

function remedy(isBroken: boolean): string {
  return isBroken
    ? '✗ 哈希链断裂：保留现场并与备份、回执核对 / a chain is broken: keep the cluster as it is, compare with backups and receipts'
    : '✗ 运行 npm run ledger:rebuild 后再查 / run npm run ledger:rebuild, then check again';
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
