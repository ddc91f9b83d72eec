import type { ProcessView } from '../catalogue/process-view.ts';
import { type Html, html } from './html.ts';
import { layout, type PageContext } from './layout.ts';
import { sourceWords } from './source-words.ts';

/** The rules of a process to read: diagram, states, who may do what, clocks and figures with their sources. */
export function processPage(context: PageContext, view: ProcessView, diagram: Html): string {
  const zh = context.locale === 'zh-CN';
  return layout(
    context,
    view.title,
    html`<p>${view.summary}</p>
<p class="note">${zh ? `编号 ${view.id},第${view.version}版` : `Id ${view.id}, version ${view.version}`}</p>
<section aria-labelledby="diagram"><h2 id="diagram">${zh ? '状态图' : 'Diagram'}</h2>
<p class="note">${
      zh
        ? '蓝:提出提案;黄:制定方案;绿:组织实施;紫:日常监督。圆角为起点,双框为终点,⊗ 为还可直接到达的终点,虚线为系统自动。内容与下方各表一致。'
        : 'Blue: propose; yellow: plan; green: carry out; violet: supervise. Round: start; double frame: end; ⊗: an end that can also be reached; dashed: by itself. The tables below say the same.'
    }</p>
<div class="diagram" tabindex="0" role="region" aria-labelledby="diagram">${diagram}</div>
<p><a href="${view.diagram.svg}">${zh ? '单独查看状态图' : 'The diagram by itself'}</a></p></section>
${table(
  zh ? '状态' : 'States',
  zh ? ['阶段', '状态', '接下来'] : ['Stage', 'State', 'What comes next'],
  view.states.map((state) => [state.stage, state.title, state.next]),
)}
${matrixSection(context, view)}
${table(
  zh ? '期限' : 'Deadlines',
  zh ? ['期限', '时长', '计时环节', '到期后', '依据'] : ['Deadline', 'Limit', 'Runs in', 'When over', 'Source'],
  view.deadlines.map((deadline) => [
    deadline.title,
    deadline.limitText,
    deadline.runsIn
      .map((state) => view.states.find(({ name }) => name === state)?.title ?? state)
      .join(zh ? '、' : ', '),
    deadline.onExpiry ? (zh ? '自动推进' : 'moves by itself') : zh ? '亮红灯' : 'turns red',
    sourceWords(deadline.source, context.locale),
  ]),
)}
${table(
  zh ? '提醒、延期与暂停' : 'Reminders, more time, standstill',
  zh ? ['期限', '提醒', '延期', '暂停计时'] : ['Deadline', 'Reminders', 'More time', 'Standstill'],
  view.deadlines.map(({ title, words }) => [
    title,
    words.ladder.join(zh ? ';' : '; ') || '—',
    words.extension ?? '—',
    words.pause ?? '—',
  ]),
)}
${table(
  zh ? '可设数值' : 'Settings',
  zh ? ['名称', '默认值', '依据'] : ['Name', 'Default', 'Source'],
  view.settings.map((setting) => [
    setting.title,
    zh ? `${setting.value}${setting.unitText}` : `${setting.value} ${setting.unitText}`,
    sourceWords(setting.source, context.locale),
  ]),
)}`,
  );
}

function matrixSection({ locale }: PageContext, { matrix }: ProcessView): Html {
  const zh = locale === 'zh-CN';
  return html`<section aria-labelledby="matrix"><h2 id="matrix">${zh ? '权限表' : 'Who may do what'}</h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="matrix"><table>
<thead><tr><th scope="col">${zh ? '操作' : 'Command'}</th><th scope="col">${zh ? '可办理' : 'May'}</th><th scope="col">${zh ? '不得由同一人' : 'But not the same person who is'}</th></tr></thead>
<tbody>${matrix.rows.map(
    (row) => html`<tr><th scope="row">${row.title}</th>
<td>${row.may.map((grant) => matrix.grants.find((known) => known.grant === grant)?.title ?? grant).join(zh ? '、' : ', ')}</td>
<td>${row.mayNot.map(({ title, source }) => html`${title}<br><span class="note">${sourceWords(source, locale)}</span><br>`)}</td></tr>`,
  )}</tbody></table></div></section>`;
}

function table(title: string, heads: string[], rows: (string | number)[][]): Html {
  return html`<section><h2>${title}</h2><div class="scroll" tabindex="0" role="region" aria-label="${title}"><table>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div></section>`;
}
