/** The commands that every process has: they act on the clocks of a case and not on its machine. */
import type { AnyRules, DeadlineRule, Grant } from '../define-rules.ts';

export const commonCommands = [
  'deadline.askExtension',
  'deadline.decideExtension',
  'deadline.pause',
  'deadline.resume',
  'case.link',
] as const;
export type CommonCommand = (typeof commonCommands)[number];
export type DeadlineCommand = Exclude<CommonCommand, 'case.link'>;

/** Entries that no command has: the clock, a new calendar, a request that came too late. */
export const commonEvents = [
  'deadline.return',
  'deadline.reminded',
  'deadline.urged',
  'deadline.ordered',
  'extension.late',
  'calendar.applied',
] as const;
export type CommonEvent = (typeof commonEvents)[number];

export function isCommonCommand(command: string): command is CommonCommand {
  return (commonCommands as readonly string[]).includes(command);
}

type Rule = DeadlineRule<string, string>;

/** Who may give a common command for one clock; undefined where its rule has no such thing. */
export function grantsFor(rule: Rule, command: DeadlineCommand): readonly Grant<string>[] | undefined {
  switch (command) {
    case 'deadline.askExtension':
      return rule.extension?.by;
    case 'deadline.decideExtension':
      return rule.extension?.decidedBy;
    case 'deadline.pause':
    case 'deadline.resume':
      return rule.pause?.by;
  }
}

/** The permissions that follow from the clocks of a process; a command that no clock knows is left out. */
export function commonPermissions(
  deadlines: Readonly<Record<string, Rule>>,
): Record<string, readonly Grant<string>[] | 'system'> {
  const permissions: Record<string, readonly Grant<string>[] | 'system'> = { 'case.link': 'system' };
  for (const command of commonCommands) {
    if (command === 'case.link') continue;
    const grants = Object.values(deadlines).flatMap((rule) => grantsFor(rule, command) ?? []);
    if (grants.length > 0) permissions[command] = [...new Set(grants)];
  }
  return permissions;
}

/** The keys of the clocks for which a common command exists. */
export function deadlinesWith(rules: Pick<AnyRules, 'deadlines'>, command: DeadlineCommand): string[] {
  return Object.entries<Rule>(rules.deadlines)
    .filter(([, rule]) => grantsFor(rule, command) !== undefined)
    .map(([key]) => key);
}

/** True if a clock that knows the command can be open in the state. */
export function isCommonIn(rules: AnyRules, state: string, command: CommonCommand): boolean {
  if (rules.states[state]?.kind === 'final') return false;
  if (command === 'case.link') return true;
  return deadlinesWith(rules, command).some((key) => {
    const rule: Rule | undefined = rules.deadlines[key];
    return rule !== undefined && (rule.runsIn.includes(state) || (rule.pausedIn?.includes(state) ?? false));
  });
}
