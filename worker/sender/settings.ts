import type { EmailOptions } from './email.ts';
import type { WebhookOptions } from './webhook.ts';
import { isNetwork } from './webhook-address.ts';

/** What an operator says about the ways out of the house; all of it is optional. */
export interface SenderSettings {
  /** Where people reach the application; stands in front of every link. */
  baseUrl: string;
  /** null: no e-mail is sent, and /health/ready says how to change that. */
  email: EmailOptions | null;
  webhook: WebhookOptions;
}

/** Reads the settings from the environment; a wrong one ends the start with a sentence. */
export function senderSettings(env: NodeJS.ProcessEnv): SenderSettings {
  const smtpUrl = env['SMTP_URL'];
  return {
    baseUrl: (env['PUBLIC_URL'] || `http://127.0.0.1:${env['PORT'] || 3000}`).replace(/\/+$/, ''),
    email: smtpUrl ? { smtpUrl: checkedSmtp(smtpUrl), from: checkedFrom(env['MAIL_FROM']) } : null,
    webhook: { rules: webhookRules(env) },
  };
}

/** The rules for endpoints, for whoever takes one down and for whoever calls it. */
export function webhookRules(env: NodeJS.ProcessEnv): WebhookOptions['rules'] {
  const networks = (env['WEBHOOK_NETWORKS'] ?? '')
    .split(',')
    .map((network) => network.trim())
    .filter((network) => network !== '');
  const wrong = networks.find((network) => !isNetwork(network));
  if (wrong !== undefined) {
    throw new Error(`WEBHOOK_NETWORKS 中的“${wrong}”不是网段 / is not a network, such as 10.20.0.0/16`);
  }
  return { networks, allowsHttp: env['WEBHOOK_HTTP'] === '1' };
}

function checkedSmtp(text: string): string {
  if (URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol)) return text;
  throw new Error('SMTP_URL 须形如 smtp://user:password@host:587 / must look like smtp://user:password@host:587');
}

function checkedFrom(text: string | undefined): string {
  if (text && /@[\w.-]+/.test(text)) return text;
  throw new Error('设置了 SMTP_URL 时须设置 MAIL_FROM / With SMTP_URL set MAIL_FROM, such as 闭环 <notice@example.cn>');
}
