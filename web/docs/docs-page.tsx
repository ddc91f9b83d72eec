import { withQuery } from '../frame/address.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import type { GroupView } from './openapi-view.ts';
import { Operation } from './operation.tsx';

/** The interface: all groups but the commands of single processes, or one group alone. */
export function docsPage(context: PageContext, groups: readonly GroupView[], chosen: GroupView | null): string {
  const t = wordsOf(context);
  const shown = chosen ? [chosen] : groups.filter(({ isProcess }) => !isProcess);
  return page(
    context,
    {
      title: chosen ? t(`接口文档:${chosen.title}`, `Interface: ${chosen.title}`) : t('接口文档', 'Interface'),
      lead: chosen?.isProcess ? (
        <a href={`/processes/${encodeURIComponent(chosen.tag)}`}>
          {t('这类事项的规则', 'The rules of this kind of matter')}
        </a>
      ) : (
        t(
          '页面能办的,接口都能办。出错按 RFC 9457 说明;同一 Idempotency-Key 只办一次;带 If-Match 可防止在旧画面上办理。',
          'Whatever the pages can do, the interface can. Errors are RFC 9457 problem documents; one Idempotency-Key is done once; If-Match refuses to act on a stale screen.',
        )
      ),
      width: 'wide',
      ...(chosen ? { back: { href: '/docs', text: t('接口文档', 'Interface') } } : {}),
    },
    <>
      {!chosen && <Contents context={context} groups={groups} />}
      {shown.map((group) => (
        <section aria-labelledby={`tag-${group.tag}`}>
          <h2 id={`tag-${group.tag}`}>{group.title}</h2>
          {group.operations.map((operation) => (
            <Operation context={context} operation={operation} />
          ))}
        </section>
      ))}
    </>,
  );
}

function Contents({ context, groups }: { context: PageContext; groups: readonly GroupView[] }) {
  const t = wordsOf(context);
  return (
    <>
      <p class="bar">
        <a class="button" href="/openapi.json">
          openapi.json
        </a>
        <a href="/about">{t('关于本系统', 'About this system')}</a>
      </p>
      <section class="card" aria-labelledby="commands">
        <h2 id="commands">{t('各类事项的办理操作', 'Commands of each kind of matter')}</h2>
        <ul>
          {groups
            .filter(({ isProcess }) => isProcess)
            .map(({ tag, title, operations }) => (
              <li>
                <a href={withQuery('/docs', { tag })}>{title}</a>{' '}
                <span class="note">{t(`${operations.length}种`, `${operations.length} commands`)}</span>
              </li>
            ))}
        </ul>
      </section>
    </>
  );
}
