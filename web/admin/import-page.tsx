import type { ImportReport } from '../../api/importing/importer.ts';
import type { ProblemDocument } from '../../api/problems/document.ts';
import { withQuery } from '../frame/address.ts';
import { langOf, type PageContext, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { Empty, Notice } from '../parts/marks.tsx';
import { Table } from '../parts/table.tsx';
import type { ImportPlace } from './import-places.ts';

export interface ImportContent {
  places: readonly ImportPlace[];
  place: ImportPlace | null;
  org: string;
  /** Text that was pasted; empty where a file was sent. */
  text: string;
  report: ImportReport | null;
  trouble: ProblemDocument | null;
}

/** Taking over a table: every bad cell is named before anything is opened. */
export function importPage(context: PageContext, content: ImportContent): string {
  const t = wordsOf(context);
  const { places, place } = content;
  return page(
    context,
    {
      title: t('表格导入', 'Import a table'),
      lead: t(
        '先检查,全部无误再导入;有一处不对就一件也不发起。',
        'Checked first; nothing is opened while one cell is wrong.',
      ),
      back: { href: '/admin', text: t('管理', 'Administration') },
      width: 'wide',
    },
    places.length === 0 ? (
      <Empty>
        <p>{t('您的岗位没有可导入的事项。', 'Your office takes over no tables.')}</p>
      </Empty>
    ) : (
      <div id="import">
        <Choose context={context} content={content} />
        {place && <Columns context={context} place={place} />}
        {content.trouble && <Trouble context={context} trouble={content.trouble} />}
        {content.report && <Report context={context} content={content} report={content.report} />}
        {place && <Give context={context} content={content} place={place} />}
      </div>
    ),
  );
}

const addressOf = ({ place, org }: ImportContent, act: 'check' | 'open') =>
  withQuery('/admin/import', { process: place?.process ?? null, org, act });

function Choose({ context, content }: { context: PageContext; content: ImportContent }) {
  const t = wordsOf(context);
  const { places, place, org } = content;
  return (
    <form method="get" action="/admin/import" class="filters">
      <label class="filter">
        <span>{t('导入什么', 'What')}</span>
        <select name="process">
          {places.map(({ process, title }) => (
            <option value={process} selected={process === place?.process}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label class="filter">
        <span>{t('导入到', 'Where')}</span>
        <select name="org">
          {(place ?? places[0])?.orgs.map(({ id, name }) => (
            <option value={id} selected={id === org} lang={langOf(context, name)}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{t('选定', 'Choose')}</button>
    </form>
  );
}

function Columns({ context, place }: { context: PageContext; place: ImportPlace }) {
  const t = wordsOf(context);
  const template = (format: string) => `/api/processes/${place.process}/import/template?format=${format}`;
  return (
    <section class="card" aria-labelledby="template">
      <h2 id="template">{t('1. 按模板填写', '1. Fill in the template')}</h2>
      <p class="bar">
        <a class="button" href={template('xlsx')}>
          {t('下载模板 xlsx', 'Template, xlsx')}
        </a>
        <a class="button" href={template('csv')}>
          {t('下载模板 CSV', 'Template, CSV')}
        </a>
      </p>
      <details>
        <summary>{t(`各列(${place.columns.length})`, `Columns (${place.columns.length})`)}</summary>
        <ul class="columns" lang="zh-CN">
          {place.columns.map(({ heading, optional }) => (
            <li>
              {heading}
              {optional && <span class="note">{t('(可不填)', ' (optional)')}</span>}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function Give({ context, content, place }: { context: PageContext; content: ImportContent; place: ImportPlace }) {
  const t = wordsOf(context);
  const props = {
    check: addressOf(content, 'check'),
    label: t('选择文件(xlsx 或 CSV,5 MiB 以内)', 'File (xlsx or CSV, up to 5 MiB)'),
    button: t('检查文件', 'Check the file'),
    busy: t('正在处理,请稍候……', 'At work, please wait …'),
    failed: t('没能送到服务器,请重试。', 'It did not reach the server; try again.'),
  };
  return (
    <section class="card" aria-labelledby="give">
      <h2 id="give">{t('2. 检查', '2. Check')}</h2>
      <div class="import-file" data-island="import-file" data-props={JSON.stringify(props)} />
      <form method="post" action={addressOf(content, 'check')} class="paste">
        <label for="text">
          {t('或者把表格内容(含列标题)粘贴到这里', 'Or paste the table here, headings included')}
        </label>
        <textarea id="text" name="text" rows={8} lang="zh-CN">
          {`\n${content.text}`}
        </textarea>
        <p class="bar">
          <button type="submit">
            {t('检查粘贴的内容', 'Check what was pasted')}
            <span class="visually-hidden">{place.title}</span>
          </button>
        </p>
      </form>
    </section>
  );
}

function Trouble({ context, trouble }: { context: PageContext; trouble: ProblemDocument }) {
  const t = wordsOf(context);
  const { rows } = trouble;
  return (
    <>
      <Notice kind="bad" role="alert">
        <p>
          <strong>{trouble.title}</strong>
        </p>
        <p>{trouble.detail}</p>
      </Notice>
      {rows && (
        <Table
          caption={t(
            `共${rows.total}处,列出前${rows.items.length}处`,
            `${rows.total} cells, the first ${rows.items.length} listed`,
          )}
          columns={[
            { title: t('行', 'Line'), kind: 'number' },
            { title: t('列', 'Column') },
            { title: t('现在的值', 'Value'), kind: 'text' },
            { title: t('问题', 'What is wrong'), kind: 'text' },
            { title: t('怎么改', 'What to do'), kind: 'text' },
          ]}
          rows={rows.items.map(({ line, column, value, detail, next }) => [
            String(line),
            column === '' ? t('整行', 'Whole row') : <span lang="zh-CN">{column}</span>,
            column === '' || value !== '' ? <span lang="zh-CN">{value}</span> : t('(空)', '(blank)'),
            detail,
            next,
          ])}
        />
      )}
    </>
  );
}

function Report({ context, content, report }: { context: PageContext; content: ImportContent; report: ImportReport }) {
  const t = wordsOf(context);
  const { rows, opened, openedBefore, left, dryRun } = report;
  if (!dryRun) {
    return (
      <Notice role="status" kind={left > 0 ? 'warn' : 'good'}>
        <p>
          <strong>
            {t(
              `✓ 已发起${opened.length}件${openedBefore > 0 ? `(此前已发起${openedBefore}件)` : ''}`,
              `✓ ${opened.length} opened${openedBefore > 0 ? ` (${openedBefore} before)` : ''}`,
            )}
          </strong>
          {left > 0 &&
            t(`,还剩${left}件:再提交一次同一张表即可继续。`, `, ${left} left: send the same table again to go on.`)}
        </p>
        <ul>
          {opened.slice(0, 20).map(({ line, caseId, number }) => (
            <li>
              {t(`第${line}行:`, `Line ${line}: `)}
              <a href={`/cases/${caseId}`}>{number}</a>
            </li>
          ))}
        </ul>
        {opened.length > 20 && (
          <p>
            <a href={withQuery('/desk/search', { process: report.process })}>{t('查看全部', 'See all of them')}</a>
          </p>
        )}
      </Notice>
    );
  }
  return (
    <Notice role="status">
      <p>
        <strong>{t(`✓ ${rows}行都没有问题`, `✓ All ${rows} rows are right`)}</strong>
        {openedBefore > 0 && t(`,其中${openedBefore}行此前已发起`, `, ${openedBefore} of them were opened before`)}
      </p>
      <form method="post" action={addressOf(content, 'open')} data-import-open data-island="once">
        <textarea name="text" hidden readOnly>
          {`\n${content.text}`}
        </textarea>
        <button type="submit" class="main">
          {t(`3. 发起${left}件`, `3. Open ${left}`)}
        </button>
      </form>
    </Notice>
  );
}
