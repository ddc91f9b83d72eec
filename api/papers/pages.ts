import type { Line } from './compose.ts';

/**
 * Deals lines out to pages. Lines that belong together move to the next page together, and a table that goes on gets its
 * rules closed and opened again.
 */
export function pagesOf(lines: readonly Line[], height: number): Line[][] {
  const pages: Line[][] = [];
  let page: Line[] = [];
  let used = 0;
  for (const group of groupsOf(lines, height)) {
    const needed = heightOf(group);
    if (used + needed > height + 0.01 && page.length > 0) {
      pages.push(page);
      page = [];
      used = 0;
    }
    // No page begins with an empty line.
    if (page.length === 0 && pages.length > 0 && group.every(({ runs, frame }) => runs.length === 0 && !frame))
      continue;
    page.push(...group);
    used += needed;
  }
  if (page.length > 0 || pages.length === 0) pages.push(page);
  return pages.map(closeFrames);
}

/** Lines that stay together; what is higher than a page falls apart again. */
function groupsOf(lines: readonly Line[], height: number): Line[][] {
  const groups: Line[][] = [];
  let group: Line[] = [];
  for (const line of lines) {
    group.push(line);
    if (line.keep) continue;
    groups.push(group);
    group = [];
  }
  if (group.length > 0) groups.push(group);
  return groups.flatMap((each) => (heightOf(each) > height ? each.map((line) => [line]) : [each]));
}

const heightOf = (lines: readonly Line[]) => lines.reduce((sum, line) => sum + line.height, 0);

function closeFrames(page: Line[]): Line[] {
  const first = page[0];
  const last = page.at(-1);
  return page.map((line) =>
    line.frame
      ? { ...line, frame: { above: line.frame.above || line === first, below: line.frame.below || line === last } }
      : line,
  );
}
