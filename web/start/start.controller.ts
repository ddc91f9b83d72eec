import { setTimeout as wait } from 'node:timers/promises';
import { Controller, Get, Header, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OrderDrafts } from '../../api/board/order-drafts.ts';
import { CaseReader } from '../../api/cases/case-reader.ts';
import { CurrentActor, Language } from '../../api/identity/current.ts';
import { apiProblem } from '../../api/problems/api-problem.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import { formSchema, type JsonSchema } from '../../processes/kernel/form-schema.ts';
import type { CaseView } from '../../processes/kernel/present.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { blankForm } from '../acts/act-form.ts';
import { Acts } from '../acts/acts.ts';
import { Names } from '../acts/names.ts';
import { deskCase, withQuery } from '../frame/address.ts';
import { Frame } from '../frame/frame.ts';
import { HTML } from '../frame/page.tsx';
import { startFormPage, startListPage } from './start-page.tsx';
import { startableBy } from './startable.ts';

const LOOK_EVERY_MS = 100;
const LOOKS_MAX = 20;

interface StartQuery {
  process?: string;
  org?: string;
  drill?: string;
  /** The case that the new one is about, where it is started from a list of cases. */
  case?: string;
}

@ApiExcludeController()
@Controller('desk/new')
export class StartController {
  constructor(
    private readonly frame: Frame,
    private readonly acts: Acts,
    private readonly names: Names,
    private readonly reader: CaseReader,
    private readonly drafts: OrderDrafts,
  ) {}

  @Get()
  @Header('content-type', HTML)
  async show(
    @Query() query: StartQuery,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
  ) {
    const context = await this.frame.open(request);
    const startable = startableBy(actor, context.orgNames);
    if (query.process === undefined) return startListPage(context, startable);
    const found = foundIn(startable, query);
    const { rules, texts } = found.process;
    const schema = formSchema(found.process, rules.start, locale);
    const title = texts[locale].commands[rules.start]?.title ?? texts[locale].title;
    // An order about a case says by itself what is late and whose turn it is; the person changes what he likes.
    const draft =
      query.case !== undefined && found.process.orderFor ? await this.drafts.draft(actor, query.case) : undefined;
    const values = draft?.values ?? valuesFor(schema, query);
    const names = await this.names.in(values, actor, locale);
    const form = blankForm({ command: rules.start, title, schema, seq: null, values, names });
    return startFormPage(context, { ...found, drill: query.drill === 'true', about: query.case, form });
  }

  @Post()
  async start(
    @Query() query: StartQuery,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const drill = query.drill === 'true';
    const ahead = drill && query.case !== undefined ? await this.aheadOf(query.case, actor) : undefined;
    const opening = { process: query.process ?? '', org: query.org ?? '', drill, ahead };
    const outcome = await this.acts.start({ request, actor, locale }, opening);
    if ('done' in outcome) {
      const { number, seq } = outcome.done;
      await this.untilAnswered(outcome.done, actor);
      return await reply.redirect(`${withQuery(deskCase(number), { did: seq })}#content`, 303);
    }
    const context = await this.frame.open(request);
    const html = startFormPage(context, {
      ...foundIn(startableBy(actor, context.orgNames), query),
      drill,
      about: query.case,
      form: outcome.again,
    });
    return await reply
      .status(outcome.status)
      .header('content-type', HTML)
      .header('cache-control', 'no-store')
      .send(html);
  }

  /**
   * A case that waits for nobody waits for another case, which answers in a moment: whoever has just sent it is shown what came
   * of it. If it takes longer the page says what is waited for, and tells when there is news.
   */
  private async untilAnswered({ id, seq, tasks, ended }: CaseView, actor: Actor): Promise<void> {
    if (tasks.length > 0 || ended) return;
    for (let look = 0; look < LOOKS_MAX; look += 1) {
      await wait(LOOK_EVERY_MS);
      const { record } = await this.reader.find(id, actor);
      if (record.seq > seq) return;
    }
  }

  /** What is about a drill begins when it is, by the clock of that drill. */
  private async aheadOf(caseId: string, actor: Actor): Promise<string | undefined> {
    const { clockOffsetMs } = await this.reader.find(caseId, actor);
    const minutes = Math.floor(clockOffsetMs / 60_000);
    return minutes > 0 ? `PT${minutes}M` : undefined;
  }
}

function foundIn(startable: ReturnType<typeof startableBy>, query: StartQuery) {
  const found = startable.find(({ process }) => process.rules.id === query.process);
  if (!found) throw apiProblem('process.unknown', { process: String(query.process).slice(0, 60) });
  const org = found.orgs.find(({ id }) => id === query.org) ?? found.orgs[0];
  if (!org) throw apiProblem('org.unknown', { org: String(query.org).slice(0, 60) });
  return { process: found.process, org };
}

/** A field that names a case, wherever it stands in the form, is filled with the case from which one came. */
function valuesFor(schema: JsonSchema, query: StartQuery): Record<string, unknown> {
  return query.case === undefined ? {} : (filledWith(schema, query.case) ?? {});
}

function filledWith(schema: JsonSchema, caseId: string): Record<string, unknown> | undefined {
  for (const [name, property] of Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>)) {
    if (property['x-widget'] === 'case') return { [name]: caseId };
    const inside = filledWith(property, caseId);
    if (inside) return { [name]: inside };
  }
  return undefined;
}
