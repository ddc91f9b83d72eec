import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CaseCommands } from '../../api/cases/case-commands.ts';
import { CurrentActor, Language, Visitor } from '../../api/identity/current.ts';
import { Open } from '../../api/identity/guard.ts';
import { Items } from '../../api/items/items.ts';
import { apiProblem } from '../../api/problems/api-problem.ts';
import { problemDocument } from '../../api/problems/document.ts';
import { recognise } from '../../api/problems/recognise.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { keyOf } from '../acts/act-form.ts';
import { assertOwn } from '../acts/acts.ts';
import { References } from '../acts/references.ts';
import { FIND } from '../forms/names.ts';
import { type PostedForm, typed } from '../forms/posted.ts';
import { resolveReferences } from '../forms/references.ts';
import { applyRowAct } from '../forms/row-act.ts';
import { deskCase, publicItem, withQuery } from '../frame/address.ts';
import { Frame } from '../frame/frame.ts';
import { HTML } from '../frame/page.tsx';
import { postedOf } from '../posted.ts';
import { startableBy } from '../start/startable.ts';
import { faultyStep, type Proposing, proposingProcess, readProposal, stepSchema } from './proposal-form.ts';
import { type ProposeContent, proposeDoorPage, proposePage } from './propose-page.tsx';

/** Proposing in four steps, for oneself or on behalf of somebody (代录). */
@ApiExcludeController()
@Controller('propose')
export class ProposeController {
  constructor(
    private readonly frame: Frame,
    private readonly commands: CaseCommands,
    private readonly items: Items,
    private readonly references: References,
  ) {}

  @Get()
  @Open()
  async own(
    @Visitor() actor: Actor | null,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.first(request, reply, { actor, locale, onBehalf: false });
  }

  @Get('on-behalf')
  @Open()
  async other(
    @Visitor() actor: Actor | null,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.first(request, reply, { actor, locale, onBehalf: true });
  }

  @Post()
  async goOn(
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.step(request, reply, { actor, locale, onBehalf: false });
  }

  @Post('on-behalf')
  async goOnForOther(
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.step(request, reply, { actor, locale, onBehalf: true });
  }

  private async first(
    request: FastifyRequest,
    reply: FastifyReply,
    { actor, locale, onBehalf }: { actor: Actor | null; locale: Locale; onBehalf: boolean },
  ) {
    const context = await this.frame.open(request);
    const found = actor && this.placeOf(actor, context.orgNames, new Map());
    const html = found
      ? proposePage(context, {
          ...found,
          step: 1,
          schema: stepSchema(found.proposing, 1, locale, onBehalf),
          posted: new Map(),
          value: {},
          faults: {},
          candidates: {},
          key: keyOf(new Map()),
          similar: [],
          onBehalf,
        })
      : proposeDoorPage(context, { next: context.path });
    await reply.header('content-type', HTML).send(html);
  }

  private async step(
    request: FastifyRequest,
    reply: FastifyReply,
    { actor, locale, onBehalf }: { actor: Actor; locale: Locale; onBehalf: boolean },
  ) {
    const context = await this.frame.open(request);
    let posted = postedOf(request);
    assertOwn(posted, actor);
    const found = this.placeOf(actor, context.orgNames, posted);
    if (!found) throw apiProblem('permission.denied', { command: 'propose' });
    const { proposing, org } = found;
    const last = proposing.rule.steps.length + 1;
    const step = Math.min(Math.max(1, Number.parseInt(typed(posted, '@step'), 10) || 1), last);
    const show = async (at: number, more: Partial<ProposeContent>, status = 200) => {
      const content: ProposeContent = {
        ...found,
        step: at,
        schema: stepSchema(proposing, at, locale, onBehalf),
        posted,
        value: {},
        faults: {},
        candidates: {},
        key: keyOf(posted),
        similar: at === 2 ? await this.similarTo(proposing, posted, org, locale) : [],
        onBehalf,
        ...more,
      };
      const html = proposePage({ ...context, path: onBehalf ? '/propose/on-behalf' : '/propose' }, content);
      await reply.status(status).header('content-type', HTML).header('cache-control', 'no-store').send(html);
    };
    const schema = stepSchema(proposing, step, locale, onBehalf);
    const sought = typed(posted, FIND);
    const rows = sought === '' ? applyRowAct(schema, posted) : undefined;
    if (rows) {
      posted = rows.posted;
      return await show(step, { focus: rows.focus });
    }
    const go = typed(posted, '@go');
    if (go === 'back') return await show(Math.max(1, step - 1), {});
    const resolved = await resolveReferences(schema, posted, this.references.for(actor, locale), { locale, org });
    posted = resolved.posted;
    const { candidates } = resolved;
    if (sought !== '') return await show(step, { candidates, faults: resolved.faults, focus: sought });
    if (Object.keys(resolved.faults).length > 0) return await show(step, { candidates, faults: resolved.faults }, 422);
    const { value, faults } = readProposal(proposing, posted, locale, onBehalf);
    const wrong = faultyStep(faults, step);
    if (wrong !== undefined) return await show(wrong, { faults: faults.get(wrong) ?? {}, candidates }, 422);
    if (go !== 'send') return await show(Math.min(last, step + 1), { value });
    const { rules } = proposing.process;
    const asking = { actor, locale, commandId: `${actor.id}:${keyOf(posted)}`, keyGiven: true };
    try {
      const view = await this.commands.start(asking, { process: rules.id, org, form: value, drill: false });
      const done = withQuery(onBehalf ? deskCase(view.number) : publicItem(view.number), { did: view.seq });
      await reply.redirect(`${done}#content`, 303);
    } catch (error) {
      const problem = recognise(error);
      if (!problem) throw error;
      const document = problemDocument(problem, locale, request.id);
      const field = document.errors?.[0]?.pointer.split('/')[2] ?? '';
      const at = proposing.rule.steps.findIndex(({ fields }) => fields.includes(field)) + 1 || last;
      await show(at, { value, trouble: { title: document.title, detail: document.detail } }, document.status);
    }
  }

  private placeOf(actor: Actor, orgNames: ReadonlyMap<string, string>, posted: PostedForm) {
    const proposing = proposingProcess();
    const startable = startableBy(actor, orgNames).find(
      ({ process }) => process.rules.id === proposing?.process.rules.id,
    );
    const [first] = startable?.orgs ?? [];
    if (!proposing || !startable || !first) return undefined;
    const asked = typed(posted, '@org');
    return { proposing, orgs: startable.orgs, org: startable.orgs.some(({ id }) => id === asked) ? asked : first.id };
  }

  private async similarTo({ rule }: Proposing, posted: PostedForm, org: string, locale: Locale) {
    const title = typed(posted, rule.similarBy).trim().slice(0, 200);
    return title === '' ? [] : await this.items.similar({ org, title }, locale);
  }
}
