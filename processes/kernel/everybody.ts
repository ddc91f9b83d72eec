/** What everybody may see of a case without signing in: declared per state, in plain words, without any person. */
import type { SectionRule, SectionView, Shown } from './sections.ts';
import type { Words } from './text.ts';

/** A process without such a declaration shows nothing to everybody; a state that is not listed is not public. */
export interface EverybodyRule<Data = never, State extends string = string> {
  states: Readonly<Partial<Record<State, PublicState>>>;
  /** The part of the data that is public: nobody's name, telephone or id. */
  present(data: Data): Shown;
  sections: readonly SectionRule[];
  /** Not finer than the building. */
  place(data: Data): string | null;
  /** Names that may stand in free texts by mistake: they are replaced before anything is shown. */
  names(data: Data): readonly string[];
  /** How many carry the matter and how many it needs, while that is asked. */
  support?(data: Data, state: State): { count: number; needed: number; unit: Words; deadline: string } | null;
}

export interface PublicState {
  /** Where the matter stands, as one neighbour would tell another; never the internal name of the state. */
  stands: Words;
  /** What comes next and from whom; nothing once the matter is over. */
  next?: Words;
}

/** A public case as everybody sees it. */
export interface ItemView {
  number: string;
  caseId: string;
  process: string;
  processText: string;
  title: string;
  org: string;
  round: number;
  drill: boolean;
  stage: 1 | 2 | 3 | 4;
  stageText: string;
  ended: boolean;
  standsText: string;
  next: { text: string; until: string | null; remaining: string | null } | null;
  place: string | null;
  support: { count: number; needed: number; unit: string; daysLeft: string | null } | null;
  openedAt: string;
  changedAt: string;
  sections: SectionView[];
}

/** The four stages of the loop. */
export const stageWords: Readonly<Record<1 | 2 | 3 | 4, Words>> = {
  1: { zh: '提出提案', en: 'Propose' },
  2: { zh: '制定方案', en: 'Plan' },
  3: { zh: '组织实施', en: 'Carry out' },
  4: { zh: '日常监督', en: 'Supervise' },
};
