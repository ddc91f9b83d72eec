import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { listSettings, readBurden } from '../../db/queries/burden.ts';
import { listOrgs, type OrgRow } from '../../db/queries/orgs.ts';
import { type Actor, isInLine } from '../../processes/kernel/actor.ts';
import type { DateString } from '../../processes/kernel/clock.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { allRules } from '../../processes/rules.ts';
import { Language, Visitor } from '../identity/current.ts';
import { Open } from '../identity/guard.ts';
import { API_OPTIONS, type ApiOptions } from '../options.ts';
import type { Html } from '../pages/html.ts';
import type { PageContext } from '../pages/layout.ts';
import { Store } from '../store.ts';
import { burdenMonths, ceilingFor, ceilingsOf, monthAfter, monthsBetween } from './burden.ts';
import { burdenSection } from './burden-section.ts';
import { Registers } from './registers.ts';
import { type Place, registerPage, registersPage } from './registers-page.ts';

const HTML = 'text/html; charset=utf-8';
const MONTHS_SHOWN = 12;

/** A form sends empty what was left empty. */
const left = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const PageQuery = z.strictObject({
  org: left(z.string().max(200)),
  on: left(z.iso.date()),
  version: left(z.coerce.number().int().min(1)),
  lang: z.enum(['zh', 'zh-CN', 'en']).optional(),
});

/** The plain pages of public registers, from the same service as the API. */
@ApiExcludeController()
@Controller('registers')
@Open()
export class RegistersPageController {
  constructor(
    private readonly registers: Registers,
    private readonly store: Store,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  /** Somebody who is signed in sees the registers of his own organisations, and of those above and below them. */
  @Get()
  @Header('content-type', HTML)
  async many(@Visitor() actor: Actor | null, @Language() locale: Locale) {
    const items = await this.registers.list(locale);
    const near = items.map((item) => ({ ...item, keptAt: item.keptAt.filter(({ org }) => isNear(actor, org)) }));
    return registersPage(this.context(locale, '/registers', actor), near);
  }

  @Get(':register')
  @Header('content-type', HTML)
  async one(
    @Param('register') register: string,
    @Query({ schema: PageQuery }) query: z.infer<typeof PageQuery>,
    @Visitor() actor: Actor | null,
    @Language() locale: Locale,
  ) {
    const [kept, orgs] = await Promise.all([this.registers.list(locale), listOrgs(this.store.db)]);
    const keptAt = kept.find((item) => item.register === register)?.keptAt ?? [];
    const org =
      query.org ?? keptAt.find((place) => isNear(actor, place.org))?.org ?? ownOrg(actor) ?? orgs[0]?.id ?? '';
    const standing = await this.registers.standing({ register, org, on: query.on, version: query.version, locale });
    const { items: versions } = await this.registers.versions({ register, org, locale });
    const asked = new URLSearchParams({
      org,
      on: standing.on,
      ...(query.version ? { version: `${query.version}` } : {}),
    });
    return registerPage(this.context(locale, `/registers/${encodeURIComponent(register)}?${asked}`, actor), {
      standing,
      versions,
      places: placesOf(orgs, [...keptAt.map((place) => place.org), standing.org, ownOrg(actor)]),
      burden: register === 'burden' ? await this.burdenOf(standing.org, standing.on, locale) : null,
    });
  }

  /** The year up to the month of the day that was asked for. */
  private async burdenOf(org: string, on: DateString, locale: Locale): Promise<Html> {
    const toMonth = on.slice(0, 7);
    const fromMonth = monthAfter(toMonth, 1 - MONTHS_SHOWN);
    const ceilings = ceilingsOf(allRules);
    const { db } = this.store;
    const [rows, settings] = await Promise.all([
      // One month more, which the first is compared with.
      readBurden(db, { org, fromMonth: monthAfter(fromMonth, -1), toMonth }),
      listSettings(
        db,
        ceilings.map(({ name }) => name),
      ),
    ]);
    const own = rows.filter((row) => row.org === org);
    const ceiling = ceilingFor(org, ceilings, settings);
    return burdenSection(locale, burdenMonths(own, monthsBetween(fromMonth, toMonth), ceiling), ceiling);
  }

  private context(locale: Locale, path: string, actor: Actor | null): PageContext {
    return { locale, path, demo: this.options.demo, person: actor?.name ?? null };
  }
}

/** Everybody who is not signed in is near to all. */
function isNear(actor: Actor | null, org: string): boolean {
  return actor === null || actor.holdings.some((holding) => isInLine(org, holding.org));
}

const ownOrg = (actor: Actor | null) => actor?.holdings[0]?.org;

function placesOf(orgs: readonly OrgRow[], chosen: readonly (string | undefined)[]): Place[] {
  return orgs.filter(({ id }) => chosen.includes(id)).map(({ id, name }) => ({ org: id, orgText: name }));
}
