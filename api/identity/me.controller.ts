import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../processes/kernel/actor.ts';
import { CurrentActor } from './current.ts';

@ApiTags('identity')
@Controller('api/me')
export class MeController {
  @Get()
  @ApiOperation({ summary: '我是谁 / Who is signed in' })
  me(@CurrentActor() { id, name, holdings }: Actor) {
    return { id, name, roles: holdings };
  }
}
