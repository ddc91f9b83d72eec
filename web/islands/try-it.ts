interface Props {
  method: string;
  path: string;
  headers: string[];
  failed: string;
  broken: string;
}

/** What was last read of each case, so that acting on it says on which state. */
const tags = new Map<string, string>();

/** An answer of the api that never ends, such as events, is left after this time. */
const WAIT_MS = 10_000;

/** Sends what the form says and shows the answer below it. */
export function start(element: HTMLElement): void {
  const form = element as HTMLFormElement;
  const props = JSON.parse(form.dataset['props'] ?? '{}') as Props;
  const output = form.querySelector('output');
  if (!output) return;
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send(form, props).then((text) => {
      const shown = document.createElement('pre');
      shown.tabIndex = 0;
      shown.textContent = text;
      output.replaceChildren(shown);
    });
  });
}

async function send(form: HTMLFormElement, { method, path, headers, failed, broken }: Props): Promise<string> {
  const { address, caseId } = addressOf(form, path);
  const sent: Record<string, string> = { accept: 'application/json' };
  if (headers.includes('Idempotency-Key')) sent['idempotency-key'] = crypto.randomUUID();
  const tag = tags.get(caseId);
  if (headers.includes('If-Match') && tag !== undefined) sent['if-match'] = tag;
  const body = form.querySelector<HTMLTextAreaElement>('textarea')?.value;
  if (body !== undefined) {
    if (!isJson(body)) return broken;
    sent['content-type'] = 'application/json';
  }
  try {
    const signal = AbortSignal.timeout(WAIT_MS);
    const answer = await fetch(address, {
      method: method.toUpperCase(),
      headers: sent,
      signal,
      ...(body === undefined ? {} : { body }),
    });
    const etag = answer.headers.get('etag');
    if (etag !== null && caseId !== '') tags.set(caseId, etag);
    return `${method.toUpperCase()} ${address}\n${answer.status} ${answer.statusText}\n\n${await readable(answer)}`;
  } catch {
    return `${method.toUpperCase()} ${address}\n${failed}`;
  }
}

function addressOf(form: HTMLFormElement, path: string): { address: string; caseId: string } {
  const query = new URLSearchParams();
  let address = path;
  let caseId = '';
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[data-where]')) {
    const { name, value } = field;
    if (field.dataset['where'] === 'path') {
      address = address.replace(`{${name}}`, encodeURIComponent(value));
      if (name === 'id') caseId = value;
    } else if (value !== '') query.set(name, value);
  }
  const asked = query.toString();
  return { address: asked === '' ? address : `${address}?${asked}`, caseId };
}

async function readable(answer: Response): Promise<string> {
  const type = answer.headers.get('content-type') ?? '';
  if (type.includes('json')) return JSON.stringify(await answer.json(), null, 2);
  if (type.startsWith('text/event-stream')) {
    await answer.body?.cancel();
    return type;
  }
  return type.startsWith('text/') ? await answer.text() : `${type}, ${(await answer.blob()).size} bytes`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
