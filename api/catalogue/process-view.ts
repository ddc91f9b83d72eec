import { accepts } from '../../processes/kernel/decide.ts';
import type { Process } from '../../processes/kernel/define-process.ts';
import type { DeadlineRule, Separation, Setting, StateRule } from '../../processes/kernel/define-rules.ts';
import { formSchema, type JsonSchema } from '../../processes/kernel/form-schema.ts';
import type { Limit } from '../../processes/kernel/limit.ts';
import { grantWords } from '../../processes/kernel/present.ts';
import { type DeadlineView, presentSource } from '../../processes/kernel/present-deadline.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { mermaidOf } from '../diagram/mermaid.ts';
import { initialState } from '../diagram/transitions.ts';
import { type ClockWords, clockWords, defaultsOf } from './clock-words.ts';
import { limitWords, unitWords } from './limit-words.ts';
import { diagramUrl } from './urls.ts';

type SourceView = DeadlineView['source'];

/** A process as everybody may read it: nothing of it is written twice. */
export interface ProcessView {
  id: string;
  version: number;
  title: string;
  summary: string;
  start: string;
  initialState: string;
  states: {
    name: string;
    title: string;
    next: string;
    stage: number;
    kind: string;
    visibleTo: string;
    expects: { command: string; title: string; who: string }[];
  }[];
  commands: { name: string; title: string; states: string[]; form: JsonSchema }[];
  matrix: {
    grants: { grant: string; title: string }[];
    rows: {
      command: string;
      title: string;
      may: string[];
      mayNot: { relation: string; title: string; source: SourceView }[];
    }[];
  };
  deadlines: {
    key: string;
    title: string;
    limit: Limit | null;
    limitText: string;
    runsIn: string[];
    pausedIn: string[];
    onExpiry: string | null;
    /** Reminders, more time and standstill, as sentences. */
    words: ClockWords;
    source: SourceView;
  }[];
  settings: { name: string; title: string; value: number; unit: string; unitText: string; source: SourceView }[];
  diagram: { mermaid: string; svg: string };
}

/** The whole process in one language. */
export function presentProcess(process: Process, locale: Locale): ProcessView {
  const { rules } = process;
  const texts = process.texts[locale];
  return {
    id: rules.id,
    version: rules.version,
    title: texts.title,
    summary: texts.summary,
    start: rules.start,
    initialState: initialState(process),
    states: Object.entries<StateRule<string, string>>(rules.states).map(([name, state]) => ({
      name,
      title: texts.states[name]?.title ?? name,
      next: texts.states[name]?.next ?? '',
      stage: state.stage,
      kind: state.kind,
      visibleTo: state.visibleTo,
      expects: Object.entries(state.expects).map(([command, grant]) => ({
        command,
        title: texts.commands[command]?.title ?? command,
        who: grantWords(process, grant as string, locale),
      })),
    })),
    commands: humanCommands(process).map((command) => ({
      name: command,
      title: texts.commands[command]?.title ?? command,
      states: Object.keys(rules.states).filter((state) => accepts(rules, state, command)),
      form: formSchema(process, command, locale),
    })),
    matrix: matrixOf(process, locale),
    deadlines: Object.entries<DeadlineRule<string, string>>(rules.deadlines).map(([key, rule]) => {
      const limit = usualLimit(process, rule);
      return {
        key,
        title: texts.deadlines[key] ?? key,
        limit,
        limitText: limitWords(limit, locale),
        runsIn: [...rule.runsIn],
        pausedIn: [...(rule.pausedIn ?? [])],
        onExpiry: rule.onExpiry ?? null,
        words: clockWords(process, rule, locale),
        source: presentSource(rule.source, locale),
      };
    }),
    settings: Object.entries<Setting>(rules.settings).map(([name, { value, unit, source }]) => ({
      name,
      title: texts.settings[name] ?? name,
      value,
      unit,
      unitText: unitWords(unit, locale),
      source: presentSource(source, locale),
    })),
    diagram: { mermaid: mermaidOf(process, locale), svg: diagramUrl(rules.id, locale) },
  };
}

/** The commands that people give; those of the system stand in the matrix only. */
export function humanCommands(process: Process): string[] {
  return Object.keys(process.rules.permissions).filter((command) => process.rules.permissions[command] !== 'system');
}

function matrixOf(process: Process, locale: Locale): ProcessView['matrix'] {
  const { permissions, separations } = process.rules;
  const rows = Object.entries<readonly string[] | 'system'>(permissions).map(([command, grants]) => ({
    command,
    title: process.texts[locale].commands[command]?.title ?? command,
    may: grants === 'system' ? ['system'] : [...grants],
    mayNot: separations
      .filter((separation: Separation<string, string, string>) => separation.commands.includes(command))
      .map((separation: Separation<string, string, string>) => ({
        relation: `#${separation.notBy}`,
        title: grantWords(process, `#${separation.notBy}`, locale),
        source: presentSource(separation.source, locale),
      })),
  }));
  const grants = [...new Set(rows.flatMap((row) => row.may))];
  return { grants: grants.map((grant) => ({ grant, title: grantWords(process, grant, locale) })), rows };
}

/** The limit with the usual figures; null where it depends on the single case. */
function usualLimit(process: Process, rule: DeadlineRule<string, string>): Limit | null {
  try {
    const limit = rule.limit(defaultsOf(process), {});
    return limit !== null && 'untilDate' in limit ? null : limit;
  } catch {
    return null;
  }
}
