import type { Page } from 'playwright-core';

/** What the pages of the list show: made once for all of them. */
export interface Shown {
  caseId: string;
  number: string;
  receipt: string;
  /** A drill that waits, overdue, and the order about it. */
  late: string;
  order: string;
}

/** A page that everything asked of all pages is asked of. */
export interface ListedPage {
  name: string;
  path: string | ((shown: Shown) => string);
  /** Who looks; null is somebody who has not signed in. */
  who: string | null;
  /** Most kilobytes, compressed, with all that the page loads. */
  budgetKb: keyof typeof budgets;
  /** Goes on from that page to the one that is meant, where only a form leads there; only the first page is weighed. */
  walk?: (page: Page) => Promise<void>;
  /** Made of the same parts as another page of the list: looked at once, where it is tightest. */
  variant?: true;
}

/** Residents look over a poor mobile connection, staff at a desk. */
export const budgets = { resident: 60, staff: 120 };

export const everybody = (name: string, path: ListedPage['path']): ListedPage => ({
  name,
  path,
  who: null,
  budgetKb: 'resident',
});
export const resident = (name: string, path: ListedPage['path']): ListedPage => ({
  name,
  path,
  who: 'liu-guilan',
  budgetKb: 'resident',
});
export const staff = (name: string, path: ListedPage['path'], who = 'li-xiaoming'): ListedPage => ({
  name,
  path,
  who,
  budgetKb: 'staff',
});

/** Pages that differ from one of the list in what they show only. */
export const variants = (...pages: ListedPage[]): ListedPage[] => pages.map((page) => ({ ...page, variant: true }));
