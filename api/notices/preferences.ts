import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { readSenderChannels } from '../../db/queries/notices-channels.ts';
import { type Preference, readPreference, savePreference } from '../../db/queries/notices-preference.ts';
import { webhookRules } from '../../worker/sender/settings.ts';
import { urlFault } from '../../worker/sender/webhook-address.ts';
import { newWebhookSecret } from '../../worker/sender/webhook-signature.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { Store } from '../store.ts';
import type { PreferenceBody } from './bodies.ts';
import { addressFaultWords } from './words.ts';

export interface PreferenceView extends Preference {
  /** Which ways out of the house are switched on; null while no sender was heard of. */
  channels: { email: boolean | null; webhook: boolean | null };
  /** Shown once: when an endpoint was set, or a new secret asked for. */
  webhookSecret?: string;
}

/** How people want to be told. */
@Injectable()
export class Preferences {
  private readonly rules = webhookRules(process.env);

  constructor(private readonly store: Store) {}

  async read(person: string): Promise<PreferenceView> {
    const [preference, channels] = await Promise.all([readPreference(this.store.db, person), this.channels()]);
    return { ...preference, channels };
  }

  async save(person: string, body: z.infer<typeof PreferenceBody>): Promise<PreferenceView> {
    const { renewSecret, ...changes } = body;
    const url = changes.webhookUrl;
    const fault = typeof url === 'string' ? urlFault(url, this.rules) : undefined;
    if (fault) {
      throw apiProblem(
        'form.invalid',
        { count: 1 },
        { faults: [{ pointer: '/webhookUrl', detail: addressFaultWords[fault] }] },
      );
    }
    const known = await readPreference(this.store.db, person);
    const wanted = { ...known, ...given(changes) };
    const preference = { ...wanted, webhookUrl: wanted.webhookUrl === null ? null : new URL(wanted.webhookUrl).href };
    const offer = { offered: newWebhookSecret(), renew: renewSecret };
    const { secret, isNew } = await savePreference(this.store.db, person, preference, offer);
    return {
      ...preference,
      channels: await this.channels(),
      ...(isNew && secret !== null ? { webhookSecret: secret } : {}),
    };
  }

  private async channels(): Promise<PreferenceView['channels']> {
    const channels = await readSenderChannels(this.store.db);
    const stateOf = (name: string) => channels.find(({ channel }) => channel === name)?.enabled ?? null;
    return { email: stateOf('email'), webhook: stateOf('webhook') };
  }
}

function given<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
