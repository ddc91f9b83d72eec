import { isWithin } from '../../processes/kernel/actor.ts';
import type { PageContext } from '../frame/context.ts';

/** The organisations within reach, from the top down. */
export function orgsWithin({ orgNames }: Pick<PageContext, 'orgNames'>, tops: readonly string[]): string[] {
  return [...orgNames.keys()].filter((org) => tops.some((top) => isWithin(org, top))).sort();
}
