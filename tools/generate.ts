import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ProcessView, presentProcess } from '../api/catalogue/process-view.ts';
import { generateOpenapi } from '../api/openapi/generate.ts';
import { processes } from '../processes/index.ts';
import { rearmTable } from '../processes/kernel/rearm.ts';
import { checkoutFolder } from './launch/folders.ts';

/**
 * Writes everything that is derived but committed, so that a review sees the effect of a change: diagram, matrix and
 * deadlines in each process's README, the re-arm table, and the OpenAPI document. With `--check` it writes nothing and fails if one of
 * them is not what the code gives.
 */
const check = process.argv.includes('--check');
const stale: string[] = [];
const standings = { law: '法律法规', practice: '实践', analogue: '类比', ownChoice: '自定' } as const;

for (const definition of processes) {
  const file = join('processes', definition.rules.id, 'README.md');
  const text = readFileSync(join(checkoutFolder(), file), 'utf8');
  put(file, withSection(text, processSection(presentProcess(definition, 'zh-CN'))));
}
put(join('docs', 'rearm.md'), rearmTable());
put(join('docs', 'openapi.json'), await generateOpenapi());

if (stale.length > 0) {
  process.stderr.write(`Not up to date: ${stale.join(', ')}\nRun npm run gen and commit the result.\n`);
  process.exitCode = 1;
}

function put(file: string, text: string): void {
  const path = join(checkoutFolder(), file);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  if (check) stale.push(file);
  else writeFileSync(path, text);
}

function withSection(text: string, section: string): string {
  const [begin, end] = ['<!-- generated:begin -->', '<!-- generated:end -->'];
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`The README needs the lines ${begin} and ${end}`);
  return `${text.slice(0, from + begin.length)}\n${section}\n${text.slice(to)}`;
}

function processSection(view: ProcessView): string {
  return [
    '## 状态图 / Diagram',
    `\`\`\`mermaid\n${view.diagram.mermaid.trim()}\n\`\`\``,
    '## 环节 / States',
    table(
      ['阶段', '环节', '名称', '下一步', '待办'],
      view.states.map((state) => [
        String(state.stage),
        `\`${state.name}\``,
        state.title,
        state.next,
        state.expects.map(({ title, who }) => `${title}(${who})`).join(';'),
      ]),
    ),
    '## 权限矩阵 / Permission matrix',
    matrix(view.matrix),
    '## 期限 / Deadlines',
    table(
      ['期限', '名称', '时长', '计时环节', '到期', '来源'],
      view.deadlines.map((deadline) => [
        `\`${deadline.key}\``,
        deadline.title,
        deadline.limitText,
        deadline.runsIn.join(', '),
        deadline.onExpiry ? `\`${deadline.onExpiry}\`` : '亮红灯',
        sourceWords(deadline.source),
      ]),
    ),
    '## 提醒、延期与暂停 / Reminders, more time, standstill',
    table(
      ['期限', '提醒', '延期', '暂停计时'],
      view.deadlines.map(({ title, words }) => [
        title,
        words.ladder.join(';') || '—',
        words.extension ?? '—',
        words.pause ?? '—',
      ]),
    ),
    '## 可调数值 / Settings',
    table(
      ['名称', '含义', '默认值', '来源'],
      view.settings.map((setting) => [
        `\`${setting.name}\``,
        setting.title,
        `${setting.value} ${setting.unitText}`,
        sourceWords(setting.source),
      ]),
    ),
  ].join('\n\n');
}

function matrix({ grants, rows }: ProcessView['matrix']): string {
  return table(
    ['操作', ...grants.map(({ title }) => title), '不得由'],
    rows.map(({ command, title, may, mayNot }) => [
      `${title} \`${command}\``,
      ...grants.map(({ grant }) => (may.includes(grant) ? '●' : '')),
      mayNot.map((bar) => bar.title).join('、'),
    ]),
  );
}

function sourceWords(source: ProcessView['deadlines'][number]['source']): string {
  return `${source.title}${source.at ? ` ${source.at}` : ''}(${standings[source.standing]})`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
