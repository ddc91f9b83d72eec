export interface NoticeReader {
  /** The next `notice` event, or a failure if none comes in time. */
  // biome-ignore lint/suspicious/noExplicitAny: each test reads the members it expects.
  next(): Promise<any>;
  close(): void;
}

const WAIT_MS = 20_000;

/** Reads the notices of an event stream over a real connection; resolves once the stream is open. */
export async function readNoticeEvents(url: string, token: string): Promise<NoticeReader> {
  const abort = new AbortController();
  const response = await fetch(new URL('/api/events', url), {
    headers: { authorization: `Bearer ${token}` },
    signal: abort.signal,
  });
  if (!response.ok || !response.body) throw new Error(`no stream: ${response.status}`);
  const chunks = response.body.pipeThrough(new TextDecoderStream() as never)[Symbol.asyncIterator]();
  let text = '';
  const next = async (): Promise<unknown> => {
    for (;;) {
      const event = /event: notice\ndata: (.*)\n\n/.exec(text);
      if (event?.[1]) {
        text = text.slice(event.index + event[0].length);
        return JSON.parse(event[1]);
      }
      const chunk = await chunks.next();
      if (chunk.done) throw new Error('the stream has ended');
      text += String(chunk.value);
    }
  };
  return {
    close: () => abort.abort(),
    next: () => {
      const timer = setTimeout(() => abort.abort(new Error('no notice came in time')), WAIT_MS);
      return next().finally(() => clearTimeout(timer));
    },
  };
}
