import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Language } from '../../api/identity/current.ts';
import { Open } from '../../api/identity/guard.ts';
import { ApiDocument } from '../../api/openapi/api-document.ts';
import { apiProblem } from '../../api/problems/api-problem.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { Frame } from '../frame/frame.ts';
import { HTML } from '../frame/page.tsx';
import { docsPage } from './docs-page.tsx';
import { type GroupView, groupsOf } from './openapi-view.ts';

/** The interface for developers, read from its own document. */
@ApiExcludeController()
@Controller('docs')
@Open()
export class DocsController {
  private readonly kept = new Map<Locale, GroupView[]>();

  constructor(
    private readonly frame: Frame,
    private readonly document: ApiDocument,
  ) {}

  @Get()
  @Header('content-type', HTML)
  async show(@Query('tag') tag: unknown, @Language() locale: Locale, @Req() request: FastifyRequest) {
    const groups = this.groups(locale);
    const chosen = groups.find((group) => group.tag === tag);
    if (tag !== undefined && !chosen) throw apiProblem('route.unknown');
    return docsPage(await this.frame.open(request), groups, chosen ?? null);
  }

  /** The document does not change while the program runs. */
  private groups(locale: Locale): GroupView[] {
    const known = this.kept.get(locale) ?? groupsOf(this.document.read(), locale);
    this.kept.set(locale, known);
    return known;
  }
}
