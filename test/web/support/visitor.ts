import { expect } from 'vitest';

/** A page as it came, with what a browser would send from its forms. */
export interface Page {
  status: number;
  html: string;
  /** Where it was found in the end. */
  path: string;
}

/** Somebody with a browser that has no script: cookies are kept, redirects followed, forms sent as they stand. */
export interface Visitor {
  open(path: string, headers?: Record<string, string>): Promise<Page>;
  /** Sends the form with this action, its fields as they stand but for those given; a list replaces all values of a name. */
  send(
    page: Page,
    action: string | RegExp,
    fields?: Record<string, string | string[]>,
    follow?: boolean,
  ): Promise<Page>;
  post(path: string, fields: [string, string][], follow?: boolean): Promise<Page>;
  signIn(person: string): Promise<void>;
  cookies: Map<string, string>;
}

export function visitorAt(url: string): Visitor {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit): Promise<Page> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(path, url), {
      ...init,
      redirect: 'manual',
      headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}), ...init.headers },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';', 1);
      const [name = '', value = ''] = pair.split('=', 2);
      if (/Max-Age=0/.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const html = await response.text();
    return { status: response.status, html, path: response.headers.get('location') ?? path };
  };
  const followed = async (page: Page): Promise<Page> =>
    page.status >= 300 && page.status < 400 ? followed(await ask(page.path, {})) : page;
  const post = async (path: string, fields: [string, string][], follow = true) => {
    const answer = await ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    });
    return follow ? await followed(answer) : answer;
  };
  return {
    cookies,
    open: async (path, headers = {}) => await followed(await ask(path, { headers })),
    post,
    send: async (page, action, fields = {}, follow = true) => {
      const form = formsIn(page.html).find((one) =>
        typeof action === 'string' ? one.action === action : action.test(one.action),
      );
      expect([String(action), form !== undefined, page.html.slice(0, form ? 0 : 3000)]).toEqual([
        String(action),
        true,
        '',
      ]);
      const kept = (form?.fields ?? []).filter(([name]) => fields[name] === undefined);
      const given = Object.entries(fields).flatMap(([name, value]) =>
        (Array.isArray(value) ? value : [value]).map((one): [string, string] => [name, one]),
      );
      return await post(form?.action ?? page.path, [...kept, ...given], follow);
    },
    signIn: async (person) => {
      const page = await post('/sign-in', [['person', person]]);
      expect(page.status).toBe(200);
    },
  };
}

interface Form {
  action: string;
  fields: [string, string][];
}

/** The forms of a page with what they would send: text, hidden values, what is ticked and chosen. */
export function formsIn(html: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, attributes = '', content = '']) => ({
    action: attributeOf(attributes, 'action') ?? '',
    fields: fieldsIn(content),
  }));
}

function fieldsIn(content: string): [string, string][] {
  const fields: [string, string][] = [];
  const tags = content.matchAll(
    /<input\b([^>]*)>|<textarea\b([^>]*)>([\s\S]*?)<\/textarea>|<select\b([^>]*)>([\s\S]*?)<\/select>/g,
  );
  for (const [, input, textarea, text = '', select, options = ''] of tags) {
    if (input !== undefined) {
      const name = attributeOf(input, 'name');
      const type = attributeOf(input, 'type') ?? 'text';
      const ticked = !isTicked(type) || /\bchecked\b/.test(input);
      if (name && ticked && type !== 'submit')
        fields.push([name, attributeOf(input, 'value') ?? (isTicked(type) ? 'on' : '')]);
    } else if (textarea !== undefined) {
      const name = attributeOf(textarea, 'name');
      if (name) fields.push([name, plain(text.replace(/^\n/, ''))]);
    } else if (select !== undefined) {
      const name = attributeOf(select, 'name');
      const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => option);
      const chosen = all.find((option) => /\bselected\b/.test(option)) ?? all[0];
      if (name && chosen !== undefined) fields.push([name, attributeOf(chosen, 'value') ?? '']);
    }
  }
  return fields;
}

const isTicked = (type: string): boolean => /^(?:checkbox|radio)$/.test(type);

function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
  return found === undefined ? undefined : plain(found);
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
