import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';

/** An xlsx file as a spreadsheet program would save it. */
export async function xlsx(rows: SheetData, sheet = '清单'): Promise<Buffer> {
  return await writeXlsxFile(rows, { sheet }).toBuffer();
}

/** An xlsx file of several sheets. */
export async function xlsxOfSheets(sheets: { sheet: string; data: SheetData }[]): Promise<Buffer> {
  return await writeXlsxFile(sheets).toBuffer();
}

/** The same file with its parts changed, as our writer would never make them. */
export function rewrite(file: Uint8Array, change: (part: string, name: string) => string): Buffer {
  const parts = Object.entries(unzipSync(new Uint8Array(file))).map(([name, bytes]) => [
    name,
    strToU8(change(strFromU8(bytes), name)),
  ]);
  return Buffer.from(zipSync(Object.fromEntries(parts)));
}

/** What 朝阳 looks like in GB18030; Node can decode it but not encode, so texts of the tests are looked up here. */
export function gb18030(text: string): Buffer {
  return Buffer.concat([...text].map((sign) => (sign < '\u0080' ? Buffer.from(sign) : pairOf(sign))));
}

/** All two-byte characters of the encoding, by decoding each pair once. */
let pairs: Map<string, Buffer> | undefined;

function pairOf(sign: string): Buffer {
  pairs ??= new Map(
    Array.from({ length: 0x7e }, (_, high) => high + 0x81).flatMap((high) =>
      Array.from({ length: 0xbf }, (_, low) => low + 0x40)
        .filter((low) => low !== 0x7f)
        .map((low): [string, Buffer] => [
          new TextDecoder('gb18030').decode(Buffer.from([high, low])),
          Buffer.from([high, low]),
        ]),
    ),
  );
  const pair = pairs.get(sign);
  if (!pair) throw new Error(`${sign} has no pair of bytes in GB18030`);
  return pair;
}
