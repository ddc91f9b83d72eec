import type { ActForm } from '../acts/act-form.ts';
import { ActFormView } from '../acts/act-form-view.tsx';
import { withQuery } from '../frame/address.ts';
import { langOf, type PageContext, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { Empty, Notice } from '../parts/marks.tsx';
import type { Startable } from './startable.ts';

/** Everything a person may start, by what people call it. */
export function startListPage(context: PageContext, startable: readonly Startable[]): string {
  const t = wordsOf(context);
  const { locale } = context;
  return page(
    context,
    {
      title: t('发起', 'Start'),
      lead: t('选一类事项。表单里会写明每一步要填什么。', 'Choose a kind of matter.'),
      width: 'wide',
    },
    startable.length === 0 ? (
      <Empty>
        <p>{t('您的岗位没有可发起的事项。', 'Your office starts nothing.')}</p>
        <p>
          <a href="/desk">{t('回到待办', 'Back to the inbox')}</a>
        </p>
      </Empty>
    ) : (
      <>
        {startable.some(({ process }) => process.proposing) && (
          <p>
            <a class="button" href="/propose/on-behalf">
              {t('代录:替来电、来访的居民提案', 'Enter a proposal for somebody who called or came by')}
            </a>
          </p>
        )}
        <ul class="grid">
          {startable.map(({ process, orgs }) => (
            <li class="card">
              <h2>{process.texts[locale].title}</h2>
              <p>{process.texts[locale].summary}</p>
              <form method="get" action="/desk/new">
                <input type="hidden" name="process" value={process.rules.id} />
                {orgs.length === 1 ? (
                  <>
                    <input type="hidden" name="org" value={orgs[0]?.id} />
                    <p class="note" lang={langOf(context, orgs[0]?.name ?? '')}>
                      {orgs[0]?.name}
                    </p>
                  </>
                ) : (
                  <label class="filter">
                    <span>{t('在哪里', 'Where')}</span>
                    <select name="org">
                      {orgs.map(({ id, name }) => (
                        <option value={id} lang={langOf(context, name)}>
                          {name}
                        </option>
                      ))}
                    </select>
                  </label>
                )}
                <label class="filter tick">
                  <input type="checkbox" name="drill" value="true" />
                  <span>{t('演练(不计入统计)', 'As a drill')}</span>
                </label>
                <p class="bar">
                  <button type="submit" class="main">
                    {t('填写', 'Fill in')}
                    <span class="visually-hidden">{process.texts[locale].title}</span>
                  </button>
                  <a href={`/processes/${process.rules.id}`}>
                    {t('规则', 'Rules')}
                    <span class="visually-hidden">{process.texts[locale].title}</span>
                  </a>
                </p>
              </form>
            </li>
          ))}
        </ul>
      </>
    ),
  );
}

export interface StartFormContent {
  process: Startable['process'];
  org: { id: string; name: string };
  drill: boolean;
  /** The case that the new one is about. */
  about?: string | undefined;
  form: ActForm;
}

/** The form that opens a case. */
export function startFormPage(context: PageContext, { process, org, drill, form, about }: StartFormContent): string {
  const t = wordsOf(context);
  const texts = process.texts[context.locale];
  return page(
    context,
    {
      title: form.title,
      lead: `${texts.title} · ${org.name}`,
      back: { href: '/desk/new', text: t('发起', 'Start') },
    },
    <>
      {drill && (
        <Notice kind="warn">
          <p>
            {t(
              '这是演练:有自己的时钟,不计入统计,不发往外部。',
              'This is a drill: it has a clock of its own, counts in no figure and sends nothing outside.',
            )}
          </p>
        </Notice>
      )}
      <section class="card">
        <ActFormView
          context={context}
          form={form}
          action={withQuery('/desk/new', {
            process: process.rules.id,
            org: org.id,
            drill: drill ? 'true' : null,
            case: about,
          })}
          org={org.id}
          cancel="/desk/new"
        />
      </section>
    </>,
  );
}
