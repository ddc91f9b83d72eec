import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { unzipSync } from 'fflate';
import { download } from './download.ts';
import type { FetchContext } from './temporal-cli.ts';

const BLOCK_BYTES = 512;
const ARCHITECTURES: Record<string, string> = { x64: 'amd64', arm64: 'arm64' };

/** The program from the official address, asked for as the Temporal SDK's own cached download does. */
export async function downloadOfficialCli({ release, platform, report }: FetchContext): Promise<Uint8Array> {
  const [system = '', architecture = ''] = platform.split('-');
  const query = new URLSearchParams({
    arch: ARCHITECTURES[architecture] ?? architecture,
    platform: system,
    format: 'tar.gz',
  });
  const answer = await download(`${release.cdn}/cli/v${release.version}?${query}`, report);
  const info = JSON.parse(Buffer.from(answer.bytes).toString('utf8'));
  if (typeof info.archiveUrl !== 'string' || typeof info.fileToExtract !== 'string') {
    throw new Error('the answer names no archive');
  }
  const { bytes } = await download(info.archiveUrl, report);
  return unpack(bytes, info.fileToExtract);
}

async function unpack(archive: Uint8Array, name: string): Promise<Uint8Array> {
  const isZip = archive[0] === 0x50 && archive[1] === 0x4b;
  const file = isZip
    ? unzipSync(archive, { filter: (entry) => entry.name === name })[name]
    : fileFromTar(await promisify(gunzip)(archive), name);
  if (file === undefined) {
    throw new Error(`no ${name} in the archive`);
  }
  return file;
}

/** A tar archive is a row of 512-byte headers (name at 0, octal size at 124), each followed by its padded content. */
function fileFromTar(tar: Uint8Array, name: string): Uint8Array | undefined {
  const field = (offset: number, length: number) =>
    Buffer.from(tar.subarray(offset, offset + length))
      .toString('latin1')
      .replace(/\0.*$/s, '')
      .trim();
  for (let offset = 0; offset + BLOCK_BYTES <= tar.length; ) {
    const entry = field(offset, 100);
    const bytes = Number.parseInt(field(offset + 124, 12) || '0', 8);
    const start = offset + BLOCK_BYTES;
    if (entry.replace(/^\.\//, '') === name) {
      return tar.subarray(start, start + bytes);
    }
    offset = start + Math.ceil(bytes / BLOCK_BYTES) * BLOCK_BYTES;
  }
  return undefined;
}
