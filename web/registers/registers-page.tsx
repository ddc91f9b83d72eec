import type { Registers } from '../../api/registers/registers.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { registerAddress } from './register-address.ts';

/** What the service answers, so that page and API cannot differ. */
type RegisterItem = Awaited<ReturnType<Registers['list']>>[number];

/** More places of one register than this stand behind a fold. */
const PLACES_SHOWN = 6;

/** All registers with the organisations that keep them. */
export function registersPage(context: PageContext, registers: readonly RegisterItem[]): string {
  const t = wordsOf(context);
  return page(
    context,
    {
      title: t('公开登记簿', 'Public registers'),
      lead: t(
        '谁都可以查。内容由办理过程自动写入,只增不改:可查任何一天、任何一版,可比较,可下载。',
        'Open to everybody. Lines come from cases by themselves and are never changed: look at any day or version, compare two, or take them along.',
      ),
      width: 'wide',
    },
    <ul class="grid">
      {registers.map(({ register, title, keptAt }) => (
        <li class="card">
          <h2>
            <a href={registerAddress(register)}>{title}</a>
          </h2>
          {keptAt.length === 0 ? (
            <p class="note">
              {t('尚无记载,有事项办到相应环节后出现', 'Nothing yet: lines appear when a case comes to that point')}
            </p>
          ) : (
            <Places context={context} register={register} places={keptAt} />
          )}
        </li>
      ))}
    </ul>,
  );
}

function Places({
  context,
  register,
  places,
}: {
  context: PageContext;
  register: string;
  places: RegisterItem['keptAt'];
}) {
  const t = wordsOf(context);
  const list = (some: RegisterItem['keptAt']) => (
    <ul>
      {some.map(({ org, orgText, entries }) => (
        <li>
          <a href={registerAddress(register, { org })} lang="zh-CN">
            {orgText}
          </a>{' '}
          <span class="note">{t(`${entries}条记载`, entries === 1 ? '1 entry' : `${entries} entries`)}</span>
        </li>
      ))}
    </ul>
  );
  const rest = places.slice(PLACES_SHOWN);
  return (
    <>
      {list(places.slice(0, PLACES_SHOWN))}
      {rest.length > 0 && (
        <details>
          <summary>{t(`另有${rest.length}处`, `${rest.length} more places`)}</summary>
          {list(rest)}
        </details>
      )}
    </>
  );
}
