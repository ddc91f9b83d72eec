import { Controller, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, Language } from '../../api/identity/current.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { CaseView } from '../../processes/kernel/present.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { type ActForm, blankForm } from '../acts/act-form.ts';
import { Acts } from '../acts/acts.ts';
import { typed } from '../forms/posted.ts';
import { Frame } from '../frame/frame.ts';
import { HTML } from '../frame/page.tsx';
import { postedOf } from '../posted.ts';
import { Bulk } from './bulk.ts';
import { type BulkResult, bulkChoicePage, bulkFormPage, bulkResultPage } from './bulk-page.tsx';

/** One act for several cases: which ones, which act, its form, and what became of each. */
@ApiExcludeController()
@Controller('desk/bulk')
export class BulkController {
  constructor(
    private readonly frame: Frame,
    private readonly bulk: Bulk,
    private readonly acts: Acts,
  ) {}

  @Post()
  async act(
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const posted = postedOf(request);
    const context = { ...(await this.frame.open(request)), path: '/desk' };
    const choice = await this.bulk.choose(posted.get('case') ?? [], actor, locale);
    const send = (html: string, status = 200) =>
      reply.status(status).header('content-type', HTML).header('cache-control', 'no-store').send(html);
    const command = typed(posted, 'command');
    const offered = choice.shared.find(({ name }) => name === command);
    const given = typed(posted, '@give') === 'yes';
    if (command === '' || (!offered && !given)) return await send(bulkChoicePage(context, choice));
    if (!given && offered) {
      const form = blankForm({
        command,
        title: offered.title,
        schema: offered.form,
        seq: null,
        values: offered.values,
      });
      return await send(bulkFormPage(context, { cases: choice.cases, form }));
    }
    const outcome = await this.giveAll(request, { actor, locale, command, cases: choice.cases });
    if ('again' in outcome) {
      return await send(bulkFormPage(context, { cases: choice.cases, form: outcome.again }), outcome.status);
    }
    return await send(bulkResultPage(context, outcome.title, outcome.results));
  }

  /** A form that is wrong in itself is shown again; what a single case refuses is told with it. */
  private async giveAll(
    request: FastifyRequest,
    { actor, locale, command, cases }: { actor: Actor; locale: Locale; command: string; cases: readonly CaseView[] },
  ): Promise<{ again: ActForm; status: number } | { title: string; results: BulkResult[] }> {
    const results: BulkResult[] = [];
    let title = command;
    for (const view of cases) {
      const outcome = await this.acts.give({ request, actor, locale, keyFor: view.id }, view, command);
      const about = { number: view.number, title: view.title };
      if ('done' in outcome) {
        results.push({ ...about, done: true, text: outcome.done.stateText });
        continue;
      }
      const { again, status } = outcome;
      title = again.title;
      // Nothing was given yet, and every case would say the same of this form.
      if (results.length === 0 && (!again.trouble || again.trouble.code === 'form.invalid')) return { again, status };
      results.push({
        ...about,
        done: false,
        text: again.trouble ? `${again.trouble.title} ${again.trouble.detail}` : '',
      });
    }
    title = cases[0]?.commands.find(({ name }) => name === command)?.title ?? title;
    return { title, results };
  }
}
