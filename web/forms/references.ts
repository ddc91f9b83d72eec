import type { JsonSchema } from '../../processes/kernel/form-schema.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import type { Leaf } from './field.ts';
import { fieldsIn, fieldTree } from './field-tree.ts';
import { pickedForName, pickName } from './names.ts';
import { copyOf, type PostedForm, typed } from './posted.ts';
import { isReference, type ReferenceWidget } from './widget.ts';
import { formWord } from './words.ts';

/** Somebody or something that a typed text may mean. */
export interface Candidate {
  id: string;
  /** What people call it: name, number and title, whatever tells it apart from the others. */
  text: string;
}

/** What a text means: exactly one (told by name, the person sees who was found), several to choose from, or none. */
export type Resolve = (
  widget: ReferenceWidget,
  text: string,
  org: string | undefined,
) => Promise<{ id: string; text?: string } | { candidates: readonly Candidate[] }>;

export interface ResolvedForm {
  /** The form with an identifier picked wherever a text means just one. */
  posted: PostedForm;
  /** Control name → what to choose from. */
  candidates: Readonly<Record<string, readonly Candidate[]>>;
  faults: Readonly<Record<string, string>>;
}

/** Texts that one form may ask to be looked up. */
const LOOKUPS_MAX = 50;

/**
 * Finds out whom and what the texts of a form mean. Texts for which something was picked are left alone; kinds of
 * reference that nobody can look up (`widgets`) are handed on as they are.
 */
export async function resolveReferences(
  schema: JsonSchema,
  posted: PostedForm,
  resolve: Resolve,
  options: { locale: Locale; org?: string; widgets?: readonly ReferenceWidget[] },
): Promise<ResolvedForm> {
  const { locale, org, widgets = ['person', 'case', 'org'] } = options;
  const next = copyOf(posted);
  const candidates: Record<string, readonly Candidate[]> = {};
  const faults: Record<string, string> = {};
  for (const { name, widget } of openReferences(schema, posted, widgets).slice(0, LOOKUPS_MAX)) {
    const text = typed(posted, name);
    const found = await resolve(widget, text.normalize('NFKC').trim(), org);
    if ('id' in found) {
      next.set(pickName(name), [found.id]);
      next.set(pickedForName(name), [text]);
      if (found.text !== undefined) candidates[name] = [{ id: found.id, text: found.text }];
      continue;
    }
    candidates[name] = found.candidates;
    const none = found.candidates.length === 0;
    faults[name] = none
      ? formWord('noneFound', locale, { text: text.trim().slice(0, 60) })
      : formWord('severalFound', locale);
  }
  return { posted: next, candidates, faults };
}

function openReferences(
  schema: JsonSchema,
  posted: PostedForm,
  widgets: readonly ReferenceWidget[],
): { name: string; widget: ReferenceWidget }[] {
  return fieldsIn(fieldTree(schema, posted), 'chosen')
    .filter((field): field is Leaf => field.kind === 'leaf' && typed(posted, field.name).trim() !== '')
    .flatMap(({ name, widget }) => (isReference(widget) && widgets.includes(widget) ? [{ name, widget }] : []))
    .filter(({ name }) => pickOf(posted, name) === undefined);
}

/** The identifier that was picked for the text as it stands. */
export function pickOf(posted: PostedForm, name: string): string | undefined {
  const pick = typed(posted, pickName(name));
  return pick !== '' && typed(posted, pickedForName(name)) === typed(posted, name) ? pick : undefined;
}
