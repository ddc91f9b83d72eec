import type { Report } from './launch-problem.ts';

// A blocked address must not hold up the next way for long; a slow one may take its time once it answers.
const ANSWER_WAIT_MS = 5_000;
const STALL_WAIT_MS = 30_000;
const REPORT_EVERY_MS = 3_000;

export type Download = { bytes: Uint8Array; url: string; contentType: string };

/** Fetches an address into memory, telling how far it is. */
export async function download(url: string, report: Report, headers: Record<string, string> = {}): Promise<Download> {
  const controller = new AbortController();
  let timer = setTimeout(() => controller.abort(new Error(`no answer within ${ANSWER_WAIT_MS} ms`)), ANSWER_WAIT_MS);
  const restart = () => {
    clearTimeout(timer);
    timer = setTimeout(() => controller.abort(new Error(`no data for ${STALL_WAIT_MS} ms`)), STALL_WAIT_MS);
  };
  try {
    const response = await fetch(url, { headers, signal: controller.signal });
    if (!response.ok || response.body === null) {
      throw new Error(`${response.status} ${response.statusText}`);
    }
    const total = Number(response.headers.get('content-length') ?? 0);
    const chunks: Uint8Array[] = [];
    let received = 0;
    let reportedAt = Date.now();
    restart();
    for await (const chunk of response.body) {
      chunks.push(chunk);
      received += chunk.byteLength;
      restart();
      if (Date.now() - reportedAt >= REPORT_EVERY_MS) {
        reportedAt = Date.now();
        report(`  ${megabytes(received)}${total > 0 ? ` / ${megabytes(total)}` : ''} MB`);
      }
    }
    const contentType = response.headers.get('content-type') ?? '';
    return { bytes: Buffer.concat(chunks), url: response.url, contentType };
  } finally {
    clearTimeout(timer);
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(0);
}
