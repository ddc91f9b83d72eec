import type { Locale } from '../../processes/kernel/text.ts';
import { formWord } from './words.ts';

/**
 * Attributes of a form whose text is kept in the browser until it was sent. The draft is of one person (`of.person`), so
 * that nobody sees another's. The page that tells of the success holds `data-island="sent"` somewhere.
 *
 * @example <form method="post" noValidate {...draftAttributes({ person, about: `${caseId}/${command}` }, posted !== undefined, locale)}>
 */
export function draftAttributes(
  of: { person: string; about: string },
  shown: boolean,
  locale: Locale,
): { 'data-island': string; 'data-props': string } {
  const words = {
    found: formWord('draftFound', locale),
    restore: formWord('draftRestore', locale),
    drop: formWord('draftDrop', locale),
  };
  return { 'data-island': 'draft', 'data-props': JSON.stringify({ key: `${of.person}/${of.about}`, shown, ...words }) };
}
