import { processes } from '../../processes/index.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import { isWithin } from '../../processes/kernel/actor.ts';
import type { Process } from '../../processes/kernel/define-process.ts';
import { permissionOf } from '../../processes/kernel/permission.ts';
import { levels } from '../../processes/organisation.ts';

export interface Startable {
  process: Process;
  /** Organisations for which the person may open a case. */
  orgs: readonly { id: string; name: string }[];
}

/** What a person may start, and where. */
export function startableBy(actor: Actor, orgNames: ReadonlyMap<string, string>): Startable[] {
  return (processes as readonly Process[]).flatMap((process) => {
    const { rules } = process;
    const depth = levels.indexOf(rules.level ?? 'community') + 1;
    const orgs = [...orgNames]
      .filter(
        ([id]) =>
          id.split('.').length === depth && actor.holdings.some(({ org }) => isWithin(id, org) || isWithin(org, id)),
      )
      .filter(([id]) => !('refused' in permissionOf({ rules, command: rules.start, actor, org: id, data: null })))
      .map(([id, name]) => ({ id, name }));
    return orgs.length > 0 ? [{ process, orgs }] : [];
  });
}
