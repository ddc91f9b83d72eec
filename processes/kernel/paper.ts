/** Papers (文书) that are printed from a case: pure content; how it looks is the renderer's part. Papers are in Chinese. */
import type { CaseState } from './case.ts';
import type { DateString } from './clock.ts';

export interface Paper {
  /** `拒绝办理告知书` */
  title: string;
  /** Number of the paper, as it is cited. */
  number: string;
  /** Whom it is for; the line before the text. */
  addressee: string | null;
  blocks: readonly PaperBlock[];
  /** Who issues it, and when. */
  issuer: string;
  date: DateString;
}

export type PaperBlock =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'table'; rows: readonly (readonly [label: string, value: string])[] };

/** What a paper is made from: the case as recorded, its number, and the names of its organisation. */
export interface PaperMatter {
  number: string;
  state: Omit<CaseState, 'calendars' | 'relays' | 'number'>;
  /** `朝阳区农光里社区` */
  orgName: string;
}

/** A kind of paper; undefined while the case has none. */
export interface PaperRule {
  /** What the link to it says. */
  title: string;
  of(matter: PaperMatter): Paper | undefined;
}
