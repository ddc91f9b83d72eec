/** What a common command may be given for, before its form is filled in. */
import type { Actor } from '../actor.ts';
import type { CaseState, DeadlineState, Extension } from '../case.ts';
import type { Instant } from '../clock.ts';
import { isOverdue, isPausedByState } from '../deadline.ts';
import type { AnyRules, DeadlineRule, Grant, SettingValues } from '../define-rules.ts';
import { grantHeld } from '../permission.ts';
import { type Problem, problem } from '../problem.ts';
import { type DeadlineCommand, grantsFor } from './commands.ts';

type Rule = DeadlineRule<string, string>;

/** Why a command is of no use for one open clock; undefined if it may be given. */
export function obstacle(
  command: DeadlineCommand,
  deadline: DeadlineState,
  input: { rule: Rule; settings: SettingValues; at: Instant; drill: boolean },
): Problem | undefined {
  const { rule, settings, at, drill } = input;
  const paused = deadline.pausedSince !== null;
  const overdue = !paused && isOverdue(deadline, at, drill);
  const refuse = (code: string, values: Record<string, string | number> = {}) =>
    problem(code, { deadline: deadline.key, ...values }, '/deadline');
  switch (command) {
    case 'deadline.askExtension': {
      if (paused) return refuse('deadline.paused');
      if (overdue) return refuse('extension.late');
      if (pendingExtension(deadline)) return refuse('extension.pending');
      const granted = deadline.extensions.filter((extension) => extension.decision?.verdict === 'granted').length;
      const timesMax = rule.extension?.timesMax(settings) ?? 0;
      return granted >= timesMax ? refuse('extension.usedUp', { timesMax }) : undefined;
    }
    case 'deadline.decideExtension':
      if (!pendingExtension(deadline)) return refuse('extension.nonePending');
      return paused ? refuse('deadline.paused') : undefined;
    case 'deadline.pause':
      if (paused) return refuse('deadline.paused');
      return overdue ? refuse('pause.late') : undefined;
    case 'deadline.resume':
      if (!paused) return refuse('pause.none');
      return isPausedByState(deadline) ? refuse('pause.byState') : undefined;
  }
}

/** The open clocks for which a person may give a command now. */
export function offeredDeadlines(input: {
  rules: AnyRules;
  record: Pick<CaseState, 'org' | 'data' | 'deadlines' | 'settings' | 'drill'>;
  command: DeadlineCommand;
  actor: Actor;
  at: Instant;
}): string[] {
  const { rules, record, command, actor, at } = input;
  const { org, data, settings, drill } = record;
  return record.deadlines
    .filter((deadline) => {
      const rule: Rule | undefined = rules.deadlines[deadline.key];
      const grants = rule && grantsFor(rule, command);
      if (deadline.endedAt !== null || !rule || !grants) return false;
      if (grantHeld({ rules, grants, actor, org: org.id, data }) === undefined) return false;
      const isOwnRequest =
        command === 'deadline.decideExtension' && pendingExtension(deadline)?.askedBy.id === actor.id;
      return !isOwnRequest && obstacle(command, deadline, { rule, settings, at, drill }) === undefined;
    })
    .map((deadline) => deadline.key);
}

/** The request that waits for its decision. */
export function pendingExtension(deadline: DeadlineState): Extension | undefined {
  return deadline.extensions.find((extension) => extension.decision === null);
}

/** The decisions that people wait for, each for the first office that may take it. */
export function expectedDecisions(
  rules: AnyRules,
  deadlines: readonly DeadlineState[],
): { command: string; grant: Grant<string> }[] {
  const grants = deadlines
    .filter((deadline) => deadline.endedAt === null && pendingExtension(deadline) !== undefined)
    .flatMap((deadline) => {
      const rule: Rule | undefined = rules.deadlines[deadline.key];
      return rule?.extension?.decidedBy ?? [];
    });
  return [...new Set(grants)].map((grant) => ({ command: 'deadline.decideExtension', grant }));
}
