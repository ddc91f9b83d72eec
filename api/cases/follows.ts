import { Injectable } from '@nestjs/common';
import { follow, isFollowed, unfollow } from '../../db/queries/follows.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { Store } from '../store.ts';
import { CaseReader } from './case-reader.ts';

const FOLLOWS_MAX = 500;

/** Cases that somebody wants to see among his own. It is no act on the case and leaves no entry there. */
@Injectable()
export class Follows {
  constructor(
    private readonly store: Store,
    private readonly reader: CaseReader,
  ) {}

  async follow(actor: Actor, caseId: string): Promise<{ caseId: string; following: boolean }> {
    await this.reader.find(caseId, actor);
    const done = await follow(this.store.db, { person: actor.id, caseId, limit: FOLLOWS_MAX });
    if (!done) throw apiProblem('follow.tooMany', { limit: FOLLOWS_MAX });
    return { caseId, following: true };
  }

  /** Also for a case that he may no longer see. */
  async unfollow(actor: Actor, caseId: string): Promise<{ caseId: string; following: boolean }> {
    await unfollow(this.store.db, { person: actor.id, caseId });
    return { caseId, following: false };
  }

  async isFollowing(actor: Actor, caseId: string): Promise<boolean> {
    return await isFollowed(this.store.db, { person: actor.id, caseId });
  }
}
