import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type DemoCard, listDemoPeople } from '../../db/queries/people.ts';
import { type Locale, say } from '../../processes/kernel/text.ts';
import { roles } from '../../processes/organisation.ts';
import { API_OPTIONS, type ApiOptions } from '../options.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { Store } from '../store.ts';
import { sessionCookie } from './cookie.ts';
import { Language } from './current.ts';
import { Open } from './guard.ts';
import { signToken } from './token.ts';

export const SignIn = z
  .strictObject({ person: z.string().min(1).max(100).describe('Id of one of the people of the demo') })
  .meta({ id: 'SignIn' });

function cardView({ order, role, tryThis }: DemoCard, locale: Locale) {
  return {
    order,
    role: say(roles[role].title, locale),
    tryThis: tryThis.map(({ text, path }) => ({ text: say(text, locale), path })),
  };
}

/** People of the demo and their sign-in; away outside demo mode. */
@ApiTags('demo')
@Controller('api/demo')
@Open()
export class DemoController {
  constructor(
    private readonly store: Store,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  @Get('people')
  @ApiOperation({ summary: '演示人员 / People of the demo' })
  async people(@Language() locale: Locale) {
    this.assertDemo();
    const people = await listDemoPeople(this.store.db);
    return people.map(({ id, name, holdings, card }) => ({
      id,
      name,
      roles: holdings,
      ...(card ? { card: cardView(card, locale) } : {}),
    }));
  }

  @Post('sign-in')
  @HttpCode(200)
  @ApiOperation({ summary: '以演示人员身份登录 / Sign in as one of the people of the demo' })
  async signIn(
    @Body({ schema: SignIn }) body: z.infer<typeof SignIn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    this.assertDemo();
    const people = await listDemoPeople(this.store.db);
    const person = people.find(({ id }) => id === body.person);
    if (!person) throw apiProblem('person.unknown', { person: body.person.slice(0, 60) });
    const token = await signToken(person.id, this.options.secret);
    reply.header('set-cookie', sessionCookie(token, request.protocol === 'https'));
    return { token };
  }

  private assertDemo(): void {
    if (!this.options.demo) throw apiProblem('demo.only');
  }
}
