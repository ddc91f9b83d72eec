import { Controller, Get, Header, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { CurrentActor, Language } from '../identity/current.ts';
import { API_OPTIONS, type ApiOptions } from '../options.ts';
import { link } from '../pages/layout.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { faultsOf } from '../problems/field-words.ts';
import { DeadQuery, NoticesQuery, PreferenceBody } from './bodies.ts';
import { isOperator, Notices } from './notices.ts';
import { noticesPage } from './notices-page.ts';
import { Preferences, type PreferenceView } from './preferences.ts';

const HTML = 'text/html; charset=utf-8';

/** The plain page of notices: lists and forms over the same answers as the API. */
@ApiExcludeController()
@Controller('notices')
export class NoticesPageController {
  constructor(
    private readonly notices: Notices,
    private readonly preferences: Preferences,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  @Get()
  @Header('content-type', HTML)
  async show(
    @Query({ schema: NoticesQuery }) query: z.infer<typeof NoticesQuery>,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
  ) {
    return await this.page(query, actor, locale, await this.preferences.read(actor.id));
  }

  @Post(':id/read')
  async read(
    @Param('id') id: string,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Res() reply: FastifyReply,
  ) {
    await this.notices.read(actor, id);
    await reply.redirect(link('/notices', locale), 303);
  }

  /** Answers with the page itself: the secret of an endpoint is shown once and belongs in no address. */
  @Post('preferences')
  @HttpCode(200)
  @Header('content-type', HTML)
  @Header('cache-control', 'no-store')
  async prefer(@Req() request: FastifyRequest, @CurrentActor() actor: Actor, @Language() locale: Locale) {
    const saved = await this.preferences.save(actor.id, readForm(request.body));
    return await this.page(NoticesQuery.parse({}), actor, locale, saved);
  }

  @Post('dead/:id/resend')
  async resend(
    @Param('id') id: string,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Res() reply: FastifyReply,
  ) {
    await this.notices.resend(actor, id);
    await reply.redirect(link('/notices', locale), 303);
  }

  private async page(
    query: z.infer<typeof NoticesQuery>,
    actor: Actor,
    locale: Locale,
    preference: PreferenceView,
  ): Promise<string> {
    const [{ items, unread, next }, dead] = await Promise.all([
      this.notices.list(actor, query, locale),
      isOperator(actor) ? this.notices.dead(actor, DeadQuery.parse({}), locale) : null,
    ]);
    const context = { locale, path: '/notices', demo: this.options.demo, person: actor.name };
    return noticesPage(context, { notices: items, unread, next, preference, dead: dead?.items ?? null });
  }
}

/** What a browser sends is all text: an empty field is none, a box that is not ticked is missing. */
function readForm(body: unknown): z.infer<typeof PreferenceBody> {
  const fields = (body ?? {}) as Record<string, string | undefined>;
  const result = PreferenceBody.safeParse(
    {
      email: fields['email']?.trim() || null,
      webhookUrl: fields['webhookUrl']?.trim() || null,
      timing: fields['timing'],
      digestHour: fields['digestHour'] === undefined ? undefined : Number(fields['digestHour']),
      digestOnRestDays: fields['digestOnRestDays'] === 'true',
      language: fields['language'],
      renewSecret: fields['renewSecret'] === 'true',
    },
    { reportInput: true },
  );
  if (result.success) return result.data;
  const faults = faultsOf(result.error.issues);
  throw apiProblem('form.invalid', { count: faults.length }, { faults });
}
