import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';
const SECRET_BYTES = 32;

/** A new secret of an endpoint, as it is shown to its owner. */
export function newWebhookSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString('base64');
}

/**
 * The three headers of the Standard Webhooks scheme, so that its libraries can check them: the signature is an HMAC-SHA256
 * over `id.timestamp.body`. The time is that of the attempt: a repeated attempt has the same id and another signature.
 */
export function signatureHeaders(input: {
  secret: string;
  id: string;
  at: number;
  body: string;
}): Record<string, string> {
  const { secret, id, at, body } = input;
  const timestamp = String(Math.floor(at / 1000));
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
