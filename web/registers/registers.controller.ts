import { Controller, Get, Header, Param, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Language, Visitor } from '../../api/identity/current.ts';
import { Open } from '../../api/identity/guard.ts';
import { Items } from '../../api/items/items.ts';
import { Registers } from '../../api/registers/registers.ts';
import { type Actor, isInLine } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import type { PageContext } from '../frame/context.ts';
import { Frame } from '../frame/frame.ts';
import { HTML } from '../frame/page.tsx';
import { comparePage } from './compare-page.tsx';
import { Figures } from './figures.tsx';
import type { Standing } from './lines.ts';
import { inOrder, pointOf, type RegisterAsked, RegisterQuery } from './query.ts';
import { linesShown, registerPage } from './register-page.tsx';
import { registersPage } from './registers-page.tsx';
import { VERSIONS_SHOWN } from './versions-section.tsx';

/** The pages of public registers, from the same service as the API. */
@ApiExcludeController()
@Controller('registers')
@Open()
export class RegisterPagesController {
  constructor(
    private readonly frame: Frame,
    private readonly registers: Registers,
    private readonly items: Items,
    private readonly figures: Figures,
  ) {}

  /** Somebody who is signed in sees the registers of his own organisations, and of those above and below them. */
  @Get()
  @Header('content-type', HTML)
  async many(@Visitor() actor: Actor | null, @Language() locale: Locale, @Req() request: FastifyRequest) {
    const [context, items] = await Promise.all([this.frame.open(request), this.registers.list(locale, actor)]);
    const near = items.map((item) => ({ ...item, keptAt: item.keptAt.filter(({ org }) => isNear(actor, org)) }));
    return registersPage(context, near);
  }

  @Get(':register')
  @Header('content-type', HTML)
  async one(
    @Param('register') register: string,
    @Query({ schema: RegisterQuery }) asked: RegisterAsked,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
  ) {
    const context = await this.frame.open(request);
    const reader = context.actor;
    const kept = await this.registers.list(locale, reader);
    const keptAt = kept.find((item) => item.register === register)?.keptAt ?? [];
    const org = asked.org ?? orgFor(context, keptAt);
    if (asked.from !== undefined && asked.to !== undefined) {
      const [from, to] = inOrder(asked.from, asked.to);
      return await this.compare(context, { register, org, from, to });
    }
    const { on, version } = asked;
    const standing = await this.registers.standing({ register, org, on, version, reader, locale });
    const { items: versions } = await this.registers.versions({ register, org, reader, locale });
    const lines = linesShown(standing, asked, locale);
    const publicCases = await this.items.publicAmong(
      [...lines, ...versions.slice(-VERSIONS_SHOWN)].map(({ caseId }) => caseId),
    );
    const places = placesOf(context, [...keptAt.map((place) => place.org), standing.org]);
    const figures = await this.figures.of(context, standing);
    return registerPage(context, { asked, standing, versions, places, publicCases, lines, figures });
  }

  private async compare(
    context: PageContext,
    asked: { register: string; org: string; from: string | number; to: string | number },
  ): Promise<string> {
    const { register, org, from, to } = asked;
    const { locale } = context;
    const points = { from: pointOf(from), to: pointOf(to) };
    const comparison = await this.registers.compare({ register, org, reader: context.actor, locale, ...points });
    const { added, removed, changed } = comparison;
    const lines = [...added, ...removed, ...changed.map(({ after }) => after)];
    const publicCases = await this.items.publicAmong(lines.map(({ caseId }) => caseId));
    return comparePage(context, { comparison, from, to, publicCases });
  }
}

/** Everybody who is not signed in is near to all. */
function isNear(actor: Actor | null, org: string): boolean {
  return actor === null || actor.holdings.some((holding) => isInLine(org, holding.org));
}

/** Where nobody has said: the nearest place that keeps it, else one's own organisation. */
function orgFor({ actor, orgNames }: PageContext, keptAt: readonly { org: string }[]): string {
  const near = keptAt.find((place) => isNear(actor, place.org))?.org;
  return near ?? actor?.holdings[0]?.org ?? [...orgNames.keys()][0] ?? '';
}

function placesOf({ actor, orgNames }: PageContext, chosen: readonly string[]) {
  const own = actor?.holdings[0]?.org;
  return [...orgNames]
    .filter(([id]) => id === own || chosen.includes(id))
    .map(([org, orgText]): { org: Standing['org']; orgText: string } => ({ org, orgText }));
}
