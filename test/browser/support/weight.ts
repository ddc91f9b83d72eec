import type { Page } from 'playwright-core';

/** What a page took over the wire, everything in. */
export interface Weight {
  /** As sent: heads and bodies, compressed where the server compresses. */
  bytes: number;
  requests: number;
  /** Of that the document and its style sheets, which the first paint waits for. */
  bytesBeforePaint: number;
  /** Heaviest first, for the message of a test that fails. */
  parts: { path: string; bytes: number }[];
}

/** A poor mobile connection. */
const SLOW = { bitsPerSecond: 400_000, latencyMs: 150 };

/** Starts to weigh what the page loads, as somebody who comes for the first time; ask when the page has loaded. */
export async function weigh(page: Page): Promise<() => Weight> {
  const session = await page.context().newCDPSession(page);
  const requests = new Map<string, { path: string; bytes: number; blocks: boolean }>();
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    const { protocol, pathname } = new URL(response.url);
    // What an address holds itself does not travel.
    if (protocol !== 'data:')
      requests.set(requestId, { path: pathname, bytes: 0, blocks: type === 'Document' || type === 'Stylesheet' });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const found = requests.get(requestId);
    if (found) found.bytes = encodedDataLength;
  });
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  return () => {
    const parts = [...requests.values()].sort((a, b) => b.bytes - a.bytes);
    const sum = (of: typeof parts) => of.reduce((bytes, part) => bytes + part.bytes, 0);
    return {
      bytes: sum(parts),
      requests: parts.length,
      bytesBeforePaint: sum(parts.filter(({ blocks }) => blocks)),
      parts: parts.map(({ path, bytes }) => ({ path, bytes })),
    };
  };
}

/** The first paint on a poor connection, from the bytes that it waits for: the same figure on every machine. */
export function computedPaintMs({ bytesBeforePaint }: Weight): number {
  // A connection is opened, the document asked for, then its style sheets: three journeys there and back.
  return Math.round(3 * SLOW.latencyMs + (bytesBeforePaint * 8_000) / SLOW.bitsPerSecond);
}

/** The first paint as a browser has it on such a connection. Told, not tested: it depends on the machine's other work. */
export async function measuredPaintMs(page: Page, path: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const bytesPerSecond = SLOW.bitsPerSecond / 8;
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: SLOW.latencyMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await page.goto(path, { waitUntil: 'load' });
  const expression = `new Promise((tell) => new PerformanceObserver((list) => {
    for (const entry of list.getEntriesByName('first-contentful-paint')) tell(entry.startTime);
  }).observe({ type: 'paint', buffered: true }))`;
  const { result } = await session.send('Runtime.evaluate', { expression, awaitPromise: true });
  await session.detach();
  return Math.round(Number(result.value));
}
