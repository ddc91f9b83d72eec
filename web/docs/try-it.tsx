import { type PageContext, wordsOf } from '../frame/context.ts';
import type { OperationView } from './openapi-view.ts';

/**
 * A form to try an operation. Reading works without script as far as the address has no gaps to fill; all else needs
 * the island, which shows the form.
 */
export function TryIt({ context, operation }: { context: PageContext; operation: OperationView }) {
  const t = wordsOf(context);
  const { id, method, path, parameters, body, title } = operation;
  const isPlain = method === 'get' && !path.includes('{');
  const asked = parameters.filter(({ where }) => where !== 'header');
  if (isPlain && asked.every(({ name }) => name === 'lang')) {
    return (
      <p>
        <a class="button small" href={path}>
          {t('打开', 'Open')}
          <span class="visually-hidden">{` ${method.toUpperCase()} ${path}`}</span>
        </a>
      </p>
    );
  }
  const headers = parameters.filter(({ where }) => where === 'header').map(({ name }) => name);
  const needsKey = method === 'post' && headers.includes('Idempotency-Key');
  const props = {
    method,
    path,
    headers,
    failed: t('没有连上', 'Not connected'),
    broken: t('正文不是有效的 JSON', 'The body is no valid JSON'),
  };
  return (
    <form
      class="try"
      method="get"
      action={isPlain ? path : `#${id}`}
      data-island="try"
      data-props={JSON.stringify(props)}
      hidden={!isPlain}
      aria-label={t(`试一试:${title}`, `Try it: ${title}`)}
    >
      <div class="ask">
        {asked.map(({ name, where, required, options }) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: each branch of the choice holds one.
          <label>
            {name}
            {options.length > 0 ? (
              <select name={name} data-where={where}>
                <option value="">—</option>
                {options.map((option) => (
                  <option value={option}>{option}</option>
                ))}
              </select>
            ) : (
              <input name={name} data-where={where} required={required} autocomplete="off" />
            )}
          </label>
        ))}
      </div>
      {body && (
        <label>
          {t('正文(JSON)', 'Body (JSON)')}
          <textarea name="@body" spellcheck={false}>{`\n${exampleOf(body.fields)}`}</textarea>
        </label>
      )}
      {needsKey && (
        <p class="note">
          {t(
            'Idempotency-Key 每次自动生成;If-Match 取自您在本页最近读到的该事项。',
            'Idempotency-Key is made for each try; If-Match is what you last read of the case on this page.',
          )}
        </p>
      )}
      <p>
        <button type="submit">{t('试一试', 'Try it')}</button>
      </p>
      <output />
    </form>
  );
}

/** A body to begin with: what has to be given, empty. */
function exampleOf(fields: readonly { path: string; type: string; required: boolean }[]): string {
  const top = fields.filter(({ path, required }) => required && !/[.[]/.test(path));
  const value = (type: string): unknown => {
    if (type.startsWith('"')) return JSON.parse(type.split(' | ')[0] ?? '""') as unknown;
    if (type.startsWith('object')) return {};
    if (type.startsWith('array')) return [];
    return /^(?:number|integer)/.test(type) ? 0 : type.startsWith('boolean') ? false : '';
  };
  return JSON.stringify(Object.fromEntries(top.map(({ path, type }) => [path, value(type)])), null, 2);
}
