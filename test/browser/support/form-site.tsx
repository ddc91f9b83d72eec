import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { renderToString } from 'preact-render-to-string';
import type { JsonSchema } from '../../../processes/kernel/form-schema.ts';
import type { Locale } from '../../../processes/kernel/text.ts';
import { bundleIslands } from '../../../web/assets/bundle-islands.ts';
import { draftAttributes } from '../../../web/forms/draft.ts';
import { FormFields, type FormFieldsProps } from '../../../web/forms/form-fields.tsx';
import { parsePosted } from '../../../web/forms/posted.ts';
import { readForm } from '../../../web/forms/read-form.ts';
import { applyRowAct } from '../../../web/forms/row-act.ts';
import { style } from '../../../web/style/index.ts';

export interface FormOfSite {
  schema: JsonSchema;
  values?: unknown;
}

/** Pages that hold nothing but forms: a path for each, answered as the product answers them. */
export async function startFormSite(forms: Readonly<Record<string, readonly FormOfSite[]>>) {
  const { entry, files } = await bundleIslands();
  const page = (locale: Locale, content: string) =>
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>表单</title><link rel="icon" href="data:,">` +
    `<link rel="stylesheet" href="/style.css"><script type="module" src="/assets/${entry}"></script></head>` +
    `<body><main><h1>表单</h1>${content}</main></body></html>`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const script = files.get(pathname.slice('/assets/'.length));
    if (script) return send(response, 'text/javascript', script);
    if (pathname === '/style.css') return send(response, 'text/css', style);
    if (pathname === '/api/people') return send(response, 'application/json', JSON.stringify({ items: people }));
    const locale = searchParams.get('lang') === 'en' ? 'en' : 'zh-CN';
    const chunks: string[] = [];
    for await (const chunk of request) chunks.push(String(chunk));
    const drawn = forms[pathname] ?? [];
    if (request.method !== 'POST') return send(response, 'text/html', page(locale, formsOf(drawn, { locale })));
    const posted = parsePosted(chunks.join(''));
    const schema = drawn[0]?.schema ?? {};
    const again = applyRowAct(schema, posted);
    if (again) return send(response, 'text/html', page(locale, formsOf(drawn, { locale, ...again })));
    const sent = JSON.stringify(readForm(schema, posted).value);
    send(response, 'text/html', page(locale, renderToString(<output data-island="sent">{sent}</output>)));
  }

  const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const people = [
  { id: 'resident-1', name: '王秀英', offices: [{ text: '安贞西里居民' }] },
  { id: 'resident-2', name: '王芳', offices: [] },
];

function formsOf(forms: readonly FormOfSite[], shown: Pick<FormFieldsProps, 'locale' | 'posted' | 'focus'>): string {
  const drawn = forms.map(({ schema, values }, index) => (
    <form
      key={String(schema['title'])}
      method="post"
      noValidate
      {...draftAttributes({ person: 'p', about: String(index) }, shown.posted !== undefined, shown.locale)}
    >
      <h2>{String(schema['title'])}</h2>
      <FormFields schema={schema} values={values} prefix={`f${index}`} {...shown} />
      <button type="submit" class="main">
        {shown.locale === 'en' ? 'Send' : '提交'}
      </button>
    </form>
  ));
  return drawn.map((form) => renderToString(form)).join('');
}

function send(response: ServerResponse, type: string, body: string): void {
  response.setHeader('content-type', `${type}; charset=utf-8`);
  response.setHeader('content-security-policy', "default-src 'self'; img-src data:");
  response.end(body);
}
