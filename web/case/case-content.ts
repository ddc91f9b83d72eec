import { Injectable } from '@nestjs/common';
import { CaseReader, type FoundCase, viewOf } from '../../api/cases/case-reader.ts';
import { CaseRecords } from '../../api/cases/case-records.ts';
import { Follows } from '../../api/cases/follows.ts';
import type { LedgerItem } from '../../api/cases/ledger-lines.ts';
import { svgOf } from '../../api/diagram/svg.ts';
import { type PaperItem, Papers } from '../../api/papers/papers.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import { isoOf } from '../../processes/kernel/clock.ts';
import { type CaseView, viewerKind } from '../../processes/kernel/present.ts';
import type { Locale } from '../../processes/kernel/text.ts';

/** Everything that the page of a case tells. */
export interface CaseContent {
  view: CaseView;
  /** Now, by the clock of the case. */
  now: string;
  processTitle: string;
  /** The four stages mean something for this process. */
  hasStages: boolean;
  isStaff: boolean;
  followed: boolean;
  papers: PaperItem[];
  /** Oldest first. */
  ledger: LedgerItem[];
  diagram: string;
}

/** Puts together what one person may know of one case. */
@Injectable()
export class CaseContents {
  constructor(
    private readonly reader: CaseReader,
    private readonly records: CaseRecords,
    private readonly papers: Papers,
    private readonly follows: Follows,
  ) {}

  async view(number: string, actor: Actor, locale: Locale): Promise<CaseView> {
    return viewOf(await this.reader.findByNumber(number, actor), actor, locale);
  }

  async byNumber(number: string, actor: Actor, locale: Locale): Promise<CaseContent> {
    return await this.of(await this.reader.findByNumber(number, actor), actor, locale);
  }

  private async of(found: FoundCase, actor: Actor, locale: Locale): Promise<CaseContent> {
    const { process, record } = found;
    const [ledger, papers, followed] = await Promise.all([
      this.records.all(found, actor, locale),
      this.papers.listOf(found, actor),
      this.follows.isFollowing(actor, record.id),
    ]);
    return {
      view: viewOf(found, actor, locale),
      now: isoOf(found.at),
      processTitle: process.texts[locale].title,
      // What everybody may follow is told in the four stages of the loop.
      hasStages: process.everybody !== undefined,
      isStaff: viewerKind(process.rules, record, actor) === 'staff',
      followed,
      papers,
      ledger,
      diagram: svgOf(process, locale, record.state, wayOf(ledger)),
    };
  }
}

/** The states that the case went through, in order; acts that leave it where it is do not count. */
function wayOf(ledger: readonly LedgerItem[]): string[] {
  const states = ledger.filter(({ inForce, kind }) => inForce && kind === 'entry').map(({ state }) => state);
  return states.filter((state, index) => state !== states[index - 1]);
}
