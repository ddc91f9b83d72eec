import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Header, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { listCases } from '../../db/queries/cases.ts';
import { readLedger } from '../../db/queries/ledger.ts';
import { listOrgs } from '../../db/queries/orgs.ts';
import { listDemoPeople } from '../../db/queries/people.ts';
import { processes, processOf } from '../../processes/index.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { GateLine } from '../../processes/kernel/define-process.ts';
import { viewerKind } from '../../processes/kernel/present.ts';
import { type Locale, say } from '../../processes/kernel/text.ts';
import { roles } from '../../processes/organisation.ts';
import { presentLine } from '../cases/case-lines.ts';
import { CaseReader, viewOf } from '../cases/case-reader.ts';
import { presentLedgerLine } from '../cases/ledger-lines.ts';
import { presentProcess } from '../catalogue/process-view.ts';
import { svgOf } from '../diagram/svg.ts';
import { endedCookie, isFromOurPages, sessionCookie } from '../identity/cookie.ts';
import { CurrentActor, Language, Visitor } from '../identity/current.ts';
import { Open } from '../identity/guard.ts';
import { signToken } from '../identity/token.ts';
import { Parts } from '../operation/parts.ts';
import { API_OPTIONS, type ApiOptions } from '../options.ts';
import { Papers } from '../papers/papers.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { Receipts } from '../proof/receipts.ts';
import { Store } from '../store.ts';
import { casePage } from './case-page.ts';
import { homePage } from './home.ts';
import { trusted } from './html.ts';
import { link, type PageContext } from './layout.ts';
import { processPage } from './process-page.ts';
import { receiptPage } from './receipt-page.ts';
import { icon, style } from './style.ts';

const HTML = 'text/html; charset=utf-8';
const CASES_SHOWN = 50;
const LEDGER_SHOWN = 500;

/** Plain pages: read-only, without script, derived from the same views as the API. */
@ApiExcludeController()
@Controller()
@Open()
export class PagesController {
  constructor(
    private readonly store: Store,
    private readonly parts: Parts,
    private readonly reader: CaseReader,
    private readonly receipts: Receipts,
    private readonly papers: Papers,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  @Get()
  @Header('content-type', HTML)
  async home(@Visitor() actor: Actor | null, @Language() locale: Locale) {
    const { db } = this.store;
    const [parts, people, lines] = await Promise.all([
      this.parts.look(),
      // The first page must stay up to say that the database is away.
      this.options.demo ? listDemoPeople(db).catch(() => null) : null,
      actor ? listCases(db, actor, { limit: CASES_SHOWN + 1 }).catch(() => null) : null,
    ]);
    const orgs = people ? await listOrgs(db).catch(() => []) : [];
    const nameOf = (org: string) => orgs.find(({ id }) => id === org)?.name ?? org;
    return homePage(this.context(locale, '/', actor), {
      parts,
      processes: processes.map(({ rules, texts }) => ({
        id: rules.id,
        title: texts[locale].title,
        summary: texts[locale].summary,
      })),
      people:
        people?.map(({ id, name, holdings }) => ({
          id,
          name,
          offices: holdings.map(({ role, org }) => `${nameOf(org)} ${say(roles[role].title, locale)}`).join(' · '),
        })) ?? null,
      cases: lines?.slice(0, CASES_SHOWN).map((line) => presentLine(line, locale)) ?? null,
      moreCases: (lines?.length ?? 0) > CASES_SHOWN,
    });
  }

  @Get('cases/:id')
  @Header('content-type', HTML)
  async case(@Param('id') id: string, @CurrentActor() actor: Actor, @Language() locale: Locale) {
    const found = await this.reader.find(id, actor);
    const { process, record } = found;
    const texts = process.texts[locale];
    const [lines, orgs, papers] = await Promise.all([
      readLedger(this.store.db, { caseId: record.id, after: 0, limit: LEDGER_SHOWN }),
      listOrgs(this.store.db),
      this.papers.listOf(found, actor),
    ]);
    const reader = { kind: viewerKind(process.rules, record, actor), id: actor.id };
    const orgNames = new Map(orgs.map(({ id, name }) => [id, name]));
    const view = viewOf(found, actor, locale);
    return casePage(this.context(locale, `/cases/${encodeURIComponent(id)}`, actor), {
      view,
      processTitle: texts.title,
      orgName: orgNames.get(record.org.id) ?? record.org.id,
      next: texts.states[record.state]?.next ?? '',
      gates: withNames(process.gates?.(view.data) ?? [], orgNames),
      papers,
      ledger: lines.map((line) => presentLedgerLine(process, line, { data: record.data, reader, locale, orgNames })),
      diagram: trusted(svgOf(process, locale, record.state)),
    });
  }

  @Get('processes/:process')
  @Header('content-type', HTML)
  process(@Param('process') id: string, @Visitor() actor: Actor | null, @Language() locale: Locale) {
    const process = processFound(id);
    const context = this.context(locale, `/processes/${process.rules.id}`, actor);
    return processPage(context, presentProcess(process, locale), trusted(svgOf(process, locale)));
  }

  @Get('processes/:process/diagram.svg')
  @Header('content-type', 'image/svg+xml; charset=utf-8')
  diagram(@Param('process') id: string, @Language() locale: Locale) {
    return svgOf(processFound(id), locale);
  }

  @Get('receipts/:receipt')
  @Header('content-type', HTML)
  async receipt(@Param('receipt') receipt: string, @Visitor() actor: Actor | null, @Language() locale: Locale) {
    const view = await this.receipts.check(receipt, locale);
    return receiptPage(this.context(locale, `/receipts/${view.receipt}`, actor), view);
  }

  @Post('sign-in')
  async signIn(@Req() request: FastifyRequest, @Language() locale: Locale, @Res() reply: FastifyReply) {
    if (!this.options.demo) throw apiProblem('demo.only');
    if (!isFromOurPages(request)) throw apiProblem('origin.foreign');
    const person = String((request.body as { person?: unknown } | null)?.person ?? '');
    const people = await listDemoPeople(this.store.db);
    if (!people.some(({ id }) => id === person)) throw apiProblem('person.unknown', { person: person.slice(0, 60) });
    const token = await signToken(person, this.options.secret);
    await reply
      .header('set-cookie', sessionCookie(token, request.protocol === 'https'))
      .redirect(link('/', locale), 303);
  }

  @Post('sign-out')
  async signOut(@Req() request: FastifyRequest, @Language() locale: Locale, @Res() reply: FastifyReply) {
    if (!isFromOurPages(request)) throw apiProblem('origin.foreign');
    await reply.header('set-cookie', endedCookie()).redirect(link('/', locale), 303);
  }

  @Get('pages.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=300')
  style() {
    return style;
  }

  @Get('icon.svg')
  @Header('content-type', 'image/svg+xml')
  icon() {
    return icon;
  }

  @Get('readme')
  @Header('content-type', 'text/plain; charset=utf-8')
  readme() {
    // Beside the sources, or one folder further up beside what tsc made of them.
    const found = ['../..', '../../..'].map((up) => join(import.meta.dirname, up, 'README.md')).find(existsSync);
    if (!found) throw apiProblem('route.unknown');
    return readFileSync(found, 'utf8');
  }

  private context(locale: Locale, path: string, actor: Actor | null): PageContext {
    return { locale, path, demo: this.options.demo, person: actor?.name ?? null };
  }
}

function processFound(id: string) {
  const process = processOf(id);
  if (!process) throw apiProblem('process.unknown', { process: id.slice(0, 60) });
  return process;
}

/** Reasons name an organisation by its id; people read its name. */
function withNames(gates: readonly GateLine[], orgNames: ReadonlyMap<string, string>): GateLine[] {
  const named = (text: string) =>
    [...orgNames].reduce((said, [id, name]) => said.replaceAll(`“${id}”`, `“${name}”`), text);
  return gates.map((line) =>
    line.text ? { ...line, text: { zh: named(line.text.zh), en: named(line.text.en) } } : line,
  );
}
