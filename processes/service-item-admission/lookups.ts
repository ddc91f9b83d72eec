import { dateOf } from '../kernel/clock.ts';
import type { Facts, ProcessRules } from '../kernel/define-rules.ts';
import { linesOf } from '../kernel/register.ts';
import type { Item } from './data.ts';
import { LIST } from './listing.ts';
import type { AdmissionNames } from './names.ts';

/**
 * What has to be known of the public list: whether the code is taken, and whether an item of the same name stands there.
 * Looked at on the day on which the new one is to hold as well, because a line may be published ahead.
 */
export const lookups: NonNullable<ProcessRules<AdmissionNames>['lookups']> = {
  'item.apply': ({ form, at }) => [
    { register: LIST, scope: 'own', keyPrefix: form.code, onDay: laterOf(form.startOn, dateOf(at)) },
    { register: LIST, scope: 'own', keyPrefix: form.code },
  ],
  'basis.check': ({ data, at }) => [
    { register: LIST, scope: 'own', onDay: laterOf(data?.item.startOn ?? '', dateOf(at)) },
  ],
  'list.publish': ({ form, data }) => [
    { register: LIST, scope: 'own', keyPrefix: data?.item.code ?? '', onDay: form.effectiveFrom },
  ],
};

/** True if the code stands in the list. */
export function listedWithCode({ registers, caseId }: Facts, code: string): boolean {
  return linesOf(registers, LIST).some((line) => line.key === code && line.caseId !== caseId);
}

/** The code under which an item of the same name stands in the list; blanks and brackets make no other name. */
export function listedSameName({ registers, caseId }: Facts, item: Item): string | undefined {
  const name = plain(item.name);
  return linesOf(registers, LIST).find((line) => {
    const listed = line.value['name'];
    return line.caseId !== caseId && typeof listed === 'string' && plain(listed) === name;
  })?.key;
}

function plain(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s()[\]《》“”"、,。·-]/g, '')
    .toLowerCase();
}

const laterOf = (one: string, other: string): string => (one > other ? one : other);
