import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor } from '../../api/identity/current.ts';
import { apiProblem } from '../../api/problems/api-problem.ts';
import { faultsOf } from '../../api/problems/field-words.ts';
import { SavedViews } from '../../api/views/saved-views.ts';
import { SavedViewBody } from '../../api/views/view-query.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import { typed } from '../forms/posted.ts';
import { localPath } from '../frame/address.ts';
import { postedOf } from '../posted.ts';

/** Saved views from any page that has filters. */
@ApiExcludeController()
@Controller('views')
export class ViewPagesController {
  constructor(private readonly views: SavedViews) {}

  @Post()
  async save(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const posted = postedOf(request);
    const read = SavedViewBody.safeParse(
      {
        page: typed(posted, 'page'),
        name: typed(posted, 'name').trim(),
        // What was not filled in narrows nothing; where one stands in a list belongs to no view.
        query: withoutBlanks(typed(posted, 'query')),
      },
      { reportInput: true },
    );
    if (!read.success) {
      const faults = faultsOf(read.error.issues);
      throw apiProblem('form.invalid', { count: faults.length }, { faults });
    }
    await this.views.save(actor, read.data);
    await reply.redirect(localPath(typed(posted, 'back'), '/desk'), 303);
  }

  @Post(':id/remove')
  async remove(
    @Param('id') id: string,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.views.remove(actor, id);
    await reply.redirect(localPath(typed(postedOf(request), 'back'), '/desk'), 303);
  }
}

function withoutBlanks(query: string): string {
  const kept = [...new URLSearchParams(query)].filter(
    ([name, value]) => value !== '' && !['cursor', 'lang', 'type', 'did'].includes(name),
  );
  return new URLSearchParams(kept).toString();
}
