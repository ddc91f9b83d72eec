import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Policy, type PolicyView } from '../../api/board/policy.ts';
import { Settings } from '../../api/board/settings.ts';
import { staffTops } from '../../api/board/staff-reach.ts';
import { CurrentActor, Language } from '../../api/identity/current.ts';
import { ApiProblem, apiProblem } from '../../api/problems/api-problem.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import { type Locale, say, type Words } from '../../processes/kernel/text.ts';
import { askedFor } from '../board/asked.ts';
import { orgsWithin } from '../board/reach.ts';
import { Frame } from '../frame/frame.ts';
import { HTML } from '../frame/page.tsx';
import { isAbove } from '../frame/roles.ts';
import { policyPage } from './policy-page.tsx';

const PolicyQuery = z.strictObject({
  /** `process:setting` */
  figure: z.string().max(200).optional(),
  value: z.string().max(20).optional(),
  org: z.string().max(200).optional(),
  drill: z.enum(['true', 'false']).optional(),
});

const words: Words = { zh: '试算参数调整', en: 'try another figure' };
const numberWords: Words = { zh: '请填写大于0的整数', en: 'Give a whole number above 0' };

/** A figure is tried by an ordinary address: nothing is written, and the result can be shown to others. */
@ApiExcludeController()
@Controller('admin/policy')
export class PolicyPageController {
  constructor(
    private readonly frame: Frame,
    private readonly figures: Settings,
    private readonly policy: Policy,
  ) {}

  @Get()
  @Header('content-type', HTML)
  async show(
    @Query() query: unknown,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
  ) {
    if (!isAbove(actor)) throw apiProblem('permission.denied', { command: say(words, locale) });
    const { drill, ...asked } = askedFor(query, PolicyQuery);
    const context = await this.frame.open(request);
    const [settings, tried] = await Promise.all([
      this.figures.read(actor, asked.org, locale),
      this.tried(actor, { ...asked, drill: drill === undefined ? context.demo : drill === 'true' }, locale),
    ]);
    return policyPage(context, {
      settings,
      orgs: orgsWithin(context, staffTops(actor)),
      asked: {
        ...asked,
        org: asked.org ?? settings.org,
        drill: drill === undefined ? context.demo : drill === 'true',
      },
      ...tried,
    });
  }

  /** Nothing before both figure and value are there; a value that cannot be is told beside its field. */
  private async tried(
    actor: Actor,
    {
      figure,
      value,
      org,
      drill,
    }: { figure?: string | undefined; value?: string | undefined; org?: string | undefined; drill: boolean },
    locale: Locale,
  ): Promise<{ result?: PolicyView; fault?: string }> {
    if (figure === undefined || value === undefined) return {};
    if (!/^\d{1,9}$/.test(value)) return { fault: say(numberWords, locale) };
    const [process = '', setting = ''] = figure.split(':', 2);
    try {
      return {
        result: await this.policy.preview(actor, { process, setting, value: Number(value), org, drill }, locale),
      };
    } catch (error) {
      const [fault] = error instanceof ApiProblem ? (error.extras.faults ?? []) : [];
      if (!fault) throw error;
      return { fault: say(fault.detail, locale) };
    }
  }
}
