/** Narrow signs and their Chinese forms, which are the same 0xFEE0 further on in Unicode. */
const WIDE_OFFSET = 0xfee0;
const WIDE_SIGN = /[\p{Script=Han}\u3000-\u303f\uff01-\uff60“”‘’—…]/u;
const STOPS = new Set(',;:?!');

/**
 * Gives a Chinese text its Chinese punctuation (GB/T 15834-2011): what people type on a narrow keyboard, `甲,乙(丙)`, is
 * printed wide. Figures, words of letters and addresses keep theirs: `1,000`, `9:30`, `f(x)`.
 */
export function withChinesePunctuation(text: string): string {
  const characters = Array.from(text);
  widenBrackets(characters);
  for (const [index, character] of characters.entries()) {
    if (!STOPS.has(character)) continue;
    // From left to right, so that a sign after a sign that was just widened is widened too.
    const [before = '', after = ''] = [characters[index - 1], characters[index + 1]];
    if (WIDE_SIGN.test(before) || WIDE_SIGN.test(after)) characters[index] = wide(character);
  }
  return characters.join('');
}

/** A pair is Chinese if something Chinese stands in it or right before it. */
function widenBrackets(characters: string[]): void {
  const opened: number[] = [];
  for (const [index, character] of characters.entries()) {
    if (character === '(') opened.push(index);
    if (character !== ')') continue;
    const from = opened.pop();
    if (from === undefined) continue;
    const inside = characters.slice(from + 1, index);
    if (![...inside, characters[from - 1] ?? ''].some((each) => WIDE_SIGN.test(each))) continue;
    characters[from] = wide('(');
    characters[index] = wide(')');
  }
}

function wide(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) + WIDE_OFFSET);
}
