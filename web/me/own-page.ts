import { deskCase, publicItem } from '../frame/address.ts';
import type { PageContext } from '../frame/context.ts';
import { isWorker } from '../frame/roles.ts';

/** The page of a case that fits the person: the workplace, or the page for everybody. */
export function ownPageOf({ actor }: Pick<PageContext, 'actor'>, number: string): string {
  const base = number.replace(/-R\d+$/, '');
  return isWorker(actor) ? deskCase(base) : publicItem(base);
}
