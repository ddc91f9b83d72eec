import type { ItemLine } from '../../api/items/items.ts';
import type { JsonSchema } from '../../processes/kernel/form-schema.ts';
import { presentSections } from '../../processes/kernel/present-sections.ts';
import { BY, KEY } from '../acts/act-form.ts';
import { draftAttributes } from '../forms/draft.ts';
import { FaultSummary } from '../forms/fault-summary.tsx';
import { FormFields } from '../forms/form-fields.tsx';
import type { PostedForm } from '../forms/posted.ts';
import type { Candidate } from '../forms/references.ts';
import { publicItem, withQuery } from '../frame/address.ts';
import { langOf, orgName, type PageContext, sayIn, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { Notice } from '../parts/marks.tsx';
import { Sections } from '../parts/sections.tsx';
import { todayInBeijing } from '../parts/when.ts';
import type { Proposing } from './proposal-form.ts';

export interface ProposeContent {
  proposing: Proposing;
  /** 1, 2 … one for each part of the form; the last is to look over and send. */
  step: number;
  schema: JsonSchema;
  posted: PostedForm;
  value: Record<string, unknown>;
  faults: Readonly<Record<string, string>>;
  candidates: Readonly<Record<string, readonly Candidate[]>>;
  focus?: string | undefined;
  key: string;
  orgs: readonly { id: string; name: string }[];
  org: string;
  similar: readonly ItemLine[];
  onBehalf: boolean;
  /** Why it was not accepted in the end. */
  trouble?: { title: string; detail: string } | undefined;
}

/** A proposal in four steps; what was typed in the others travels along unseen. */
export function proposePage(context: PageContext, content: ProposeContent): string {
  const t = wordsOf(context);
  const say = sayIn(context);
  const { proposing, step, onBehalf, similar, trouble } = content;
  const { steps } = proposing.rule;
  const titles = [...steps.map(({ title }) => say(title)), t('看一遍,提交', 'Look over and send')];
  const action = onBehalf ? '/propose/on-behalf' : '/propose';
  const draft = draftAttributes(
    { person: context.actor?.id ?? '', about: action },
    content.posted.size > 0,
    context.locale,
  );
  return page(
    context,
    {
      title: onBehalf ? t('代录提案', 'Enter a proposal for somebody') : say(proposing.rule.title),
      lead: onBehalf
        ? t(
            '替来电、来访或手写提案的居民录入;录入后由另一位工作人员打电话向本人确认。',
            'For somebody who called, came by or wrote on paper; another member of staff then calls to confirm.',
          )
        : t(
            '四步,约五分钟。提交后有编号和回执,可随时看办到哪一步。',
            'Four steps, about five minutes. You get a number and a receipt.',
          ),
    },
    <>
      <ol class="steps" aria-label={t('步骤', 'Steps')}>
        {titles.map((title, index) => (
          <li aria-current={index + 1 === step ? 'step' : undefined} class={index + 1 < step ? 'done' : undefined}>
            {index + 1}. {title}
          </li>
        ))}
      </ol>
      {trouble && (
        <Notice kind="bad" role="alert">
          <p>
            <strong>{trouble.title}</strong>
          </p>
          <p>{trouble.detail}</p>
        </Notice>
      )}
      {step === 2 && similar.length > 0 && <SimilarNotice context={context} similar={similar} />}
      <form method="post" action={action} noValidate class="form card" {...draft} data-island="once draft">
        <input type="hidden" name={KEY} value={content.key} />
        {context.actor && <input type="hidden" name={BY} value={context.actor.id} />}
        <input type="hidden" name="@step" value={step} />
        <Carried posted={content.posted} schema={content.schema} />
        {step <= steps.length ? (
          <Fields context={context} content={content} />
        ) : (
          <Review context={context} content={content} />
        )}
        <p class="bar">
          <button type="submit" class="main" name="@go" value={step > steps.length ? 'send' : 'next'}>
            {step > steps.length ? t('提交', 'Send') : t('下一步', 'Next')}
          </button>
          {step > 1 && (
            <button type="submit" name="@go" value="back">
              {t('上一步', 'Back')}
            </button>
          )}
        </p>
      </form>
    </>,
  );
}

function Fields({ context, content }: { context: PageContext; content: ProposeContent }) {
  const t = wordsOf(context);
  const say = sayIn(context);
  const { proposing, step, schema, posted, faults, orgs, org, candidates } = content;
  const { title, help } = proposing.rule.steps[step - 1] ?? {};
  return (
    <>
      <h2>{title && say(title)}</h2>
      {help && <p>{say(help)}</p>}
      {Object.keys(faults).length > 0 && (
        <FaultSummary schema={schema} posted={posted} faults={faults} locale={context.locale} prefix="propose" />
      )}
      {step === 1 && orgs.length > 1 && (
        <label class="filter">
          <span>{t('哪个社区', 'Community')}</span>
          <select name="@org">
            {orgs.map(({ id, name }) => (
              <option value={id} selected={id === org} lang={langOf(context, name)}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {step === 1 && <SimilarWhileWriting context={context} content={content} />}
      <FormFields
        schema={schema}
        locale={context.locale}
        posted={posted}
        faults={faults}
        candidates={candidates}
        focus={content.focus}
        org={org}
        prefix="propose"
      />
    </>
  );
}

/** Filled by script while somebody writes; without script the next step shows the same. */
function SimilarWhileWriting({ context, content }: { context: PageContext; content: ProposeContent }) {
  const t = wordsOf(context);
  const props = {
    field: content.proposing.rule.similarBy,
    org: content.org,
    words: t('也许是同一件事,可以去附议:', 'Perhaps the same; you could co-sign instead:'),
  };
  return <div data-island="similar" data-props={JSON.stringify(props)} aria-live="polite" />;
}

function SimilarNotice({ context, similar }: { context: PageContext; similar: readonly ItemLine[] }) {
  const t = wordsOf(context);
  return (
    <Notice>
      <p>
        <strong>{t('也许是同一件事', 'Perhaps the same')}</strong>{' '}
        {t(
          '如果是,去附议比另提一件更快;不是就继续填写。',
          'If so, co-signing is quicker than a new one; if not, go on.',
        )}
      </p>
      <ul>
        {similar.map((item) => (
          <li>
            <a href={publicItem(item.number)} target="_blank" rel="noopener">
              {item.title}
            </a>{' '}
            <span class="note">{item.standsText}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Review({ context, content }: { context: PageContext; content: ProposeContent }) {
  const t = wordsOf(context);
  const say = sayIn(context);
  const { proposing, value, org } = content;
  const { process, rule } = proposing;
  const start: string = process.rules.start;
  const asked = Object.keys(value).filter((field) => !Object.hasOwn(rule.given, field));
  const sections = presentSections(
    value,
    { process, locale: context.locale, today: todayInBeijing(), orgNames: context.orgNames },
    rule.steps.map(({ title, fields }) => ({
      title,
      items: fields
        .filter((field) => asked.includes(field))
        .map((field) => ({ at: field, field: `${start}/${field}` as const })),
    })),
  );
  return (
    <>
      <h2>{t('看一遍', 'Look it over')}</h2>
      <p>
        {t('提交到:', 'Sent to: ')}
        <span lang={langOf(context, orgName(context, org))}>{orgName(context, org)}</span>
      </p>
      <Sections context={context} sections={sections} caseHref={(id) => `/cases/${id}`} />
      <Notice>
        <p>{say(rule.notice)}</p>
      </Notice>
    </>
  );
}

/** What was typed in other steps. */
function Carried({ posted, schema }: { posted: PostedForm; schema: JsonSchema }) {
  const here = Object.keys((schema['properties'] ?? {}) as object);
  const carried = [...posted].filter(([name]) => {
    if (name.startsWith('@')) return name === '@org' && !here.includes('title');
    return !here.includes(name.split(/[.@]/, 1)[0] ?? '');
  });
  return (
    <>
      {carried.flatMap(([name, values]) =>
        values.map((value) =>
          /[\r\n]/.test(value) ? (
            <textarea name={name} hidden readOnly>
              {`\n${value}`}
            </textarea>
          ) : (
            <input type="hidden" name={name} value={value} />
          ),
        ),
      )}
    </>
  );
}

/** For whoever is not signed in: how to begin. */
export function proposeDoorPage(context: PageContext, { next }: { next: string }): string {
  const t = wordsOf(context);
  return page(
    context,
    {
      title: t('我要提案', 'Make a proposal'),
      lead: t('身边的公共事,写下来就有人办。', 'A matter of the neighbourhood, written down, is taken up.'),
    },
    <>
      <p>
        {t(
          '本社区居民登录后可以提案;没有账号也可以打电话或到社区服务站,由工作人员代录。',
          'Residents of a community sign in to propose. Without an account, call or visit the community station: staff enter it for you.',
        )}
      </p>
      <p class="bar">
        {context.actor ? (
          <a class="button" href="/items">
            {t('看看居民事项', 'Look at the items')}
          </a>
        ) : (
          <a class="button main" href={withQuery('/sign-in', { next })}>
            {t('登录后提案', 'Sign in to propose')}
          </a>
        )}
      </p>
    </>,
  );
}
