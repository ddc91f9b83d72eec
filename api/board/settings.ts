import { Injectable } from '@nestjs/common';
import { listOrgs } from '../../db/queries/orgs.ts';
import { listOwnSettings } from '../../db/queries/settings.ts';
import { processes, processOf } from '../../processes/index.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Setting, Source } from '../../processes/kernel/define-rules.ts';
import { presentSource } from '../../processes/kernel/present-deadline.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { unitWords } from '../catalogue/limit-words.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { Store } from '../store.ts';
import { staffReach } from './staff-reach.ts';

/** A figure with where it comes from. */
export interface SettingItem {
  name: string;
  title: string;
  /** In force for the organisation. */
  value: number;
  default: number;
  unit: Setting['unit'];
  unitText: string;
  /** Where the default comes from, and how far that binds. */
  source: { title: string; at?: string; standing: Source['standing'] };
  /** The organisation that set another value, with its reason; null: the default holds. */
  own: { org: string; orgText: string; source: string } | null;
}

export interface SettingsView {
  org: string;
  orgText: string;
  processes: { process: string; processText: string; settings: SettingItem[] }[];
}

/** The figures that hold for an organisation. Read only: they are set where the organisation is set up. */
@Injectable()
export class Settings {
  constructor(private readonly store: Store) {}

  async read(actor: Actor, org: string | undefined, locale: Locale): Promise<SettingsView> {
    const [top = ''] = staffReach(actor, { zh: '查看参数', en: 'see the settings' }, locale);
    const asked = org ?? top;
    const [orgs, own] = await Promise.all([listOrgs(this.store.db), listOwnSettings(this.store.db, asked)]);
    const found = orgs.find(({ id }) => id === asked);
    if (!found) throw apiProblem('register.orgUnknown', { org: asked.slice(0, 60) });
    const ids = [...new Set(processes.map(({ rules }) => rules.id))];
    return {
      org: asked,
      orgText: found.name,
      processes: ids.flatMap((id) => {
        const process = processOf(id);
        if (!process) return [];
        const texts = process.texts[locale];
        const settings = Object.entries<Setting>(process.rules.settings).map(([name, { value, unit, source }]) => {
          const set = own.findLast((one) => one.process === id && one.name === name);
          return {
            name,
            title: texts.settings[name] ?? name,
            value: set?.value ?? value,
            default: value,
            unit,
            unitText: unitWords(unit, locale),
            source: presentSource(source, locale),
            own: set ? { org: set.org, orgText: set.orgName, source: set.source } : null,
          };
        });
        return [{ process: id, processText: texts.title, settings }];
      }),
    };
  }
}
