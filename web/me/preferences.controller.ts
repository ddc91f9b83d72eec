import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor } from '../../api/identity/current.ts';
import { PreferenceBody } from '../../api/notices/bodies.ts';
import { Preferences, type PreferenceView } from '../../api/notices/preferences.ts';
import { apiProblem } from '../../api/problems/api-problem.ts';
import { problemDocument } from '../../api/problems/document.ts';
import { faultsOf } from '../../api/problems/field-words.ts';
import { recognise } from '../../api/problems/recognise.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import { faultsByControl } from '../forms/faults.ts';
import { readForm } from '../forms/read-form.ts';
import { Frame } from '../frame/frame.ts';
import { HTML } from '../frame/page.tsx';
import { postedOf } from '../posted.ts';
import { preferenceBody, preferencesSchema } from './preferences-form.ts';
import { preferencesPage } from './preferences-page.tsx';

/** How a person wants to be told, as a form. */
@ApiExcludeController()
@Controller('me/preferences')
export class PreferencePagesController {
  constructor(
    private readonly frame: Frame,
    private readonly preferences: Preferences,
  ) {}

  @Get()
  async show(
    @Query() query: Record<string, unknown>,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const [context, preference] = await Promise.all([this.frame.open(request), this.preferences.read(actor.id)]);
    const html = preferencesPage(context, { preference, saved: query['did'] === 'saved' });
    await reply.header('content-type', HTML).send(html);
  }

  @Post()
  async save(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const [context, known] = await Promise.all([this.frame.open(request), this.preferences.read(actor.id)]);
    const posted = postedOf(request);
    const { value, controlOf } = readForm(preferencesSchema(context, known), posted);
    try {
      const preference = await this.saved(actor, value);
      if (preference.webhookSecret === undefined) {
        return await reply.redirect('/me/preferences?did=saved#content', 303);
      }
      // The secret is nowhere else to be seen, so this answer shows it and no cache keeps it.
      const html = preferencesPage(context, { preference, saved: true });
      return await reply.status(200).header('content-type', HTML).header('cache-control', 'no-store').send(html);
    } catch (error) {
      const document = problemDocument(knownOr(error), context.locale, request.id);
      if (!document.errors) throw error;
      const faults = faultsByControl(document.errors, controlOf);
      const html = preferencesPage(context, { preference: known, saved: false, sent: { posted, faults } });
      return await reply
        .status(document.status)
        .header('content-type', HTML)
        .header('cache-control', 'no-store')
        .send(html);
    }
  }

  private async saved(actor: Actor, value: Record<string, unknown>): Promise<PreferenceView> {
    const read = PreferenceBody.safeParse(preferenceBody(value), { reportInput: true });
    if (read.success) return await this.preferences.save(actor.id, read.data);
    const faults = faultsOf(read.error.issues);
    throw apiProblem('form.invalid', { count: faults.length }, { faults });
  }
}

function knownOr(error: unknown) {
  const found = recognise(error);
  if (!found) throw error;
  return found;
}
