import type { Letter } from './letter.ts';

export const channelNames = ['email', 'webhook'] as const;
export type ChannelName = (typeof channelNames)[number];

/** Where a letter goes. */
export interface Address {
  /** Told to operators, and what a failure of the receiver stands for: the origin of an endpoint, a mailbox. */
  target: string;
  email: string | null;
  webhookUrl: string | null;
  webhookSecret: string | null;
}

/**
 * How an attempt ended. `reach` says what a failure tells about others: nothing, the same receiver, or the whole channel.
 * `unknown`: the message was handed over and no answer came, so that it may have arrived.
 */
export type Outcome =
  | { kind: 'sent' }
  | { kind: 'unknown'; trouble: string; detail: string }
  | {
      kind: 'failed';
      trouble: string;
      detail: string;
      permanent: boolean;
      reach: 'message' | 'target' | 'channel';
      retryAfterMs?: number;
    };

/** A way out of the house. */
export interface Channel {
  name: ChannelName;
  /**
   * Whether an attempt whose end is not known is repeated. A webhook's receiver has been told to drop what he knows by its
   * key; a mailbox promises nothing of the kind, so an operator decides.
   */
  repeatsUnknown: boolean;
  /**
   * Failures in a row of each receiver since this sender began. What waits behind a receiver is put off by his failures; a
   * message itself by its own attempts, which are stored, so that restarts do not use them up.
   */
  failures: Map<string, number>;
  /** Receivers served at once. */
  receiversMax: number;
  send(letter: Letter, address: Address, attempt: { at: number }): Promise<Outcome>;
  close(): Promise<void>;
}
