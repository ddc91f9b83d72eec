import { Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../processes/kernel/actor.ts';
import { CurrentActor } from '../identity/current.ts';
import { CaseReader } from './case-reader.ts';
import { Follows } from './follows.ts';

@ApiTags('cases')
@Controller('api/cases/:id/follow')
export class FollowsController {
  constructor(
    private readonly follows: Follows,
    private readonly reader: CaseReader,
  ) {}

  @Get()
  @ApiOperation({ summary: '是否已关注 / Whether I follow the case' })
  async read(@Param('id') caseId: string, @CurrentActor() actor: Actor) {
    await this.reader.find(caseId, actor);
    return { caseId, following: await this.follows.isFollowing(actor, caseId) };
  }

  @Put()
  @ApiOperation({ summary: '关注;不写入办理记录 / Follow the case; leaves no entry' })
  async follow(@Param('id') caseId: string, @CurrentActor() actor: Actor) {
    return await this.follows.follow(actor, caseId);
  }

  @Delete()
  @ApiOperation({ summary: '取消关注 / No longer follow the case' })
  async unfollow(@Param('id') caseId: string, @CurrentActor() actor: Actor) {
    return await this.follows.unfollow(actor, caseId);
  }
}
