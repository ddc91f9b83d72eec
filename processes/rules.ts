import type { AnyRules } from './kernel/define-rules.ts';
import * as registered from './register-rules.ts';

/** The register without forms and words: the only list of processes that the workflow sandbox sees. */
export const allRules: readonly AnyRules[] = Object.values(registered);

/** The rules of one version of a process. */
export function rulesFor(process: string, version: number): AnyRules | undefined {
  return allRules.find((rules) => rules.id === process && rules.version === version);
}

/** The rules by which new cases are opened. */
export function latestRules(process: string): AnyRules | undefined {
  return allRules
    .filter((rules) => rules.id === process)
    .reduce<AnyRules | undefined>(
      (latest, rules) => (latest && latest.version > rules.version ? latest : rules),
      undefined,
    );
}
