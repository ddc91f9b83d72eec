import { Transform } from 'node:stream';
import { createTransport, type SentMessageInfo, type Transporter } from 'nodemailer';
import { SECOND_MS } from '../../processes/kernel/clock.ts';
import type { Address, Channel, Outcome } from './channel.ts';
import { emailSubject, emailText } from './email-words.ts';
import type { Letter } from './letter.ts';

export interface EmailOptions {
  /** smtp:// or smtps://, with user and password where the server wants them. */
  smtpUrl: string;
  /** Sender, as address or as `闭环 <notice@example.cn>`. */
  from: string;
  timeoutMs?: number;
}

const TIMEOUT_MS = 20 * SECOND_MS;
const CONNECTIONS_MAX = 4;

/** Sends messages as plain text by an SMTP server. */
export function emailChannel(options: EmailOptions): Channel {
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  const transport = createTransport({
    url: options.smtpUrl,
    pool: true,
    maxConnections: CONNECTIONS_MAX,
    connectionTimeout: timeoutMs / 2,
    greetingTimeout: timeoutMs / 2,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs / 2,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const handedOver = new Set<string>();
  watchHandingOver(transport, handedOver);
  return {
    name: 'email',
    repeatsUnknown: false,
    failures: new Map(),
    receiversMax: CONNECTIONS_MAX,
    send: async (letter, address) => {
      handedOver.delete(letter.key);
      try {
        return await send(transport, { ...options, timeoutMs }, letter, address);
      } catch (error) {
        return outcomeOf(error as MailError, handedOver.has(letter.key));
      } finally {
        handedOver.delete(letter.key);
      }
    },
    close: async () => transport.close(),
  };
}

/** The same for every attempt, so that a mailbox that looks at it keeps only one (RFC 5322 §3.6.4). */
export function messageIdOf(letter: Letter, from: string): string {
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? 'bihuan.invalid';
  return `<${letter.key}@${domain}>`;
}

async function send(
  transport: Transporter<SentMessageInfo>,
  options: Required<EmailOptions>,
  letter: Letter,
  address: Address,
): Promise<Outcome> {
  if (address.email === null) throw new Error('Broken invariant: who is written to has an address');
  await transport.sendMail({
    from: options.from,
    // An object, so that nothing in it is read as a list of addresses.
    to: { name: letter.person.name, address: address.email },
    subject: emailSubject(letter),
    text: emailText(letter),
    messageId: messageIdOf(letter, options.from),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': letter.locale,
      'X-Bihuan-Key': letter.key,
    },
    signal: AbortSignal.timeout(options.timeoutMs),
  });
  return { kind: 'sent' };
}

/**
 * A server that does not answer has accepted nothing until it has seen the end of the message. Whether the end was reached
 * decides between "failed" and "unknown".
 */
function watchHandingOver(transport: Transporter<SentMessageInfo>, handedOver: Set<string>): void {
  transport.use('stream', (mail, next) => {
    const key = /^<(.+)@/.exec(String(mail.data.messageId ?? ''))?.[1] ?? '';
    const watch = new Transform({
      transform: (chunk, _encoding, done) => done(null, chunk),
      flush: (done) => {
        handedOver.add(key);
        done();
      },
    });
    mail.message.transform(watch);
    next();
  });
}

/** What nodemailer tells of an error. */
interface MailError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
}

const OF_THE_MESSAGE = new Set(['EENVELOPE', 'EMESSAGE']);

function outcomeOf(error: MailError, wasHandedOver: boolean): Outcome {
  const { code = 'unknown', responseCode } = error;
  if (wasHandedOver && responseCode === undefined) {
    return { kind: 'unknown', trouble: 'email.noAnswer', detail: code };
  }
  const detail = responseCode === undefined ? code : String(responseCode);
  // 421 is said of the connection, whatever command it answers.
  const ofMessage = OF_THE_MESSAGE.has(code) && responseCode !== undefined && responseCode !== 421;
  return {
    kind: 'failed',
    trouble: ofMessage ? 'email.refused' : 'email.server',
    detail,
    permanent: ofMessage && responseCode >= 500,
    reach: ofMessage ? 'message' : 'channel',
  };
}
