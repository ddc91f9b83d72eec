import { Controller, Get, Header, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { endedCookie, isFromOurPages, sessionCookie } from '../../api/identity/cookie.ts';
import { DemoPeople } from '../../api/identity/demo-people.ts';
import { Open } from '../../api/identity/guard.ts';
import { signToken } from '../../api/identity/token.ts';
import { API_OPTIONS, type ApiOptions } from '../../api/options.ts';
import { apiProblem } from '../../api/problems/api-problem.ts';
import { typed } from '../forms/posted.ts';
import { localPath } from '../frame/address.ts';
import { Frame } from '../frame/frame.ts';
import { HTML } from '../frame/page.tsx';
import { isWorker } from '../frame/roles.ts';
import { postedOf } from '../posted.ts';
import { signedInPage, signInPage } from './sign-in-page.tsx';

/** Signing in and out. Outside demo mode nobody can yet: the page says so. */
@ApiExcludeController()
@Controller()
@Open()
export class SignInController {
  constructor(
    private readonly frame: Frame,
    private readonly people: DemoPeople,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  @Get('sign-in')
  @Header('content-type', HTML)
  async show(@Req() request: FastifyRequest, @Query('next') next: unknown) {
    const people = this.options.demo ? await this.people.list() : null;
    return signInPage(await this.frame.open(request), { people, next: localPath(next, '') });
  }

  /** Where a window ends that was opened to sign in beside a form that waits. */
  @Get('signed-in')
  @Header('content-type', HTML)
  async done(@Req() request: FastifyRequest) {
    return signedInPage(await this.frame.open(request));
  }

  @Post('sign-in')
  async signIn(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    if (!this.options.demo) throw apiProblem('demo.only');
    if (!isFromOurPages(request)) throw apiProblem('origin.foreign');
    const posted = postedOf(request);
    const id = typed(posted, 'person');
    const person = (await this.people.list()).find((one) => one.id === id);
    if (!person) throw apiProblem('person.unknown', { person: id.slice(0, 60) });
    const token = await signToken(person.id, this.options.secret);
    await reply
      .header('set-cookie', sessionCookie(token, request.protocol === 'https'))
      .redirect(localPath(typed(posted, 'next'), isWorker(person) ? '/desk' : '/'), 303);
  }

  @Post('sign-out')
  async signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    if (!isFromOurPages(request)) throw apiProblem('origin.foreign');
    await reply.header('set-cookie', endedCookie()).header('clear-site-data', '"cache", "storage"').redirect('/', 303);
  }
}
