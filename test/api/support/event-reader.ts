/** One event as a browser would see it. */
export interface ServerEvent {
  id: string;
  // biome-ignore lint/suspicious/noExplicitAny: each test reads the members it expects.
  data: any;
}

export interface EventReader {
  /** The next event, or a failure if none comes in time. */
  next(): Promise<ServerEvent>;
  /** Resolves when the server ends the stream. */
  ended: Promise<void>;
  close(): void;
}

const WAIT_MS = 20_000;

/** Reads an event stream over a real connection. */
export async function readEvents(url: string, token: string, lastEventId?: string): Promise<EventReader> {
  const abort = new AbortController();
  const response = await fetch(new URL('/api/events', url), {
    headers: { authorization: `Bearer ${token}`, ...(lastEventId ? { 'last-event-id': lastEventId } : {}) },
    signal: abort.signal,
  });
  if (!response.ok || !response.body) throw new Error(`no stream: ${response.status} ${await response.text()}`);
  const arrived: ServerEvent[] = [];
  let wake = () => {};
  const ended = pump(response.body, (event) => {
    arrived.push(event);
    wake();
  });
  return {
    ended,
    close: () => abort.abort(),
    next: async () => {
      const deadline = Date.now() + WAIT_MS;
      for (;;) {
        const event = arrived.shift();
        if (event) return event;
        const leftMs = deadline - Date.now();
        if (leftMs <= 0) throw new Error('no event came in time');
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, leftMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    },
  };
}

async function pump(body: ReadableStream<Uint8Array>, deliver: (event: ServerEvent) => void): Promise<void> {
  let text = '';
  try {
    for await (const chunk of body.pipeThrough(new TextDecoderStream() as never) as AsyncIterable<string>) {
      text += chunk;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const lines = text.slice(0, end).split('\n');
        text = text.slice(end + 2);
        const id = lines.find((line) => line.startsWith('id: '))?.slice(4);
        const data = lines.find((line) => line.startsWith('data: '))?.slice(6);
        if (id && data) deliver({ id, data: JSON.parse(data) });
      }
    }
  } catch {
    // The connection was cut: that is an end too.
  }
}
