import type { FastifyReply } from 'fastify';
import type { Locale } from '../../processes/kernel/text.ts';
import { CSV, XLSX } from '../media.ts';
import { csvOf, type Table, xlsxOf } from './table.ts';

/** Answers with a table as a file to be saved. `plainName` is what old programs call it, in letters of ASCII. */
export async function sendTable(
  reply: FastifyReply,
  table: Table,
  { format, locale, plainName }: { format: 'xlsx' | 'csv'; locale: Locale; plainName: string },
): Promise<void> {
  const name = encodeURIComponent(`${table.name}.${format}`);
  await reply
    .header('content-type', format === 'csv' ? `${CSV}; charset=utf-8` : XLSX)
    .header('content-language', locale)
    // RFC 6266: the plain name for old programs, the real one encoded.
    .header('content-disposition', `attachment; filename="${plainName}.${format}"; filename*=UTF-8''${name}`)
    .send(format === 'csv' ? csvOf(table.rows) : await xlsxOf(table.rows, table.sheet));
}
