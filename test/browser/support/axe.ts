import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** The levels that pages must meet, and what experts recommend beyond them. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

let source: string | undefined;

/**
 * What axe finds on the page, a line for each element: `color-contrast (serious): p.demo > a — what to mend`. Works only
 * where script runs, or it never answers: to look at a page as it is without script, keep its scripts from loading.
 */
export async function violationsOf(page: Page): Promise<string[]> {
  source ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  // Over the protocol, where the policy of the page against foreign script does not hold.
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('Runtime.evaluate', { expression: `${source};undefined` });
    const options = JSON.stringify({ runOnly: TAGS, resultTypes: ['violations'] });
    const expression = `axe.run(document, ${options}).then(({ violations }) => violations)`;
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(`axe: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    return (result.value as AxeResults['violations']).flatMap(linesOf);
  } finally {
    await session.detach();
  }
}

function linesOf({ id, impact, nodes }: AxeResults['violations'][number]): string[] {
  return nodes.map(({ target, failureSummary = '' }) => {
    const remedy = failureSummary.split('\n').slice(1).join(';').replaceAll(/\s+/g, ' ').trim();
    return `${id} (${impact}): ${target.flat().join(' ')} — ${remedy.slice(0, 200)}`;
  });
}
