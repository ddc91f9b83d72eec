import { withQuery } from '../frame/address.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';
import { isWorker } from '../frame/roles.ts';

/** The way to open a matter of this kind, for who may; staff at the desk, residents at their own pages. */
export function StartLink({
  context,
  process,
  title,
  mayStart,
}: {
  context: PageContext;
  process: string;
  title: string;
  mayStart: boolean;
}) {
  const t = wordsOf(context);
  if (!mayStart || !isWorker(context.actor)) return null;
  return (
    <a class="button main" href={withQuery('/desk/new', { process })}>
      {t('发起一件', 'Start one')}
      <span class="visually-hidden">{t(`:${title}`, `: ${title}`)}</span>
    </a>
  );
}
