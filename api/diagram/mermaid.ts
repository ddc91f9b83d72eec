import type { Process } from '../../processes/kernel/define-process.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { arrowsOf, eventWords, initialState } from './transitions.ts';

/** The diagram of a process as Mermaid text, for its README. */
export function mermaidOf(process: Process, locale: Locale): string {
  const { rules, texts } = process;
  const names = Object.keys(rules.states);
  const titles = names.map((name) => `  state "${quoted(texts[locale].states[name]?.title ?? name)}" as ${idOf(name)}`);
  const arrows = arrowsOf(process).map(({ from, to, events }) => {
    const label = events.map((event) => eventWords(process, event, locale)).join(' / ');
    return `  ${idOf(from)} --> ${idOf(to)}: ${quoted(label)}`;
  });
  const ends = names.filter((name) => rules.states[name]?.kind === 'final').map((name) => `  ${idOf(name)} --> [*]`);
  return ['stateDiagram-v2', ...titles, `  [*] --> ${idOf(initialState(process))}`, ...arrows, ...ends, ''].join('\n');
}

function idOf(name: string): string {
  return name.replace(/\W/g, '_');
}

/** Quotes, colons and semicolons end a label in Mermaid. */
function quoted(label: string): string {
  return label.replaceAll('"', '”').replaceAll(':', '：').replaceAll(';', '；').replaceAll('\n', ' ');
}
