/** Width of a text in one font and size. */
export type Measure = (text: string) => number;

/**
 * Signs that begin no line and signs that end none (GB/T 15834-2011 5.1), wide and narrow. The wide forms of ASCII are
 * written by their numbers, as they look alike.
 */
const CLOSING = new Set('。、〕】》〉」』〗’”·\uff0c\uff1b\uff1a\uff1f\uff01\uff09\uff5d\uff3d\uff5e,.;:?!)]}%‰℃°′″~-');
const OPENING = new Set('〔【《〈「『〖‘“\uff08\uff5b\uff3b([{');
/** Signs of two characters that stay together. */
const DOUBLE = new Set(['—', '…']);

const WORD = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\d!-~]/u;
/** Narrow signs at the edges of a word belong to its neighbours: `甲,abc(乙)`. */
const EDGES = /^([,.;:?!)\]}%-]*)(.*?)([([{]*)$/su;
const SPACE = /^\s+$/u;
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/**
 * Breaks a paragraph into lines. Chinese may break between any two characters, words of letters and digits stay whole
 * unless they are longer than half a line, and no line begins with a closing sign or ends with an opening one.
 */
export function breakLines(
  text: string,
  { width, indent = 0, measure }: { width: number; indent?: number; measure: Measure },
): string[] {
  const lines: string[] = [];
  let line = '';
  let left = width - indent;
  const isTooLong = (word: string) => measure(word) > width / 2;
  // What is wider than a line, such as a row of dots, breaks anywhere.
  const fits = (unit: string) => measure(unit) <= width - indent;
  const units = unitsOf(text, isTooLong).flatMap((unit) => (fits(unit) ? [unit] : charactersOf(unit)));
  for (const unit of units) {
    const needed = measure(unit);
    // A space may hang over the edge, where nobody sees it.
    if (needed > left && line.trim() !== '' && !SPACE.test(unit)) {
      lines.push(line.trimEnd());
      line = '';
      left = width;
    }
    if (line === '' && lines.length > 0 && SPACE.test(unit)) continue;
    line += unit;
    left -= needed;
  }
  return [...lines, line.trimEnd()];
}

/** The smallest pieces between which a line may break. */
function unitsOf(text: string, isTooLong: (word: string) => boolean): string[] {
  const units: string[] = [];
  let openings = '';
  for (const piece of piecesOf(text, isTooLong)) {
    const last = units.at(-1);
    const glued = CLOSING.has(piece) || (DOUBLE.has(piece) && last?.endsWith(piece));
    if (glued && openings === '' && last !== undefined && !SPACE.test(last)) units[units.length - 1] = last + piece;
    else if (OPENING.has(piece)) openings += piece;
    else {
      units.push(openings + piece);
      openings = '';
    }
  }
  return openings === '' ? units : [...units, openings];
}

/** Characters, and whole words of letters and digits with what stands inside them. */
function piecesOf(text: string, isTooLong: (word: string) => boolean): string[] {
  const pieces: string[] = [];
  let word = '';
  const endWord = () => {
    const [, before = '', core = '', after = ''] = EDGES.exec(word) ?? [];
    pieces.push(...before, ...(isTooLong(core) ? charactersOf(core) : [core]), ...after);
    word = '';
  };
  for (const character of charactersOf(text)) {
    if (WORD.test(character)) word += character;
    else {
      endWord();
      pieces.push(character);
    }
  }
  endWord();
  return pieces.filter((piece) => piece !== '');
}

function charactersOf(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}
