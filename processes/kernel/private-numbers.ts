/** Numbers that do not belong in a public text: whoever reads it could call or identify a person. */

export type PrivateNumber = 'telephone' | 'identity';

// Mobile numbers, with the separators people put in them, and numbers of the fixed network with their area code.
const telephone = String.raw`(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}|0\d{2,3}[- ]\d{7,8}|0(?:10|2\d|[3-9]\d{2})\d{7,8}`;
// Birth date and check sign tell an identity number from other long figures.
const identity = String.raw`[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]`;
const alone = (pattern: string) => `(?<![\\d])(?:${pattern})(?![\\dXx])`;
const either = new RegExp(`${alone(identity)}|${alone(telephone)}`, 'g');
const identityOnly = new RegExp(`^(?:${identity})$`);

/** The first such number in a text, whatever the width of its digits. */
export function privateNumberIn(text: string): PrivateNumber | undefined {
  const [found] = text.normalize('NFKC').match(either) ?? [];
  if (found === undefined) return undefined;
  return identityOnly.test(found) ? 'identity' : 'telephone';
}

/** The same text with such numbers taken out; a text without any stays as it was written. */
export function withoutPrivateNumbers(text: string): string {
  return privateNumberIn(text) === undefined ? text : text.normalize('NFKC').replace(either, '***');
}
