import { apiProblem } from '../problems/api-problem.ts';

/** Begins every old Office file and every xlsx with a password (MS-CFB 2.2). */
const OLE_MARK = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * The text of a CSV file. Spreadsheet programs in China write UTF-8 with a mark, or GB18030 without a word about it; both
 * are decoded strictly, so that no sign is silently replaced.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: 'utf-8' | 'gb18030' } {
  if (OLE_MARK.every((byte, index) => bytes[index] === byte)) throw apiProblem('import.oldExcel');
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    const text = strictly(bytes, encoding);
    // A null byte in text means UTF-16 or no text at all.
    if (text !== undefined && !text.includes('\0')) return { text, encoding };
    if (encoding === 'utf-8' && isDamagedUtf8(bytes)) break;
  }
  throw apiProblem('import.encoding');
}

function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Nearly any bytes are GB18030 too. Text that is whole but for a few signs is UTF-8; real GB18030 reads as rubble. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const [whole, broken] = [text.match(/\p{Script=Han}/gu), text.match(/\uFFFD/g)];
  return (whole?.length ?? 0) > (broken?.length ?? 0);
}
