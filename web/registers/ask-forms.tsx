import { langOf, type PageContext, wordsOf } from '../frame/context.ts';
import type { Standing, Version } from './lines.ts';

/** An organisation that can be chosen. */
export interface Place {
  org: string;
  orgText: string;
}

interface Props {
  context: PageContext;
  standing: Standing;
  versions: readonly Version[];
  places: readonly Place[];
  q: string | undefined;
}

/** What can be asked of a register: where, when, which words; and what has changed between two days or versions. */
export function AskForms({ context, standing, versions, places, q }: Props) {
  const t = wordsOf(context);
  const { register, org, on } = standing;
  const action = `/registers/${encodeURIComponent(register)}`;
  const first = versions[0]?.at.slice(0, 10) ?? on;
  const last = versions.at(-1)?.version ?? 0;
  return (
    <>
      <form class="ask" method="get" action={action}>
        <label>
          {t('单位', 'Organisation')}
          <select name="org">
            {places.map((place) => (
              <option value={place.org} selected={place.org === org} lang={langOf(context, place.orgText)}>
                {place.orgText}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('日期', 'Day')}
          <input type="date" name="on" value={on} required />
        </label>
        <label class="grow">
          {t('含有(名称、编号)', 'Holding (name, number)')}
          <input type="search" name="q" value={q ?? ''} maxLength={100} />
        </label>
        <button type="submit" class="main">
          {t('查看', 'Show')}
        </button>
      </form>
      {versions.length > 0 && (
        <details>
          <summary>{t('比较两天或两版', 'Compare two days or two versions')}</summary>
          <form class="ask" method="get" action={action}>
            <input type="hidden" name="org" value={org} />
            <label>
              {t('从这一天', 'From the day')}
              <input type="date" name="from" value={first} required />
            </label>
            <label>
              {t('到这一天', 'to the day')}
              <input type="date" name="to" value={on} required />
            </label>
            <button type="submit">{t('比较两天', 'Compare days')}</button>
          </form>
          {last > 1 && (
            <form class="ask" method="get" action={action}>
              <input type="hidden" name="org" value={org} />
              <VersionChoice context={context} name="from" versions={versions} chosen={last - 1} />
              <VersionChoice context={context} name="to" versions={versions} chosen={last} />
              <button type="submit">{t('比较两版', 'Compare versions')}</button>
            </form>
          )}
        </details>
      )}
    </>
  );
}

function VersionChoice({
  context,
  name,
  versions,
  chosen,
}: {
  context: PageContext;
  name: 'from' | 'to';
  versions: readonly Version[];
  chosen: number;
}) {
  const t = wordsOf(context);
  return (
    <label>
      {name === 'from' ? t('从这一版', 'From the version') : t('到这一版', 'to the version')}
      <select name={name}>
        {versions.map(({ version, at }) => (
          <option value={version} selected={version === chosen}>
            {t(`第${version}版(${at.slice(0, 10)})`, `${version} (${at.slice(0, 10)})`)}
          </option>
        ))}
      </select>
    </label>
  );
}
