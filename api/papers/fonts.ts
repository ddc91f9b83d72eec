import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The font of papers as it lies in its package: complete, because names hold characters that web fonts leave out. */
export interface PaperFonts {
  regular: Buffer;
  bold: Buffer;
}

let fonts: Promise<PaperFonts> | undefined;

/** Reads the 20 MB once, when the first paper is printed. */
export function paperFonts(): Promise<PaperFonts> {
  fonts ??= readFonts().catch((error: unknown) => {
    fonts = undefined;
    throw error;
  });
  return fonts;
}

async function readFonts(): Promise<PaperFonts> {
  const [regular, bold] = await Promise.all([
    read(import.meta.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')),
    read(import.meta.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf')),
  ]);
  return { regular, bold };
}

const read = (url: string) => readFile(fileURLToPath(url));
