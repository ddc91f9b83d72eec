import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { sessionOf } from '../../api/identity/cookie.ts';
import type { IdentifiedRequest } from '../../api/identity/guard.ts';
import { People } from '../../api/identity/people.ts';
import { personOf } from '../../api/identity/token.ts';
import { Notices } from '../../api/notices/notices.ts';
import { API_OPTIONS, type ApiOptions } from '../../api/options.ts';
import { Orgs } from '../../api/orgs/orgs.ts';
import { languageOf } from '../../api/problems/language.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import { type Locale, say } from '../../processes/kernel/text.ts';
import { roles } from '../../processes/organisation.ts';
import { Assets } from '../assets/assets.ts';
import { localPath, withQuery } from './address.ts';
import type { PageContext } from './context.ts';
import { hasLargeType } from './looks.ts';

/** Makes the frame of a page for whoever asks. It needs no part that may be away: then the page is plainer. */
@Injectable()
export class Frame {
  constructor(
    private readonly people: People,
    private readonly notices: Notices,
    private readonly orgs: Orgs,
    private readonly assets: Assets,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  async open(request: FastifyRequest): Promise<PageContext> {
    const locale = languageOf(request);
    const actor = (request as IdentifiedRequest).actor ?? (await this.signedIn(request));
    const [orgNames, unread] = await Promise.all([
      this.orgs.names().catch(() => new Map<string, string>()),
      actor ? this.notices.unread(actor).catch(() => 0) : 0,
    ]);
    return {
      locale,
      // A form that was sent is shown again at its page; the choice of language and type is no part of the address.
      path: withQuery(localPath(request.url), { lang: null, type: null }),
      demo: this.options.demo,
      actor,
      offices: actor ? officesIn(actor, locale, orgNames) : '',
      unread,
      largeType: hasLargeType(request),
      assets: { style: this.assets.style, script: this.assets.script },
      orgNames,
    };
  }

  /** Where no guard has looked yet, as for an address that leads nowhere. */
  private async signedIn(request: FastifyRequest): Promise<Actor | null> {
    const token = sessionOf(request);
    const person = token && (await personOf(token, this.options.secret));
    return person ? ((await this.people.find(person).catch(() => undefined)) ?? null) : null;
  }
}

/** `安贞西里社区 社区工作者` */
export function officesIn(actor: Actor, locale: Locale, orgNames: ReadonlyMap<string, string>): string {
  return actor.holdings
    .map(({ role, org }) => `${orgNames.get(org) ?? org} ${say(roles[role].title, locale)}`)
    .join(locale === 'en' ? ', ' : '、');
}
