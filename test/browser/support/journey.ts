import type { Locator, Page } from 'playwright-core';

/**
 * The small verbs of a journey: each finds things by the name that a person reads or hears, and none needs script, so that
 * the same journey is walked with script and without.
 */
export interface Journey {
  page: Page;
  /** Opens an address of the site. */
  go(path: string): Promise<void>;
  /** Follows a link. */
  follow(link: Name): Promise<void>;
  /** Writes into a field; dates as `2026-12-02`. */
  fill(label: Name, value: string): Promise<void>;
  /** Takes one of several: of radio buttons in a group with that name, or of a list to choose from. */
  choose(label: Name, option: Name): Promise<void>;
  tick(label: Name, ticked?: boolean): Promise<void>;
  /** Presses a button and waits for the page that it brings, if it brings one. */
  press(button: Name): Promise<void>;
  /** Folds a part of the page open. */
  unfold(summary: Name): Promise<void>;
  /** Waits until the words can be seen. */
  see(text: Name): Promise<void>;
  /** Fails if the words can be seen; ask when the page has said what it says instead. */
  missing(text: Name): Promise<void>;
  /** The same verbs in one part of the page alone: the section, group of fields or dialog with that name. */
  within(part: Name): Journey;
  /** The same verbs in the line of a list or table that holds these words. */
  at(text: Name): Journey;
}

type Name = string | RegExp;

const PARTS = ['region', 'group', 'form', 'dialog', 'table', 'navigation'] as const;

export function journeyOn(page: Page, inside: Locator = page.locator('body')): Journey {
  const role = (kind: Parameters<Locator['getByRole']>[0], name: Name) =>
    exactOr((exact) => inside.getByRole(kind, { name, exact }));
  const writable = page.locator('input:not([type=radio], [type=checkbox]), textarea');
  const field = async (label: Name) => {
    // What must be filled in says so after its name.
    const marked = inside.getByLabel(`${label} 必填`, { exact: true }).and(writable);
    return (await marked.count()) === 1
      ? marked
      : await exactOr((exact) => inside.getByLabel(label, { exact }).and(writable));
  };
  const settle = () => page.waitForLoadState('domcontentloaded');
  return {
    page,
    go: async (path) => {
      await page.goto(path, { waitUntil: 'domcontentloaded' });
    },
    follow: async (link) => {
      await (await role('link', link)).click();
      await settle();
    },
    fill: async (label, value) => (await field(label)).fill(value),
    choose: async (label, option) => {
      const group = (exact: boolean) =>
        inside.getByRole('group', { name: label, exact }).or(inside.getByRole('radiogroup', { name: label, exact }));
      const list = (exact: boolean) => inside.getByLabel(label, { exact }).and(inside.locator('select'));
      const found = await exactOr((exact) => group(exact).or(list(exact)));
      if ((await found.and(page.locator('select')).count()) === 0) {
        await (await exactOr((exact) => found.getByRole('radio', { name: option, exact }))).check();
        return;
      }
      const chosen = found.locator('option').filter({ hasText: option }).first();
      await found.selectOption({ label: (await chosen.innerText()).trim() });
    },
    tick: async (label, ticked = true) => (await role('checkbox', label)).setChecked(ticked),
    press: async (button) => {
      await (await role('button', button)).click();
      await settle();
    },
    unfold: async (summary) => {
      const found = inside.locator('summary').filter({ hasText: summary });
      if (!(await found.evaluate((element) => (element.parentElement as unknown as { open: boolean }).open))) {
        await found.click();
      }
    },
    see: async (text) => {
      try {
        await inside.getByText(text).filter({ visible: true }).first().waitFor();
      } catch {
        const said = (await inside.innerText()).replaceAll(/\n\s*/g, '\n').slice(0, 3_000);
        throw new Error(`${text} is not to be seen on ${new URL(page.url()).pathname}:\n${said}`);
      }
    },
    missing: async (text) => {
      const found = await inside.getByText(text).filter({ visible: true }).count();
      if (found > 0) throw new Error(`${text} is to be seen on ${new URL(page.url()).pathname}`);
    },
    within: (part) => {
      const [first, ...others] = PARTS.map((kind) => inside.getByRole(kind, { name: part }));
      return journeyOn(page, others.reduce((either, other) => either.or(other), first ?? inside).first());
    },
    // The innermost, where lists hold lists.
    at: (text) => journeyOn(page, inside.locator('tr, li, article').filter({ hasText: text }).last()),
  };
}

/** What has exactly this name, or else what has it as a part of its name: a label may carry a hint or a mark. */
async function exactOr(find: (exact: boolean) => Locator): Promise<Locator> {
  const loose = find(false);
  await loose
    .first()
    .waitFor({ state: 'attached', timeout: 5_000 })
    .catch(() => undefined);
  const exact = find(true);
  return (await exact.count()) > 0 ? exact : loose;
}
