/** The printers' sign for a character that is missing in their case. */
const MISSING = '〓';

/** Text that can be printed as it stands, and what had to be left out of it. */
export interface Printable {
  text: (text: string) => string;
  /** Characters that the font does not have, in the order in which they came. */
  missing: string[];
}

/** Takes out what cannot be seen and marks what the font does not have, so that nothing is left out without a word. */
export function printable(has: (codePoint: number) => boolean): Printable {
  const missing: string[] = [];
  return {
    missing,
    text: (text) =>
      Array.from(text.replaceAll('\t', ' ').replaceAll(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/gu, ''), (character) => {
        if (character === '\n' || IGNORABLE.test(character) || has(character.codePointAt(0) as number))
          return character;
        missing.push(character);
        return MISSING;
      }).join(''),
  };
}

/** Signs that only choose a form of the character before them. */
const IGNORABLE = /\p{Variation_Selector}/u;

/** `U+20BB7`, by which the character can be looked up and written in by hand. */
export function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
}
