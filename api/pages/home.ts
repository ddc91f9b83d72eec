import { say } from '../../processes/kernel/text.ts';
import type { CaseItem } from '../cases/case-lines.ts';
import type { Part } from '../operation/parts.ts';
import { type Html, html } from './html.ts';
import { layout, lightMark, link, minuteOf, type PageContext } from './layout.ts';

export interface HomeContent {
  parts: Part[];
  processes: { id: string; title: string; summary: string }[];
  /** null outside demo mode or while the database is away. */
  people: { id: string; name: string; offices: string }[] | null;
  /** null for somebody who is not signed in, or while the database is away. */
  cases: CaseItem[] | null;
  moreCases: boolean;
}

/** The first page: what runs, who there is, what there is to do. */
export function homePage(context: PageContext, content: HomeContent): string {
  const zh = context.locale === 'zh-CN';
  return layout(
    context,
    zh ? '社区事务闭环' : 'Community matters as closed loops',
    html`${casesSection(context, content)}
${content.people && peopleSection(context, content.people)}
<section aria-labelledby="processes"><h2 id="processes">${zh ? '流程' : 'Processes'}</h2>
${content.processes.map(({ id, title, summary }) => html`<p><a href="${link(`/processes/${id}`, context.locale)}">${title}</a><br>${summary}</p>`)}
</section>
${partsSection(context, content.parts)}`,
  );
}

function casesSection({ locale, person, demo }: PageContext, { cases, moreCases }: HomeContent): Html {
  const zh = locale === 'zh-CN';
  const heading = html`<h2 id="cases">${zh ? '事项' : 'Cases'}</h2>`;
  if (cases === null) {
    const signIn = demo
      ? zh
        ? '在下方选择一位演示人员登录。'
        : 'Choose one of the people below.'
      : zh
        ? '登录后查看。'
        : 'Sign in to see them.';
    const words = person
      ? zh
        ? '数据库暂时不可用,稍后刷新本页。'
        : 'The database is not available; reload in a moment.'
      : zh
        ? `登录后可看到与您有关的事项。${signIn}`
        : `Sign in to see the cases that concern you. ${signIn}`;
    return html`<section aria-labelledby="cases">${heading}<p>${words}</p></section>`;
  }
  if (cases.length === 0) {
    return html`<section aria-labelledby="cases">${heading}<p>${
      zh
        ? '还没有您可以看到的事项。运行 npm run demo 可观看一件演练事项从提出到归档;或按接口文档发起一件。'
        : 'There is no case for you to see yet. Run npm run demo to watch a drill from first word to archive, or open one by the API.'
    }</p></section>`;
  }
  return html`<section aria-labelledby="cases">${heading}
<div class="scroll" tabindex="0" role="region" aria-labelledby="cases"><table>
<thead><tr>${(zh ? ['编号', '标题', '状态', '期限', '灯'] : ['Number', 'Title', 'State', 'Due', 'Light']).map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${cases.map(
    (item) => html`<tr>
<td class="fixed"><a href="${link(`/cases/${item.id}`, locale)}">${item.number}</a>${item.drill && (zh ? '(演练)' : ' (drill)')}</td>
<td>${item.title}</td><td>${item.stateText}</td>
<td class="fixed">${item.dueDate ?? (item.dueAt === null ? '—' : minuteOf(item.dueAt))}${item.provisional && (zh ? '(暂定)' : ' (provisional)')}</td>
<td>${lightMark(item.light, item.lightText)}</td></tr>`,
  )}</tbody></table></div>
${moreCases && html`<p class="note">${zh ? '仅列最新的若干件,全部见接口 /api/cases。' : 'Only the newest; all of them are at /api/cases.'}</p>`}</section>`;
}

function peopleSection({ locale }: PageContext, people: NonNullable<HomeContent['people']>): Html {
  const zh = locale === 'zh-CN';
  return html`<section aria-labelledby="people"><h2 id="people">${zh ? '演示人员' : 'People of the demo'}</h2>
${
  people.length === 0
    ? html`<p>${zh ? '还没有演示人员。用 npm start 启动会自动建立演示社区。' : 'There are none yet; npm start seeds the demo community.'}</p>`
    : html`<ul class="people">${people.map(
        ({ id, name, offices }) => html`<li><strong>${name}</strong><br><span class="note">${offices}</span>
<form method="post" action="${link('/sign-in', locale)}"><input type="hidden" name="person" value="${id}"><button aria-label="${zh ? `以${name}的身份登录` : `Sign in as ${name}`}">${zh ? '以此身份登录' : 'Sign in'}</button></form></li>`,
      )}</ul>`
}</section>`;
}

function partsSection({ locale }: PageContext, parts: Part[]): Html {
  const zh = locale === 'zh-CN';
  const names: Record<Part['name'], string> = zh
    ? { api: '服务', database: '数据库', temporal: '流程引擎', worker: '工作进程', clock: '时钟', notices: '通知' }
    : {
        api: 'Server',
        database: 'Database',
        temporal: 'Temporal',
        worker: 'Worker',
        clock: 'Clock',
        notices: 'Notices',
      };
  return html`<section aria-labelledby="parts"><h2 id="parts">${zh ? '各部分状态' : 'State of the parts'}</h2>
<dl>${parts.map(
    ({ name, ok, version, remedy }) => html`<dt>${names[name]}</dt>
<dd><span class="${ok ? 'ok' : 'missing'}">${ok ? (zh ? '✔ 正常' : '✔ running') : zh ? '✘ 未就绪' : '✘ missing'}</span> ${version} ${remedy && say(remedy, locale)}</dd>`,
  )}</dl></section>`;
}
