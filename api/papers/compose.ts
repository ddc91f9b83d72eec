import type { DateString } from '../../processes/kernel/clock.ts';
import type { Paper, PaperBlock } from '../../processes/kernel/paper.ts';
import { breakLines, type Measure } from './break-lines.ts';
import { chineseDate, chineseNumber } from './chinese.ts';
import { sheet } from './sheet.ts';

/** What a piece of text is to somebody who has the paper read aloud: the elements around it, the outermost first. */
export type Place = readonly { type: string; id: string }[];

/** A piece of text on one line. */
export interface Run {
  text: string;
  /** From the left edge of the text area. */
  x: number;
  size: number;
  bold: boolean;
  /** Set where the line is to be filled. */
  fill?: number;
  place: Place;
}

/** One line of the paper, of which pages are made. */
export interface Line {
  height: number;
  runs: readonly Run[];
  /** Stays on one page with the line that follows. */
  keep: boolean;
  /** A line of a table: with a rule above, or below it. */
  frame?: { above: boolean; below: boolean };
}

/** Measures text in one size, plain or bold. */
export type Measuring = (font: { size: number; bold: boolean }) => Measure;

export const LABEL_WIDTH = sheet.textWidth * 0.3;
const CELL_PADDING = 5;
const body = { size: sheet.bodySize, bold: false };
const small = { size: sheet.smallSize, bold: false };

/** Sets a paper line by line: number, title, addressee, text, issuer and date. */
export function composePaper(paper: Paper, measuring: Measuring): Line[] {
  const lines = [
    ...numberLines(paper.number, measuring),
    ...titleLines(paper.title, measuring),
    ...addresseeLines(paper.addressee, measuring),
    ...paper.blocks.flatMap((block, index) => blockLines(block, `b${index}`, measuring)),
  ];
  // No page holds the signature alone: what could be put above it would not be what was signed.
  const tied = lines.map((line, index) => (index < lines.length - 2 ? line : { ...line, keep: true }));
  return [...tied, ...signatureLines(paper, measuring)];
}

const at = (type: string, id: string): Place => [{ type, id }];

/** At the right, as on letters. */
function numberLines(number: string, measuring: Measuring): Line[] {
  const measure = measuring(body);
  const line = (text: string): Line => ({
    height: sheet.lineHeight,
    keep: true,
    runs: [{ ...body, text, x: sheet.textWidth - measure(text), place: at('P', 'number') }],
  });
  return [...breakLines(number, { width: sheet.textWidth, measure }).map(line), blank(true)];
}

/** Centred; the lines of a long title are about as long as each other. */
function titleLines(title: string, measuring: Measuring): Line[] {
  const font = { size: sheet.titleSize, bold: true };
  const measure = measuring(font);
  const count = Math.ceil(measure(title) / sheet.textWidth);
  const width = Math.min(sheet.textWidth, measure(title) / count + sheet.titleSize);
  const lines = breakLines(title, { width, measure }).map(
    (text): Line => ({
      height: sheet.titleLineHeight,
      keep: true,
      runs: [{ ...font, text, x: (sheet.textWidth - measure(text)) / 2, place: at('H1', 'title') }],
    }),
  );
  return [...lines, blank(true)];
}

function addresseeLines(addressee: string | null, measuring: Measuring): Line[] {
  if (addressee === null) return [];
  const text = addressee.endsWith('\uff1a') ? addressee : `${addressee}\uff1a`;
  return textLines(text, { place: at('P', 'addressee'), indent: 0, measuring, keepAll: true });
}

function blockLines(block: PaperBlock, id: string, measuring: Measuring): Line[] {
  const indent = 2 * sheet.bodySize;
  switch (block.kind) {
    case 'heading':
      return textLines(block.text, { place: at('H2', id), indent, measuring, bold: true, keepAll: true });
    case 'paragraph':
      return paragraphsOf(block.text).flatMap((text, index) =>
        textLines(text, { place: at('P', `${id}.${index}`), indent, measuring }),
      );
    case 'list':
      return block.items.flatMap((item, index) => {
        const place = [...at('L', id), { type: 'LI', id: `${id}.${index}` }, { type: 'LBody', id: `${id}.${index}.b` }];
        const text = `\uff08${chineseNumber(index + 1)}\uff09${item.replace(/\s*\n\s*/g, ' ')}`;
        return textLines(text, { place, indent, measuring });
      });
    case 'table':
      return block.rows.length === 0 ? [] : [gap(), ...tableLines(block.rows, id, measuring), gap()];
  }
}

const paragraphsOf = (text: string) => text.split('\n').filter((part) => part.trim() !== '');

interface TextSetting {
  place: Place;
  indent: number;
  measuring: Measuring;
  bold?: boolean;
  /** None of its lines may end a page. */
  keepAll?: boolean;
}

/** A paragraph: its first line set in, all but the last filled; its first and last line never stand alone. */
function textLines(text: string, { place, indent, measuring, bold = false, keepAll = false }: TextSetting): Line[] {
  const font = { size: sheet.bodySize, bold };
  const lines = breakLines(text.trim(), { width: sheet.textWidth, indent, measure: measuring(font) });
  return lines.map((line, index) => {
    const x = index === 0 ? indent : 0;
    const isLast = index === lines.length - 1;
    const keep = keepAll || (!isLast && (index === 0 || index === lines.length - 2));
    return {
      height: sheet.lineHeight,
      keep,
      runs: [{ ...font, text: line, x, place, ...(isLast ? {} : { fill: sheet.textWidth - x }) }],
    };
  });
}

/** Two columns, label and value; a row may go on over the page. */
function tableLines(rows: readonly (readonly [string, string])[], id: string, measuring: Measuring): Line[] {
  const columns = [
    { type: 'TH', bold: true, x: 0, width: LABEL_WIDTH },
    { type: 'TD', bold: false, x: LABEL_WIDTH, width: sheet.textWidth - LABEL_WIDTH },
  ];
  return rows.flatMap((row, index): Line[] => {
    const inRow = [...at('Table', id), { type: 'TR', id: `${id}.${index}` }];
    const cells = columns.map(({ type, bold, x, width }, column) => {
      const font = { ...small, bold };
      const inner = { width: width - 2 * CELL_PADDING, measure: measuring(font) };
      const place = [...inRow, { type, id: `${id}.${index}.${column}` }];
      const texts = (row[column] ?? '').split('\n').flatMap((part) => breakLines(part.trim(), inner));
      return texts.map((text): Run => ({ ...font, text, x: x + CELL_PADDING, place }));
    });
    const count = Math.max(...cells.map(({ length }) => length));
    return Array.from({ length: count }, (_, position) => ({
      height: sheet.smallLineHeight,
      runs: cells.flatMap((cell) => cell[position] ?? []).filter(({ text }) => text !== ''),
      keep: count > 1 && (position === 0 || position === count - 2),
      frame: { above: position === 0, below: position === count - 1 },
    }));
  });
}

/**
 * The date four characters from the right with the issuer centred above it (GB/T 9704-2012 7.3.5.1); a long issuer ends
 * where the line ends, and moves the date with it.
 */
function signatureLines({ issuer, date }: { issuer: string; date: DateString }, measuring: Measuring): Line[] {
  const measure = measuring(body);
  const dateText = chineseDate(date);
  const issuers = breakLines(issuer, { width: sheet.textWidth, measure });
  const centre = Math.min(
    sheet.textWidth - 4 * sheet.bodySize - measure(dateText) / 2,
    ...issuers.map((text) => sheet.textWidth - measure(text) / 2),
  );
  const line = (text: string, id: string, keep: boolean): Line => ({
    height: sheet.lineHeight,
    keep,
    runs: [{ ...body, text, x: centre - measure(text) / 2, place: at('P', id) }],
  });
  return [
    blank(true),
    blank(true),
    ...issuers.map((text) => line(text, 'issuer', true)),
    line(dateText, 'date', false),
  ];
}

const blank = (keep: boolean): Line => ({ height: sheet.lineHeight, runs: [], keep });
const gap = (): Line => ({ height: sheet.lineHeight / 3, runs: [], keep: false });
