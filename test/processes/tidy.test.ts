import { describe, expect, it } from 'vitest';
import type { ZodObject } from 'zod';
import { processes, processOf } from '../../processes/index.ts';
import { isCommonCommand } from '../../processes/kernel/common/commands.ts';
import { isNamedRung } from '../../processes/kernel/common/rung-words.ts';
import { commonZh } from '../../processes/kernel/common/texts.zh-CN.ts';
import type { AnyTexts, FieldText } from '../../processes/kernel/define-process.ts';
import type {
  AnyRules,
  Condition,
  DeadlineRule,
  Separation,
  Setting,
  StateRule,
} from '../../processes/kernel/define-rules.ts';
import { roles } from '../../processes/organisation.ts';
import { allRules, latestRules, rulesFor } from '../../processes/rules.ts';

describe('the registers', () => {
  it('hold the same processes with and without forms', () => {
    expect(processes.map((process) => process.rules)).toEqual(allRules);
  });

  it('find a process by version, and the newest without one', () => {
    for (const { rules } of processes) {
      expect(processOf(rules.id, rules.version)?.rules).toBe(rules);
      expect(rulesFor(rules.id, rules.version)).toBe(rules);
      expect(latestRules(rules.id)?.version).toBe(processOf(rules.id)?.rules.version);
      expect(processOf(rules.id, rules.version + 1000)).toBeUndefined();
    }
    expect(processOf('no-such-process')).toBeUndefined();
    expect(latestRules('no-such-process')).toBeUndefined();
  });
});

describe.each(processes.map((process) => [`${process.rules.id}@${process.rules.version}`, process] as const))(
  '%s',
  (_, process) => {
    const { rules, forms, texts } = process;
    const states: [string, StateRule<string, string>][] = Object.entries(rules.states);
    const commands = Object.keys(rules.permissions);
    const languages: [string, AnyTexts][] = Object.entries(texts);

    it('its words have the same keys and the same places in both languages', () => {
      expect(wordPlaces(texts.en)).toEqual(wordPlaces(texts['zh-CN']));
    });

    it('no word is empty', () => {
      for (const [, words] of languages) {
        expect(Object.values(wordPlaces(words)).length).toBeGreaterThan(0);
        expect(emptyWords(words)).toEqual([]);
      }
    });

    it('every problem it can tell has words', () => {
      const codes = new Set(problemCodes(rules));
      for (const [language, words] of languages) {
        expect(
          [...codes].filter((code) => !words.problems[code]),
          language,
        ).toEqual([]);
      }
      expect(
        Object.keys(texts['zh-CN'].problems).filter((code) => !codes.has(code) && !commonZh.problems[code]),
        'words nobody uses',
      ).toEqual([]);
    });

    it('every setting and every clock has its source in both languages', () => {
      const settings: Setting[] = Object.values(rules.settings);
      const deadlines: DeadlineRule<string, string>[] = Object.values(rules.deadlines);
      const separations: readonly Separation<string, string, string>[] = rules.separations;
      for (const { source } of [...settings, ...deadlines, ...separations]) {
        expect(source.title.zh).not.toBe('');
        expect(source.title.en).not.toBe('');
      }
    });

    it('every rung of a ladder has a name', () => {
      const rungs = Object.values<DeadlineRule<string, string>>(rules.deadlines).flatMap(({ ladder }) => ladder);
      expect(rungs.map(({ name }) => name).filter((name) => !isNamedRung(name))).toEqual([]);
    });

    it('every form field, however deep, has a label in both languages', () => {
      for (const command of commands) {
        const names = Object.keys((forms[command] as ZodObject).shape);
        for (const [language, words] of languages) {
          const labels: Record<string, FieldText> = words.fields[command] ?? {};
          expect(Object.keys(labels).sort(), `${language} ${command}`).toEqual(names.sort());
        }
      }
    });

    it('a form refuses fields it does not know', () => {
      for (const command of commands) {
        const result = forms[command]?.safeParse({ unknownField: 1 });
        const codes = result?.error?.issues.map((issue) => issue.code);
        expect(codes, command).toContain('unrecognized_keys');
      }
    });

    it('who is expected to act is permitted to', () => {
      for (const [state, rule] of states) {
        for (const [command, grant] of Object.entries(rule.expects)) {
          expect(rules.permissions[command], `${state} ${command}`).toContain(grant);
          expect(accepted(rules, state), `${state} ${command}`).toContain(command);
        }
      }
    });

    it('every grant is a role of the organisation or a relation of the process', () => {
      const known = [
        'system',
        ...Object.keys(roles),
        ...Object.keys(rules.relations).map((relation) => `#${relation}`),
      ];
      for (const command of commands) {
        const grants = [rules.permissions[command] ?? []].flat();
        expect(known, command).toEqual(expect.arrayContaining(grants));
      }
    });

    it('machine and states are the same list, flat and without an end that is none', () => {
      expect(Object.keys(rules.machine.root.states).sort()).toEqual(states.map(([state]) => state).sort());
      for (const [state, rule] of states) {
        const node = rules.machine.root.states[state];
        expect(Object.keys(node?.states ?? {}), state).toEqual([]);
        expect(node?.type === 'final', state).toBe(rule.kind === 'final');
        const leads = [...(node?.transitions.values() ?? [])]
          .flat()
          .some((one) => one.target?.some((to) => to !== node));
        expect(leads, `${state} has a way out`).toBe(rule.kind !== 'final');
      }
    });

    it('the machine takes every command somewhere, and knows no other', () => {
      const taken = new Set(states.flatMap(([state]) => accepted(rules, state)));
      const events = Object.keys(texts['zh-CN'].events);
      // Those that every process has act on clocks and links and never reach the machine.
      const own = commands.filter((command) => command !== rules.start && !isCommonCommand(command));
      expect(own.filter((command) => !taken.has(command))).toEqual([]);
      expect([...taken].filter((event) => ![...commands, ...events].includes(event))).toEqual([]);
    });

    it('a clock that moves the machine is heard in every state in which it runs', () => {
      const deadlines: [string, DeadlineRule<string, string>][] = Object.entries(rules.deadlines);
      for (const [key, rule] of deadlines.filter(([, one]) => one.onExpiry)) {
        for (const state of rule.runsIn) expect(accepted(rules, state), `${key} in ${state}`).toContain(rule.onExpiry);
      }
    });
  },
);

function accepted(rules: AnyRules, state: string): string[] {
  return (rules.machine.root.states[state]?.ownEvents ?? []).filter((event) => event !== '');
}

function problemCodes(rules: AnyRules): string[] {
  const conditions = Object.values(rules.conditions).flat() as Condition<unknown, unknown, string>[];
  return [...conditions.map((one) => one.code), ...rules.separations.map((one) => one.code)];
}

/** Every sentence by its path, with the `{places}` it holds; the value of a sentence itself may differ. */
function wordPlaces(words: object, path = ''): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[`${path}/${key}`, [...value.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort()]]
        : Object.entries(wordPlaces(value, `${path}/${key}`)),
    ),
  );
}

function emptyWords(words: object, path = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) => {
    if (typeof value === 'string') return value.trim() === '' ? [`${path}/${key}`] : [];
    return emptyWords(value, `${path}/${key}`);
  });
}
