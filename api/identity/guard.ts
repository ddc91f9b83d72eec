import { type CanActivate, type ExecutionContext, Inject, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../processes/kernel/actor.ts';
import { API_OPTIONS, type ApiOptions } from '../options.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { isFromOurPages, sessionOf } from './cookie.ts';
import { People } from './people.ts';
import { personOf } from './token.ts';

const OPEN = 'open to everybody';

/** Marks a route that may be used without being signed in. */
export const Open = () => SetMetadata(OPEN, true);

/** A request after the guard. */
export interface IdentifiedRequest extends FastifyRequest {
  actor?: Actor;
}

/** Denies by default: a route is for people who are signed in unless it says otherwise, so that none is left open by forgetting. */
@Injectable()
export class IdentityGuard implements CanActivate {
  constructor(
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
    private readonly people: People,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<IdentifiedRequest>();
    const open = this.reflector.getAllAndOverride<boolean | undefined>(OPEN, [
      context.getHandler(),
      context.getClass(),
    ]);
    const given = credentialsOf(request);
    if (!given) {
      if (open) return true;
      throw apiProblem('auth.required');
    }
    const person = await personOf(given.token, this.options.secret);
    const actor = person === undefined ? undefined : await this.findPerson(person, open === true);
    if (actor) {
      if (given.cookie && !isSafe(request.method) && !isFromOurPages(request)) throw apiProblem('origin.foreign');
      request.actor = actor;
      return true;
    }
    // A page that anybody may read stays readable with an old cookie; a wrong token is always told.
    if (open && given.cookie) return true;
    throw apiProblem('auth.invalid');
  }

  private async findPerson(id: string, open: boolean): Promise<Actor | undefined> {
    try {
      return await this.people.find(id);
    } catch (error) {
      // Pages that show which part is missing must not need that part.
      if (open) return undefined;
      throw error;
    }
  }
}

function credentialsOf(request: FastifyRequest): { token: string; cookie: boolean } | undefined {
  const header = request.headers.authorization;
  if (header !== undefined) {
    const token = /^Bearer +([\w.~+/=-]+)$/i.exec(header)?.[1];
    if (token === undefined) throw apiProblem('auth.invalid');
    return { token, cookie: false };
  }
  const token = sessionOf(request);
  return token === undefined ? undefined : { token, cookie: true };
}

function isSafe(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}
