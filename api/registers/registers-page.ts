import type { Locale } from '../../processes/kernel/text.ts';
import { type Html, html } from '../pages/html.ts';
import { layout, link, minuteOf, type PageContext } from '../pages/layout.ts';
import { cellText, registerWords } from './register-words.ts';
import type { Registers } from './registers.ts';

/** What the service answers, so that page and API cannot differ. */
type RegisterItem = Awaited<ReturnType<Registers['list']>>[number];
type Standing = Awaited<ReturnType<Registers['standing']>>;
type Version = Awaited<ReturnType<Registers['versions']>>['items'][number];

/** An organisation that can be chosen. */
export interface Place {
  org: string;
  orgText: string;
}

export interface RegisterContent {
  standing: Standing;
  versions: Version[];
  places: Place[];
  /** What only the register of burden shows. */
  burden: Html | null;
}

/** A text of more signs gets a column that is wide enough to read. */
const LONG_SIGNS = 6;

/** All registers with the organisations that keep them. */
export function registersPage(context: PageContext, items: RegisterItem[]): string {
  const zh = context.locale === 'zh-CN';
  const heads = zh ? ['登记簿', '在何处'] : ['Register', 'Kept at'];
  const rows = items.map(
    ({
      register,
      title,
      keptAt,
    }) => html`<tr><th scope="row"><a href="${registerLink(context.locale, register)}">${title}</a></th>
<td>${keptAt.length === 0 ? nothingYet(zh) : keptAt.map(({ org, orgText, entries }) => html`<span class="whole"><a href="${registerLink(context.locale, register, { org })}">${orgText}</a>${zh ? `(${entries}条记载)` : ` (${entries} entries)`}</span> `)}</td></tr>`,
  );
  return layout(
    context,
    zh ? '公开登记簿' : 'Public registers',
    html`<section aria-labelledby="registers"><h2 id="registers">${zh ? '各登记簿' : 'Registers'}</h2>
<p>${
      zh
        ? '登记内容由事项办理自动形成,只增不改,可查任一日、任一版。'
        : 'Lines come from cases by themselves and are never changed; any day and any version can be asked for.'
    }</p>
${
  items.length === 0
    ? html`<p>${nothingYet(zh)}</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="registers"><table>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`
}</section>`,
  );
}

const nothingYet = (zh: boolean) =>
  zh ? '尚无记载,有事项办到相应环节后出现' : 'Nothing yet: lines appear when a case comes to that point';

/** One register: what stands on it on a day, how to take it along, and how it came about. */
export function registerPage(context: PageContext, content: RegisterContent): string {
  const { standing, versions, burden } = content;
  return layout(
    context,
    standing.title,
    html`${askSection(context.locale, content)}${burden}${linesSection(context.locale, standing)}${versionsSection(context.locale, standing, versions)}`,
  );
}

function askSection(locale: Locale, { standing, places }: RegisterContent): Html {
  const zh = locale === 'zh-CN';
  const { register, org, on } = standing;
  return html`<section aria-labelledby="ask"><h2 id="ask">${zh ? '查询' : 'Look up'}</h2>
<form class="ask" method="get" action="/registers/${encodeURIComponent(register)}"><input type="hidden" name="lang" value="${locale}">
<label>${zh ? '单位' : 'Organisation'} <select name="org">${places.map(
    (place) => html`<option value="${place.org}"${place.org === org && html` selected`}>${place.orgText}</option>`,
  )}</select></label>
<label>${zh ? '日期' : 'Day'} <input type="date" name="on" value="${on}" required></label>
<button>${zh ? '查看' : 'Show'}</button></form></section>`;
}

function linesSection(locale: Locale, standing: Standing): Html {
  const zh = locale === 'zh-CN';
  const { register, org, orgText, on, version, columns, items, complete } = standing;
  const words = registerWords(register, locale);
  const asked = { org, on, ...(version ? { version: String(version.version) } : {}) };
  const title = zh
    ? `${orgText} ${on}${version ? `(第${version.version}版)` : ''}的内容`
    : `${orgText} on ${on}${version ? ` (version ${version.version})` : ''}`;
  // Where every line is its case, or a column says the same, the key says nothing more.
  const isSaid = (line: Standing['items'][number]) =>
    ['', ...columns.map(({ field }) => line.value[field])].includes(ownKey(line));
  const keyed = !items.every(isSaid);
  const dated = !items.every((line) => columns.some(({ field }) => line.value[field] === line.from));
  const heads = [
    ...(keyed ? [zh ? '登记项' : 'Entry'] : []),
    ...columns.map((column) => column.title),
    ...(dated ? [zh ? '起始日' : 'Since'] : []),
    zh ? '办理事项' : 'Case',
  ];
  const rows = items.map(
    (line) => html`<tr>${keyed && html`<th scope="row" class="fixed">${ownKey(line)}</th>`}
${columns.map(({ field }, index) => cell(cellText(words, field, line.value[field], locale), !keyed && index === 0))}
${dated && html`<td class="fixed">${line.from}</td>`}<td class="fixed"><a href="${link(`/cases/${line.caseId}`, locale)}">${line.caseNumber}</a></td></tr>`,
  );
  const exported = (format: string) =>
    link(`/api/registers/${encodeURIComponent(register)}/export?${new URLSearchParams({ ...asked, format })}`, locale);
  return html`<section aria-labelledby="lines"><h2 id="lines">${title}</h2>
${
  items.length === 0
    ? html`<p>${
        zh
          ? '这一天没有内容。可另选日期或单位,或在下方查看各版。'
          : 'Nothing stands on it on that day. Choose another day or organisation, or look at the versions below.'
      }</p>`
    : html`<p>${zh ? `共${items.length}条。下载:` : `${items.length} lines. Download: `}<a href="${exported('xlsx')}">xlsx</a> <a href="${exported('csv')}">CSV</a></p>
${!complete && html`<p class="missing">${zh ? '内容过多,未全部列出,请改查单个单位。' : 'There are more lines than are shown: ask for one organisation.'}</p>`}
<div class="scroll" tabindex="0" role="region" aria-labelledby="lines"><table>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`
}</section>`;
}

function versionsSection(locale: Locale, { register, org, version: shown }: Standing, versions: Version[]): Html {
  const zh = locale === 'zh-CN';
  const rows = [...versions].reverse().map(({ version, at, caseId, caseNumber, changes }) => {
    const number = zh ? `第${version}版` : `Version ${version}`;
    const href = registerLink(locale, register, { org, version: String(version) });
    return html`<tr><th scope="row" class="fixed"><a href="${href}"${version === shown?.version && html` aria-current="true"`}>${number}</a></th>
<td class="fixed">${minuteOf(at)}</td><td class="fixed"><a href="${link(`/cases/${caseId}`, locale)}">${caseNumber}</a></td>
<td>${changesSaid(changes, caseId).map(({ removed, name, days }) => html`<span class="whole">${removed ? (zh ? '移出' : 'taken off') : zh ? '登记' : 'entered'} ${name}${daysSaid(days, zh)}</span> `)}</td></tr>`;
  });
  const heads = zh ? ['版本', '时间', '办理事项', '变更'] : ['Version', 'Time', 'Case', 'Changes'];
  return html`<section aria-labelledby="versions"><h2 id="versions">${zh ? '各版' : 'Versions'}</h2>
${
  versions.length === 0
    ? html`<p>${nothingYet(zh)}${zh ? '。' : '.'}</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="versions"><table>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`
}</section>`;
}

/** Days, times and codes are not broken, and a longer text is not squeezed into a few signs a line. */
function cell(value: string, isHead: boolean): Html {
  const text = /^\d{4}-\d\d-\d\dT/.test(value) ? minuteOf(value) : value;
  const kind = /^[\w: -]+$/.test(text) ? 'fixed' : [...text].length > LONG_SIGNS ? 'text' : '';
  return isHead ? html`<th scope="row" class="${kind}">${text}</th>` : html`<td class="${kind}">${text || '—'}</td>`;
}

/** Changes of one name together: a burden stands on the register month by month. */
function changesSaid(changes: Version['changes'], caseId: string) {
  const said = new Map<string, { removed: boolean; name: string; days: string[] }>();
  for (const { key, day, removed, value } of changes) {
    const name = nameOf(value) ?? ownKey({ key, caseId });
    const known = said.get(`${removed} ${name}`);
    if (known) known.days.push(day);
    else said.set(`${removed} ${name}`, { removed, name, days: [day] });
  }
  return [...said.values()];
}

function daysSaid(days: readonly string[], zh: boolean): string {
  const [first, last] = [days[0], days.at(-1)];
  if (days.length === 1) return zh ? `(自${first})` : ` (from ${first})`;
  return zh ? `(自${first}至${last},共${days.length}条)` : ` (from ${first} to ${last}, ${days.length} lines)`;
}

/** The key of a line without the id of its case, which nobody reads. */
function ownKey({ key, caseId }: { key: string; caseId: string }): string {
  return key.replace(caseId, '').replace(/^:|:$/g, '');
}

/** What the line is about in words, where it says so in the usual field. */
function nameOf(value: Readonly<Record<string, unknown>> | null): string | undefined {
  return [value?.['name'], value?.['title']].find((text) => typeof text === 'string');
}

function registerLink(locale: Locale, register: string, query: Record<string, string> = {}): string {
  const asked = String(new URLSearchParams(query));
  return link(`/registers/${encodeURIComponent(register)}${asked && `?${asked}`}`, locale);
}
