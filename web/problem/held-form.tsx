import type { PostedForm } from '../forms/posted.ts';
import { withQuery } from '../frame/address.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';

/** Everything that was filled in, ready to be sent again: after signing in anew, or when what was missing is back. */
export function HeldForm({
  context,
  posted,
  mustSignIn,
}: {
  context: PageContext;
  posted: PostedForm;
  mustSignIn: boolean;
}) {
  const t = wordsOf(context);
  const held = [...posted].flatMap(([name, values]) => values.map((value) => ({ name, value })));
  if (held.length === 0) return null;
  return (
    <form method="post" action={context.path} class="card">
      <h2>{t('您填写的内容还在', 'What you filled in is kept')}</h2>
      {mustSignIn && (
        <p>
          <a class="button" href={withQuery('/sign-in', { next: '/signed-in' })} target="_blank" rel="noopener">
            {t('1. 在新窗口登录', '1. Sign in in a new window')}
          </a>
        </p>
      )}
      {held.map(({ name, value }) =>
        /[\r\n]/.test(value) ? (
          <textarea name={name} hidden readOnly>
            {`\n${value}`}
          </textarea>
        ) : (
          <input type="hidden" name={name} value={value} />
        ),
      )}
      <button type="submit" class="main">
        {mustSignIn ? t('2. 登录好了,继续提交', '2. Signed in: send it') : t('再次提交', 'Send it again')}
      </button>
    </form>
  );
}
