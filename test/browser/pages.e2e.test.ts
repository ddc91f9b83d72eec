import type { BrowserContext } from 'playwright-core';
import { afterAll, assert, beforeAll, describe, test } from 'vitest';
import { describeInBrowser } from './support/chromium.ts';
import type { Shown } from './support/listed-page.ts';
import { lookAt } from './support/look-at.ts';
import { isWorthALook, looks, wordsOf } from './support/looks.ts';
import { makeShown, pageList } from './support/page-list.ts';
import { type Site, startSite } from './support/site.ts';

/** Every page, looked at in several ways: languages, widths, light and dark, large text. */
describeInBrowser('pages', () => {
  let site: Site;
  let shown: Shown;

  beforeAll(async () => {
    site = await startSite('pages');
    shown = await makeShown(site);
  });

  afterAll(async () => {
    await site?.[Symbol.asyncDispose]();
  });

  for (const look of looks()) {
    describe(wordsOf(look), () => {
      const contexts = new Map<string | null, Promise<BrowserContext>>();

      afterAll(async () => {
        for (const context of contexts.values()) await (await context).close();
      });

      test.each(pageList.filter((listed) => isWorthALook(listed, look)))('$name', async (listed) => {
        const context = contexts.get(listed.who) ?? site.as(listed.who, look);
        contexts.set(listed.who, context);
        const path = typeof listed.path === 'string' ? listed.path : listed.path(shown);
        const { faults } = await lookAt(await context, { ...listed, path }, `${listed.name} ${wordsOf(look)}`);
        if (faults.length > 0) assert.fail(`${listed.name} ${path}\n${faults.join('\n')}`);
      });
    });
  }
});
