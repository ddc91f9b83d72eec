import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflate } from '@sparticuz/chromium';

/** A browser unpacked from a package, with all that it needs beside it. */
export interface Unpacked {
  executablePath: string;
  env: Record<string, string>;
}

/** The package holds a build for this platform alone. */
export function isPackagedHere(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

const BROWSER = '@sparticuz/chromium';
const FONT = '@expo-google-fonts/noto-sans-sc';

/**
 * Unpacks the browser, the libraries it needs and a Chinese font below `parent`, once for all who name the same folder and
 * have the same versions: each unpacks aside, and the first to be ready puts its folder in place, so that none is ever seen
 * half full. Nothing in it points elsewhere, as other checkouts use it when the one that unpacked it is gone.
 */
export async function unpackBrowser(parent: string = tmpdir()): Promise<Unpacked> {
  const place = join(parent, `bihuan-browser-${versionOf(BROWSER)}-${versionOf(FONT)}`);
  if (!existsSync(place)) {
    const aside = mkdtempSync(`${place}-`);
    try {
      await Promise.all(unpackInto(aside));
      copyFonts(join(aside, 'fonts'));
      writeFileSync(join(aside, 'fonts.conf'), fontsConf(place));
      mkdirSync(join(aside, 'home'));
      renameSync(aside, place);
    } catch (error) {
      rmSync(aside, { recursive: true, force: true });
      // Somebody else was first: a folder that is not empty is never replaced.
      if (!existsSync(place)) throw error;
    }
  }
  return {
    executablePath: join(place, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(place, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(place, 'fonts.conf'),
      HOME: join(place, 'home'),
    },
  };
}

/** The package unpacks into the folder for temporary files and asks for it before it waits for anything. */
function unpackInto(folder: string): Promise<string>[] {
  const packed = join(folderOf(BROWSER), '..', 'bin');
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    // The libraries by name: the package itself unpacks them only where it recognises Amazon's machines.
    return ['chromium.br', 'al2023.tar.br'].map((name) => inflate(join(packed, name)));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** The two weights of the pages and no other font, so that pictures look the same on every machine. */
function copyFonts(folder: string): void {
  mkdirSync(folder);
  for (const weight of ['400Regular', '700Bold']) {
    const file = `NotoSansSC_${weight}.ttf`;
    copyFileSync(join(folderOf(FONT), weight, file), join(folder, file));
  }
}

function fontsConf(place: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>${join(place, 'fonts')}</dir>
<cachedir>${join(place, 'font-cache')}</cachedir>
</fontconfig>
`;
}

function folderOf(name: string): string {
  return dirname(fileURLToPath(import.meta.resolve(name)));
}

/** Of the package as it is installed: what it unpacks changes with it. */
function versionOf(name: string): string {
  let folder = folderOf(name);
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
}
