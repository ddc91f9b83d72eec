/** Just enough of a browser for pages that we render ourselves: attributes are quoted, nothing is left open. */
const TAG = /<(input|select|textarea|button|label|fieldset|legend|option|\/select|\/label|\/legend)\b([^>]*)>/g;

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>]|$)`).exec(tag);
  return found ? plain(found[1] ?? '') : undefined;
}

function plain(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

export function idsOf(html: string): string[] {
  return [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id ?? '');
}

/** Names of visible controls that no label with text names. */
export function controlsWithoutLabel(html: string): string[] {
  const labelled = new Set(
    [...html.matchAll(/<label\b[^>]*\sfor="([^"]*)"[^>]*>(.*?)<\/label>/gs)]
      .filter(([, , content = '']) => content.replace(/<select.*?<\/select>|<[^>]*>/gs, '').trim() !== '')
      .map(([, id]) => id),
  );
  const legends = [...html.matchAll(/<legend>(.*?)<\/legend>/gs)].filter(([, text = '']) => text.trim() === '');
  const controls = [...html.matchAll(/<(?:input|select|textarea)\b([^>]*)>/g)]
    .map(([, tag = '']) => tag)
    .filter((tag) => attribute(tag, 'type') !== 'hidden' && !labelled.has(attribute(tag, 'id')));
  return [...controls.map((tag) => attribute(tag, 'name') ?? tag), ...legends.map(() => 'legend')];
}

/** The body that a browser sends for the form as it stands. */
export function formBody(html: string): string {
  const body = new URLSearchParams();
  const text = html.replace(/<textarea\b([^>]*)>(.*?)<\/textarea>/gs, (_, tag: string, content: string) => {
    const value = content.replace(/^\n/, '').replace(/"/g, '&quot;');
    return `<input${tag} type="kept" value="${value}">`;
  });
  let select = '';
  for (const [, element = '', tag = ''] of text.matchAll(TAG)) {
    if (element === 'select') select = attribute(tag, 'name') ?? '';
    if (element === 'option' && attribute(tag, 'selected') !== undefined)
      body.append(select, attribute(tag, 'value') ?? '');
    if (element !== 'input') continue;
    const type = attribute(tag, 'type') ?? 'text';
    if ((type === 'radio' || type === 'checkbox') && attribute(tag, 'checked') === undefined) continue;
    body.append(attribute(tag, 'name') ?? '', (attribute(tag, 'value') ?? 'on').replace(/\n/g, '\r\n'));
  }
  return body.toString();
}
