import type { Provider, Type } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ProblemDocument } from './problems/document.ts';

/** What pages bring along to the api that they stand on. The api itself speaks JSON only. */
export interface Pages {
  controllers: Type[];
  providers: Provider[];
  /** Readers of bodies, hooks and files of their own, before the first route. */
  prepare(fastify: FastifyInstance): void;
  /** A problem as somebody reads it in a browser. */
  problemPage(document: ProblemDocument, request: FastifyRequest): Promise<string>;
}

/** Injection token of the pages; null where there are none. */
export const PAGES = Symbol('pages');
