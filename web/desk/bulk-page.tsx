import type { CaseView } from '../../processes/kernel/present.ts';
import type { ActForm } from '../acts/act-form.ts';
import { ActFormView } from '../acts/act-form-view.tsx';
import { deskCase } from '../frame/address.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { Empty, Notice } from '../parts/marks.tsx';
import { Table } from '../parts/table.tsx';
import type { BulkChoice } from './bulk.ts';

const back = (context: PageContext) => ({ href: '/desk', text: wordsOf(context)('待办', 'Inbox') });

/** Which act the ticked cases are to be given. */
export function bulkChoicePage(context: PageContext, choice: BulkChoice): string {
  const t = wordsOf(context);
  const { cases, shared, mixed, missing } = choice;
  return page(
    context,
    { title: t('一并办理', 'Act on several'), back: back(context), width: 'wide' },
    cases.length === 0 ? (
      <Empty>
        <p>
          {t(
            '没有勾选事项。请回到待办,勾选同一流程的若干件。',
            'Nothing was ticked. Go back and tick several of one process.',
          )}
        </p>
      </Empty>
    ) : (
      <>
        {missing.length > 0 && (
          <Notice kind="warn">
            <p>
              {t('以下事项已看不到,未列入:', 'Not found any more: ')}
              {missing.join(', ')}
            </p>
          </Notice>
        )}
        <CaseList cases={cases} />
        {shared.length > 0 ? (
          <form method="post" action="/desk/bulk">
            <Ticked cases={cases} />
            <fieldset>
              <legend>{t('共有的操作', 'Acts they share')}</legend>
              <p class="bar">
                {shared.map(({ name, title }) => (
                  <button type="submit" name="command" value={name}>
                    {title}
                  </button>
                ))}
              </p>
            </fieldset>
          </form>
        ) : (
          <Notice kind="warn">
            <p>
              {mixed
                ? t(
                    '所选事项属于不同流程,不能一并办理。请只勾选同一流程的。',
                    'They are of different processes. Tick only those of one.',
                  )
                : t('所选事项没有共有的操作,请逐件办理。', 'They share no act. Take them one by one.')}
            </p>
          </Notice>
        )}
      </>
    ),
  );
}

/** One form for all of them. */
export function bulkFormPage(
  context: PageContext,
  { cases, form }: { cases: readonly CaseView[]; form: ActForm },
): string {
  const t = wordsOf(context);
  return page(
    context,
    {
      title: t(`${form.title}:${cases.length}件一并办理`, `${form.title}: ${cases.length} cases`),
      back: back(context),
      width: 'wide',
    },
    <>
      <CaseList cases={cases} />
      <section class="card">
        <ActFormView
          context={context}
          form={form}
          action="/desk/bulk"
          cancel="/desk"
          submit={t(`对${cases.length}件办理“${form.title}”`, `${form.title} for ${cases.length} cases`)}
          lists={{ case: cases.map(({ number }) => number) }}
          hidden={{ command: form.command, '@give': 'yes' }}
        />
      </section>
    </>,
  );
}

export interface BulkResult {
  number: string;
  title: string;
  /** What was recorded, or why it was not. */
  done: boolean;
  text: string;
}

/** What became of each. */
export function bulkResultPage(context: PageContext, title: string, results: readonly BulkResult[]): string {
  const t = wordsOf(context);
  const done = results.filter((result) => result.done).length;
  return page(
    context,
    { title: t('一并办理的结果', 'What became of each'), back: back(context), width: 'wide' },
    <>
      <Notice kind={done === results.length ? 'good' : 'warn'} role="status">
        <p>
          <strong>
            {t(`${title}:办好${done}件`, `${title}: ${done} done`)}
            {done < results.length && t(`,${results.length - done}件未办`, `, ${results.length - done} not done`)}
          </strong>
        </p>
      </Notice>
      <Table
        caption={t('逐件结果', 'Results')}
        hideCaption
        columns={[
          { title: t('事项', 'Case'), kind: 'text' },
          { title: t('结果', 'Result') },
          { title: t('说明', 'Why'), kind: 'text' },
        ]}
        rows={results.map((result) => [
          <a href={deskCase(result.number)}>
            {result.title} <span class="fixed">{result.number}</span>
          </a>,
          <span class={`fixed ${result.done ? 'ok' : 'missing'}`}>
            {result.done ? t('✓ 已办好', '✓ done') : t('× 未办', '× not done')}
          </span>,
          result.text,
        ])}
      />
      <p>
        <a class="button main" href="/desk">
          {t('回到待办', 'Back to the inbox')}
        </a>
      </p>
    </>,
  );
}

function CaseList({ cases }: { cases: readonly CaseView[] }) {
  return (
    <ul>
      {cases.map(({ number, title, stateText }) => (
        <li>
          <a href={deskCase(number)}>{title}</a> <span class="note fixed">{number}</span> · {stateText}
        </li>
      ))}
    </ul>
  );
}

function Ticked({ cases }: { cases: readonly CaseView[] }) {
  return (
    <>
      {cases.map(({ number }) => (
        <input type="hidden" name="case" value={number} />
      ))}
    </>
  );
}
