import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { isPackagedHere, unpackBrowser } from './packaged.ts';

/** Named one by one: the list that the package recommends switches web security off and runs all in one process. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--font-render-hinting=none',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Where people have a browser installed, for machines for which the package holds none. */
const INSTALLED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
];

export interface BrowserOptions {
  /** Size of text that the reader has set in the browser, in percent. */
  textPercent?: number;
  /** Folder to unpack in, by default that for temporary files. */
  parent?: string;
}

/** The browser that this machine would use, in words; without one undefined. */
export function whichBrowser(): string | undefined {
  return process.env['BIHUAN_CHROMIUM'] ?? (isPackagedHere() ? 'packaged' : INSTALLED.find(existsSync));
}

/** Starts a headless browser. It ends with `close()`, and by itself when this process is gone, however it goes. */
export async function launchBrowser({ textPercent = 100, parent }: BrowserOptions = {}): Promise<Browser> {
  const which = whichBrowser();
  if (which === undefined) throw new Error(NO_BROWSER);
  const { executablePath, env } =
    which === 'packaged' ? await unpackBrowser(parent) : { executablePath: which, env: {} };
  const size = Math.round((16 * textPercent) / 100);
  return await chromium.launch({
    executablePath,
    // Not passed on from here: only what a browser needs.
    env: { PATH: process.env['PATH'] ?? '', TMPDIR: process.env['TMPDIR'] ?? '/tmp', ...env },
    args: [...FLAGS, ...(textPercent === 100 ? [] : [`--blink-settings=defaultFontSize=${size}`])],
  });
}

export const NO_BROWSER = `no browser is packaged for ${process.platform}-${process.arch} and none is installed: install Chrome, or name one with BIHUAN_CHROMIUM`;
