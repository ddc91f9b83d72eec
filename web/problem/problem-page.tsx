import type { ProblemDocument } from '../../api/problems/document.ts';
import type { PostedForm } from '../forms/posted.ts';
import { withQuery } from '../frame/address.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { Notice } from '../parts/marks.tsx';
import { HeldForm } from './held-form.tsx';

/** A problem for somebody who reads it in a browser: what is wrong, and the way on. A form that was sent is kept. */
export function problemPage(context: PageContext, document: ProblemDocument, posted: PostedForm | null): string {
  const t = wordsOf(context);
  const mustSignIn = document.status === 401;
  return page(
    context,
    { title: document.title },
    <>
      <Notice kind="warn" role="alert">
        <p>{document.detail}</p>
        {document.errors && (
          <ul>
            {document.errors.map(({ detail }) => (
              <li>{detail}</li>
            ))}
          </ul>
        )}
      </Notice>
      {posted && <HeldForm context={context} posted={posted} mustSignIn={mustSignIn} />}
      <p class="bar">
        {mustSignIn && !posted && (
          <a class="button main" href={withQuery('/sign-in', { next: context.path })}>
            {t('登录后继续', 'Sign in and go on')}
          </a>
        )}
        <a class="button" href={context.actor ? '/desk' : '/'}>
          {context.actor ? t('回到工作台', 'Back to the desk') : t('回到首页', 'Back to the first page')}
        </a>
      </p>
      <p class="note">
        {t('代码', 'Code')} <code>{document.code}</code>
      </p>
    </>,
  );
}
