import { langOf, type PageContext, wordsOf } from '../frame/context.ts';
import { type StackColumn, StackTable } from '../parts/stack-table.tsx';
import type { OperationView } from './openapi-view.ts';
import { TryIt } from './try-it.tsx';

/** One operation behind a fold: what it takes, what it answers, and a way to try it. */
export function Operation({ context, operation }: { context: PageContext; operation: OperationView }) {
  const t = wordsOf(context);
  const { id, method, path, title, description, open, parameters, body, answers } = operation;
  const required = (is: boolean) => (is ? t('必填', 'required') : '');
  const where = { path: t('地址', 'address'), query: t('查询', 'query'), header: t('请求头', 'header') };
  // Taken from rules that are told in Chinese.
  const said = (text: string) => <span lang={langOf(context, text)}>{text}</span>;
  const heads: StackColumn[] = [
    { title: t('名称', 'Name'), kind: 'text' },
    { title: t('类型', 'Kind'), kind: 'text' },
    { title: t('是否必填', 'Required') },
    { title: t('说明', 'About'), kind: 'text' },
  ];
  return (
    <details class="fold op" id={id}>
      <summary>
        <span class="verb">{method.toUpperCase()}</span> <code>{path}</code> <span>{title}</span>
      </summary>
      <div>
        <p class="note">
          {open ? t('无需登录。', 'Needs no signing in.') : t('须登录。', 'For people who are signed in.')}
        </p>
        {description && (
          <p class="long" lang={langOf(context, description)}>
            {description}
          </p>
        )}
        {parameters.length > 0 && (
          <StackTable
            caption={t(`${title}:参数`, `${title}: parameters`)}
            columns={heads}
            rows={parameters.map((each) => [
              <code>{each.name}</code>,
              each.options.length > 0 ? `${where[each.where]} · ${each.options.join(' | ')}` : where[each.where],
              required(each.required),
              said(each.description),
            ])}
          />
        )}
        {body && body.fields.length > 0 && (
          <StackTable
            caption={t(`${title}:正文字段`, `${title}: fields of the body`)}
            columns={heads}
            rows={body.fields.map((field) => [
              <code>{field.path}</code>,
              field.type,
              required(field.required),
              said(field.text),
            ])}
          />
        )}
        <p class="note">
          {t('答复:', 'Answers: ')}
          {answers.map(({ status, text }) => `${status} ${text}`).join(t(';', '; '))}
        </p>
        <TryIt context={context} operation={operation} />
      </div>
    </details>
  );
}
