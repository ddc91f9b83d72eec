import type { Browser } from 'playwright-core';
import { describe } from 'vitest';
import { launchBrowser, NO_BROWSER, whichBrowser } from '../../../tools/browser/launch.ts';

/** Like `describe`; where the machine has no browser the tests are skipped, and their name says why. */
export function describeInBrowser(name: string, tests: () => void): void {
  const found = whichBrowser() !== undefined;
  describe.skipIf(!found)(found ? name : `${name} (${NO_BROWSER})`, tests);
}

export type TextPercent = 100 | 200;

/** Browsers of one test file, started when first asked for: size of text is a setting of the whole browser. */
export function createBrowsers(): AsyncDisposable & { of(text: TextPercent): Promise<Browser> } {
  const started = new Map<TextPercent, Promise<Browser>>();
  return {
    of: (textPercent) => {
      const browser = started.get(textPercent) ?? launchBrowser({ textPercent });
      started.set(textPercent, browser);
      return browser;
    },
    [Symbol.asyncDispose]: async () => {
      const ends = await Promise.allSettled(started.values());
      await Promise.all(ends.map((end) => end.status === 'fulfilled' && end.value.close()));
    },
  };
}
