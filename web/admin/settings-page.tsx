import type { SettingItem, SettingsView } from '../../api/board/settings.ts';
import { FilterField, OrgSelect, Zh } from '../board/board-parts.tsx';
import { withQuery } from '../frame/address.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { isAbove } from '../frame/roles.ts';
import { sourceWords } from '../parts/source-words.ts';
import { Table } from '../parts/table.tsx';

export interface SettingsContent {
  view: SettingsView;
  orgs: readonly string[];
}

/** Every figure that holds for an organisation, with its source. */
export function settingsPage(context: PageContext, { view, orgs }: SettingsContent): string {
  const t = wordsOf(context);
  const mayTry = isAbove(context.actor);
  return page(
    context,
    {
      title: t('参数与依据', 'Settings and their sources'),
      lead: t(
        '没有另行设定的,用默认值;下级没有设定的,用上级的。',
        'Where nothing else is set the default holds; where an organisation has set nothing, that above it holds.',
      ),
      width: 'wide',
      back: { href: '/admin', text: t('管理', 'Administration') },
    },
    <>
      <form method="get" action="/admin/settings" class="filters card">
        <FilterField label={t('单位', 'Organisation')}>
          <OrgSelect context={context} orgs={orgs} chosen={view.org} />
        </FilterField>
        <button type="submit">{t('查看', 'Show')}</button>
      </form>
      {view.processes.map(({ process, processText, settings }) => (
        <section aria-labelledby={`settings-${process}`}>
          <h2 id={`settings-${process}`}>{processText}</h2>
          <Table
            caption={t(`${processText}:在${view.orgText}的参数`, `${processText}: settings at ${view.orgText}`)}
            hideCaption
            columns={[
              { title: t('参数', 'Setting'), kind: 'text' },
              { title: t('现行', 'In force'), kind: 'fixed' },
              { title: t('从何而来', 'Set by'), kind: 'text' },
              { title: t('默认值的依据', 'Source of the default'), kind: 'text' },
              ...(mayTry ? [{ title: t('试算', 'Try') }] : []),
            ]}
            rows={settings.map((item) => [
              item.title,
              <strong>
                {item.value} {item.unitText}
              </strong>,
              <SetBy context={context} item={item} />,
              sourceWords(item.source, context.locale),
              ...(mayTry ? [<Try context={context} process={process} item={item} org={view.org} />] : []),
            ])}
          />
        </section>
      ))}
    </>,
  );
}

function SetBy({ context, item }: { context: PageContext; item: SettingItem }) {
  const t = wordsOf(context);
  if (!item.own) return <>{t('默认值', 'default')}</>;
  return (
    <>
      <Zh context={context}>
        {item.own.orgText}:{item.own.source}
      </Zh>
      <br />
      <span class="note">{t(`默认${item.default}${item.unitText}`, `default ${item.default} ${item.unitText}`)}</span>
    </>
  );
}

/** Only what is counted in time moves a light. */
const timed: readonly SettingItem['unit'][] = ['workingDays', 'calendarDays', 'months', 'hours'];

function Try({
  context,
  process,
  item,
  org,
}: {
  context: PageContext;
  process: string;
  item: SettingItem;
  org: string;
}) {
  const t = wordsOf(context);
  if (!timed.includes(item.unit)) return null;
  return (
    <a href={withQuery('/admin/policy', { figure: `${process}:${item.name}`, org })}>
      {t('试算', 'Try')}
      <span class="visually-hidden">:{item.title}</span>
    </a>
  );
}
