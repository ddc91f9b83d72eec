import PDFDocument from 'pdfkit';
import { startOfDay } from '../../processes/kernel/clock.ts';
import type { Paper, PaperBlock } from '../../processes/kernel/paper.ts';
import { codeOf, printable } from './characters.ts';
import { composePaper, LABEL_WIDTH, type Line, type Measuring, type Place, type Run } from './compose.ts';
import { paperFonts } from './fonts.ts';
import { pagesOf } from './pages.ts';
import { withChinesePunctuation } from './punctuation.ts';
import { sheet } from './sheet.ts';

type Pdf = InstanceType<typeof PDFDocument>;

/** What nobody may take for a real paper says so at the head of each page. */
const DRILL = '\uff08演练文书\uff0c不具效力\uff09';

/**
 * Prints a paper as PDF: a subset of the font in it, its text selectable and tagged for reading aloud. The same paper gives
 * the same bytes, so two prints of one case can be compared.
 */
export async function printPaper(paper: Paper, { drill = false }: { drill?: boolean } = {}): Promise<Buffer> {
  const fonts = await paperFonts();
  const pdf = new PDFDocument({
    autoFirstPage: false,
    size: [sheet.width, sheet.height],
    margin: 0,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    tagged: true,
    displayTitle: true,
    info: {
      Title: `${drill ? DRILL : ''}${paper.title} ${paper.number}`,
      Author: paper.issuer,
      Producer: 'Bihuan',
      Creator: 'Bihuan',
      CreationDate: new Date(startOfDay(paper.date)),
    },
  });
  const whole = readAll(pdf);
  pdf.registerFont('bold', fonts.bold).registerFont('regular', fonts.regular);
  const measuring: Measuring = (font) => (text) => chosen(pdf, font).widthOfString(text);
  const lines = composePaper(
    inPrint(paper, (codePoint) => hasGlyph(pdf, codePoint)),
    measuring,
  );
  const tag = tagger(pdf);
  for (const [index, page] of pagesOf(lines, sheet.textHeight).entries()) {
    pdf.addPage();
    drawPage(pdf, page, tag);
    drawMargins(pdf, index + 1, drill);
  }
  tag.end();
  pdf.end();
  return await whole;
}

/** The paper in Chinese punctuation, with every character either in the font or named at its end. */
function inPrint(paper: Paper, has: (codePoint: number) => boolean): Paper {
  const { text: mark, missing } = printable(has);
  const text = (raw: string) => withChinesePunctuation(mark(raw));
  const blockIn = (block: PaperBlock): PaperBlock => {
    switch (block.kind) {
      case 'list':
        return { ...block, items: block.items.map(text) };
      case 'table':
        return { ...block, rows: block.rows.map(([label, value]) => [text(label), text(value)] as const) };
      default:
        return { ...block, text: text(block.text) };
    }
  };
  const plain = {
    ...paper,
    number: text(paper.number),
    title: text(paper.title),
    addressee: paper.addressee === null ? null : text(paper.addressee),
    blocks: paper.blocks.map(blockIn),
    issuer: text(paper.issuer),
  };
  if (missing.length === 0) return plain;
  const note = text(`注:字库中没有的字以“〓”代替,依次为${missing.map(codeOf).join('、')}。`);
  return { ...plain, blocks: [...plain.blocks, { kind: 'paragraph', text: note }] };
}

/** The types do not show the font that is chosen; asking it is the only way to know a missing character beforehand. */
function hasGlyph(pdf: Pdf, codePoint: number): boolean {
  const { _font } = pdf.font('regular') as unknown as {
    _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } };
  };
  return _font.font.hasGlyphForCodePoint(codePoint);
}

function chosen(pdf: Pdf, { size, bold }: { size: number; bold: boolean }): Pdf {
  return pdf.font(bold ? 'bold' : 'regular').fontSize(size);
}

function drawPage(pdf: Pdf, page: readonly Line[], tag: Tagger): void {
  let y = sheet.top;
  for (const line of page) {
    if (line.frame) drawFrame(pdf, line.frame, y, line.height);
    for (const run of line.runs) tag.inside(run.place, () => drawRun(pdf, run, y, line.height));
    y += line.height;
  }
}

/** Wider than this the gaps would be seen as gaps; such a line stays short. */
const FILL_MAX = 0.12;

function drawRun(pdf: Pdf, { text, x, fill, ...font }: Run, y: number, height: number): void {
  const width = chosen(pdf, font).widthOfString(text);
  const gap = fill === undefined ? 0 : (fill - width) / Math.max(1, Array.from(text).length - 1);
  const characterSpacing = gap > font.size * FILL_MAX ? 0 : gap;
  const middle = y + (height - pdf.currentLineHeight()) / 2;
  pdf.text(text, sheet.left + x, middle, { lineBreak: false, characterSpacing });
}

function drawFrame(pdf: Pdf, { above, below }: { above: boolean; below: boolean }, y: number, height: number): void {
  const right = sheet.left + sheet.textWidth;
  pdf.markContent('Artifact', { type: 'Layout' }).lineWidth(0.6);
  for (const x of [sheet.left, sheet.left + LABEL_WIDTH, right])
    pdf
      .moveTo(x, y)
      .lineTo(x, y + height)
      .stroke();
  if (above) pdf.moveTo(sheet.left, y).lineTo(right, y).stroke();
  if (below)
    pdf
      .moveTo(sheet.left, y + height)
      .lineTo(right, y + height)
      .stroke();
  pdf.endMarkedContent();
}

/** The number of the page at the outer edge, one character in (GB/T 9704-2012 7.5). */
function drawMargins(pdf: Pdf, page: number, drill: boolean): void {
  const text = `— ${page} —`;
  const width = chosen(pdf, { size: sheet.smallSize, bold: false }).widthOfString(text);
  const x = page % 2 === 1 ? sheet.left + sheet.textWidth - sheet.smallSize - width : sheet.left + sheet.smallSize;
  pdf.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
  pdf.text(text, x, sheet.top + sheet.textHeight + 14, { lineBreak: false }).endMarkedContent();
  if (!drill) return;
  const middle = (sheet.width - chosen(pdf, { size: sheet.smallSize, bold: true }).widthOfString(DRILL)) / 2;
  pdf.markContent('Artifact', { type: 'Pagination', attached: ['Top'] });
  pdf.text(DRILL, middle, sheet.top / 2, { lineBreak: false }).endMarkedContent();
}

interface Tagger {
  /** Draws inside the element of this place, which is made when it is first met. */
  inside(place: Place, draw: () => void): void;
  end(): void;
}

/** Keeps the tree by which the paper is read aloud; one element may go on over lines and pages. */
function tagger(pdf: Pdf): Tagger {
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const known = new Map<string, PDFKit.PDFStructureElement>();
  const elementAt = (place: Place) =>
    place.reduce((parent, { type, id }) => {
      const found = known.get(id);
      if (found) return found;
      const element = pdf.struct(type);
      parent.add(element);
      known.set(id, element);
      return element;
    }, root);
  return {
    inside: (place, draw) => {
      const element = elementAt(place);
      element.add(pdf.markStructureContent(place.at(-1)?.type ?? 'P'));
      draw();
      pdf.endMarkedContent();
    },
    end: () => root.end(),
  };
}

async function readAll(pdf: Pdf): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of pdf) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
