/** Signs that carry no meaning of their own in a title. */
const EMPTY = /[^\p{L}\p{N}]/gu;

function signsOf(title: string): Map<string, number> {
  const signs = new Map<string, number>();
  for (const sign of title.normalize('NFKC').toLowerCase().replace(EMPTY, '')) {
    signs.set(sign, (signs.get(sign) ?? 0) + 1);
  }
  return signs;
}

const lengthOf = (signs: ReadonlyMap<string, number>) => [...signs.values()].reduce((sum, count) => sum + count, 0);

/**
 * The titles nearest to one, the nearest first; of equals the one that stands first. Near are titles that share many signs,
 * measured by the shorter one: people tell one thing short and long, and trigrams of so few signs find less.
 */
export function nearest<Titled extends { title: string }>(
  title: string,
  among: readonly Titled[],
  limit: number,
): Titled[] {
  const asked = signsOf(title);
  return among
    .map((each) => ({ each, share: shareOf(asked, signsOf(each.title)) }))
    .filter(({ share }) => share > 0)
    .sort((one, other) => other.share - one.share)
    .slice(0, limit)
    .map(({ each }) => each);
}

function shareOf(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const shorter = Math.min(lengthOf(one), lengthOf(other));
  if (shorter === 0) return 0;
  let shared = 0;
  for (const [sign, count] of one) shared += Math.min(count, other.get(sign) ?? 0);
  return shared / shorter;
}
