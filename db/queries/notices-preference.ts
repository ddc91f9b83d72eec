import { sql } from 'kysely';
import type { Db } from './query.ts';

/** How a person wants to be told. */
export interface Preference {
  email: string | null;
  webhookUrl: string | null;
  /** `immediate`, or one message a day. */
  timing: 'immediate' | 'daily';
  /** Hour of Beijing from which the message of the day may go. */
  digestHour: number;
  digestOnRestDays: boolean;
  language: 'zh-CN' | 'en';
}

/** What holds for somebody who never said anything: inside the application only. */
export const defaultPreference: Preference = {
  email: null,
  webhookUrl: null,
  timing: 'immediate',
  digestHour: 9,
  digestOnRestDays: false,
  language: 'zh-CN',
};

export async function readPreference(db: Db, person: string): Promise<Preference> {
  const { rows } = await sql<Preference>`
    select email, webhook_url as "webhookUrl", timing, digest_hour as "digestHour",
      digest_on_rest_days as "digestOnRestDays", language from preference where person = ${person}`.execute(db);
  return rows[0] ?? defaultPreference;
}

/**
 * Keeps how a person wants to be told. An endpoint keeps its secret until its address changes or a new one is asked for;
 * answers the secret that holds now, and whether it is the one that was offered.
 */
export async function savePreference(
  db: Db,
  person: string,
  preference: Preference,
  secret: { offered: string; renew: boolean },
): Promise<{ secret: string | null; isNew: boolean }> {
  const { email, webhookUrl, timing, digestHour, digestOnRestDays, language } = preference;
  const offered = webhookUrl === null ? null : secret.offered;
  const { rows } = await sql<{ secret: string | null }>`
    insert into preference as p (person, email, webhook_url, webhook_secret, timing, digest_hour, digest_on_rest_days,
                                 language, changed_at)
    values (${person}, ${email}, ${webhookUrl}, ${offered}, ${timing}, ${digestHour}, ${digestOnRestDays}, ${language},
            clock_timestamp())
    on conflict (person) do update set email = excluded.email, webhook_url = excluded.webhook_url,
      webhook_secret = case when excluded.webhook_url = p.webhook_url and not ${secret.renew} then p.webhook_secret
                            else excluded.webhook_secret end,
      timing = excluded.timing, digest_hour = excluded.digest_hour,
      digest_on_rest_days = excluded.digest_on_rest_days, language = excluded.language, changed_at = excluded.changed_at
    returning webhook_secret as secret`.execute(db);
  const kept = rows[0]?.secret ?? null;
  return { secret: kept, isNew: kept !== null && kept === secret.offered };
}
