import type { SchemaNode } from './schema-node.ts';

/** What a person looks up instead of typing an identifier. */
export const referenceWidgets = ['person', 'case', 'org', 'process', 'deadline', 'item'] as const;

export type ReferenceWidget = (typeof referenceWidgets)[number];

/** How one value is typed. */
export type LeafWidget =
  | ReferenceWidget
  | 'text'
  | 'long'
  | 'email'
  | 'phone'
  | 'time'
  | 'date'
  | 'number'
  | 'integer'
  | 'money'
  | 'photo'
  /** Not asked of people: the system finds it. */
  | 'known';

const hinted: ReadonlySet<string> = new Set([
  ...referenceWidgets,
  'long',
  'email',
  'phone',
  'time',
  'date',
  'money',
  'photo',
  'known',
]);

/** Texts that may be longer than this get room for several lines. */
const ONE_LINE = 200;

export function isReference(widget: LeafWidget): widget is ReferenceWidget {
  return (referenceWidgets as readonly string[]).includes(widget);
}

/** The widget of a value: the schema's own hint or, where it has none, what its shape and name say. */
export function widgetOf(name: string, node: SchemaNode): LeafWidget {
  const hint = node['x-widget'];
  if (hint !== undefined && hinted.has(hint)) return hint as LeafWidget;
  if (node.type === 'integer') return 'integer';
  if (node.type === 'number') return node.multipleOf === 0.01 ? 'money' : 'number';
  if (node.format === 'date') return 'date';
  if (node.pattern !== undefined) return byPattern(name, node.pattern);
  return (node.maxLength ?? 0) > ONE_LINE ? 'long' : 'text';
}

/** Shapes of values that processes share; a hint in the schema goes before. */
function byPattern(name: string, pattern: string): LeafWidget {
  if (pattern.startsWith('^\\+?[0-9]')) return 'phone';
  if (pattern.startsWith('^([01]\\d')) return 'time';
  return byName.find(([names]) => names.test(name))?.[1] ?? 'text';
}

const byName: readonly (readonly [RegExp, ReferenceWidget | 'photo'])[] = [
  [/^(personId|personIds)$/, 'person'],
  [/^(caseId|into|dispatchId)$/, 'case'],
  [/^(photos?|evidence|imprint)$/, 'photo'],
  [/^(org|community|areas|consult)$/, 'org'],
];
