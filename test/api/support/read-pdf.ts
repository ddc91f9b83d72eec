import { extractText, getDocumentProxy } from 'unpdf';

/** What somebody gets who opens a PDF, marks all of it and copies it. */
export interface ReadPdf {
  /** Lines of each page, as they stand. */
  pages: string[][];
  /** All of it without blanks and page numbers. */
  text: string;
  info: Record<string, unknown>;
  tagged: boolean;
  /** Names of the fonts that are embedded: `ABCDEF+Name` is a subset. */
  fonts: string[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  // pdf.js keeps the memory that it is given.
  const pdf = await getDocumentProxy(Uint8Array.from(bytes));
  const { text } = await extractText(pdf);
  const pages = text.map((page) => page.split('\n').map((line) => line.trim()));
  const { info, hasStructTree } = (await pdf.getMetadata()) as unknown as {
    info: Record<string, unknown>;
    hasStructTree?: boolean;
  };
  const lines = pages.flatMap((page) => page.filter((line) => !/^— \d+ —$/.test(line)));
  const raw = Buffer.from(bytes).toString('latin1');
  return {
    pages,
    text: lines.join('').replaceAll(/\s/g, ''),
    info,
    tagged: hasStructTree === true,
    fonts: [...new Set(Array.from(raw.matchAll(/\/FontName \/([^\s/]+)/g), ([, name]) => name ?? ''))],
  };
}

/** The same text whichever width its punctuation has, without blanks. */
export function narrow(text: string): string {
  return text
    .replaceAll(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll(/\s/g, '');
}
