import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CaseReader } from '../../api/cases/case-reader.ts';
import { Follows } from '../../api/cases/follows.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import type { ActForm } from '../acts/act-form.ts';
import { Acts } from '../acts/acts.ts';
import { typed } from '../forms/posted.ts';
import { withQuery } from '../frame/address.ts';
import { Frame } from '../frame/frame.ts';
import { HTML } from '../frame/page.tsx';
import { postedOf } from '../posted.ts';
import { CaseContents } from './case-content.ts';

/** A page of a case from which forms are sent: where it is, and how it is drawn with a form that has to be mended. */
interface CasePage {
  path: string;
  draw(context: Awaited<ReturnType<Frame['open']>>, open: ActForm): Promise<string>;
}

/** What the forms on the page of a case do, for those who work on it and for everybody else. */
@Injectable()
export class CaseForms {
  constructor(
    private readonly frame: Frame,
    private readonly contents: CaseContents,
    private readonly acts: Acts,
    private readonly reader: CaseReader,
    private readonly follows: Follows,
  ) {}

  async act(
    { request, reply }: { request: FastifyRequest; reply: FastifyReply },
    given: { number: string; command: string; actor: Actor; locale: Locale },
    page: CasePage,
  ): Promise<void> {
    const { number, command, actor, locale } = given;
    const view = await this.contents.view(number, actor, locale);
    const outcome = await this.acts.give({ request, actor, locale }, view, command);
    if ('done' in outcome) {
      await reply.redirect(`${withQuery(page.path, { did: outcome.done.seq })}#content`, 303);
      return;
    }
    const context = { ...(await this.frame.open(request)), path: page.path };
    const html = await page.draw(context, outcome.again);
    await reply.status(outcome.status).header('content-type', HTML).header('cache-control', 'no-store').send(html);
  }

  async follow(request: FastifyRequest, number: string, actor: Actor): Promise<void> {
    const { record } = await this.reader.findByNumber(number, actor);
    if (typed(postedOf(request), 'follow') === 'no') await this.follows.unfollow(actor, record.id);
    else await this.follows.follow(actor, record.id);
  }
}

/** The act that has just been done, as the address says. */
export function didOf(query: Readonly<Record<string, string | undefined>>): number | null {
  const did = query['did'] ?? '';
  return /^\d{1,9}$/.test(did) ? Number(did) : null;
}
