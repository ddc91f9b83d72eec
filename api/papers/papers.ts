import { Injectable } from '@nestjs/common';
import { readOrgPath } from '../../db/queries/orgs.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import { canonical } from '../../processes/kernel/hash.ts';
import type { Paper, PaperMatter } from '../../processes/kernel/paper.ts';
import { numberInRound, viewerKind } from '../../processes/kernel/present.ts';
import { CaseReader, type FoundCase } from '../cases/case-reader.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { Store } from '../store.ts';
import { printPaper } from './print-paper.ts';

/** A paper that a case has now, as a line of a list. */
export interface PaperItem {
  paper: string;
  title: string;
  number: string;
  date: string;
  url: string;
}

/** The papers of a case, for those who may read all that is in them. */
@Injectable()
export class Papers {
  constructor(
    private readonly store: Store,
    private readonly reader: CaseReader,
  ) {}

  async list(caseId: string, actor: Actor): Promise<PaperItem[]> {
    return await this.listOf(await this.reader.find(caseId, actor), actor);
  }

  /** The papers of a case that was found for this person already. */
  async listOf(found: FoundCase, actor: Actor): Promise<PaperItem[]> {
    const rules = Object.entries(found.process.papers ?? {});
    if (rules.length === 0 || !mayPrint(found, actor)) return [];
    const orgName = await this.orgNameOf(found);
    return rules.flatMap(([name, { title, of }]) => {
      const paper = of(matterOf(found, orgName));
      const url = `/api/cases/${found.record.id}/papers/${name}.pdf`;
      return paper ? [{ paper: name, title, number: paper.number, date: paper.date, url }] : [];
    });
  }

  async print(caseId: string, name: string, actor: Actor): Promise<{ paper: Paper; pdf: Buffer }> {
    const found = await this.reader.find(caseId, actor);
    const { papers = {} } = found.process;
    const rule = Object.hasOwn(papers, name) ? papers[name] : undefined;
    if (!rule) throw apiProblem('paper.unknown', { paper: name.slice(0, 60), case: found.record.id });
    if (!mayPrint(found, actor)) throw apiProblem('paper.denied');
    const paper = rule.of(matterOf(found, await this.orgNameOf(found)));
    if (!paper) throw apiProblem('paper.notIssued', { paper: rule.title });
    return { paper, pdf: await printPaper(paper, { drill: found.record.drill }) };
  }

  private async orgNameOf({ record }: FoundCase): Promise<string> {
    const path = await readOrgPath(this.store.db, record.org.id);
    return path.map(({ name }) => name).join('') || record.org.id;
  }
}

function matterOf({ record }: FoundCase, orgName: string): PaperMatter {
  return { number: numberInRound(record.number, record.data.round), state: record, orgName };
}

/**
 * A paper is made from the whole of a case. Staff and those concerned may print it; the public only where nothing of the
 * case is withheld from it, so that a paper never tells what the page of the case does not.
 */
function mayPrint({ process: { rules }, record }: FoundCase, actor: Actor): boolean {
  if (viewerKind(rules, record, actor) !== 'public') return true;
  const seenAs = (kind: 'public' | 'staff') => canonical(rules.present(record.data, { kind, id: actor.id }));
  return seenAs('public') === seenAs('staff');
}
