import { describe } from 'vitest';
import { type Journey, journeyOn } from '../../support/journey.ts';
import type { Look, Site } from '../../support/site.ts';

/** The same journey by browsers that run script and by such that do not. */
export const eitherWay = describe.each([
  ['with script', true],
  ['without script', false],
] as const);

/** Somebody who has signed in, with a page of his own. */
export async function walker(site: Site, person: string | null, look: Look = {}): Promise<Journey> {
  return journeyOn(await (await site.as(person, look)).newPage());
}

/** Follows one page until the words are there: for what another case answers a moment later. */
export async function reloadUntil({ page }: Journey, text: string | RegExp): Promise<void> {
  const found = () => page.getByText(text).filter({ visible: true }).count();
  for (let round = 0; (await found()) === 0; round += 1) {
    if (round === 60) throw new Error(`${text} never came to ${page.url()}:\n${await page.innerText('main')}`);
    await page.reload({ waitUntil: 'load' });
  }
}

/** The number of the case that a page is about. */
export function numberOn({ page }: Journey): string {
  return decodeURIComponent(new URL(page.url()).pathname.split('/').pop() ?? '');
}
