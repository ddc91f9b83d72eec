import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { languageOf } from '../problems/language.ts';
import type { IdentifiedRequest } from './guard.ts';

/** The person who is signed in. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<IdentifiedRequest>();
  if (!actor) throw apiProblem('auth.required');
  return actor;
});

/** The person who is signed in, if any. */
export const Visitor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor | null =>
    context.switchToHttp().getRequest<IdentifiedRequest>().actor ?? null,
);

/** The language of the answer. */
export const Language = createParamDecorator(
  (_: unknown, context: ExecutionContext): Locale => languageOf(context.switchToHttp().getRequest<IdentifiedRequest>()),
);
