import type { CaseView } from '../../processes/kernel/present.ts';
import { draftAttributes } from '../forms/draft.ts';
import { FaultSummary } from '../forms/fault-summary.tsx';
import { FormFields } from '../forms/form-fields.tsx';
import { deskCase } from '../frame/address.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';
import { Notice } from '../parts/marks.tsx';
import { type ActForm, BY, KEY, SEQ } from './act-form.ts';

interface ActFormViewProps {
  context: PageContext;
  form: ActForm;
  /** Where it is sent. */
  action: string;
  org?: string;
  /** Where giving up leads. */
  cancel?: string;
  /** What the button says; the act itself if not given. */
  submit?: string;
  /** What changed since the person opened the form, where that is why it was refused. */
  since?: readonly string[];
  /** More hidden values. */
  hidden?: Readonly<Record<string, string>>;
  lists?: Readonly<Record<string, readonly string[]>>;
}

/** The form of one act with its faults, ready to be sent once. */
export function ActFormView(props: ActFormViewProps) {
  const { context, form, action, org, cancel, submit, hidden = {}, lists = {}, since = [] } = props;
  const t = wordsOf(context);
  const { schema, posted, faults, trouble } = form;
  const draft = draftAttributes(
    { person: context.actor?.id ?? '', about: `${action} ${form.command}` },
    posted !== undefined,
    context.locale,
  );
  return (
    <form method="post" action={action} noValidate class="form" {...draft} data-island={`once ${draft['data-island']}`}>
      <input type="hidden" name={KEY} value={form.key} />
      {form.seq !== null && <input type="hidden" name={SEQ} value={form.seq} />}
      {context.actor && <input type="hidden" name={BY} value={context.actor.id} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {Object.entries(lists).flatMap(([name, values]) =>
        values.map((value) => <input type="hidden" name={name} value={value} />),
      )}
      {trouble && <Trouble context={context} trouble={trouble} since={since} />}
      {posted && Object.keys(faults).length > 0 && (
        <FaultSummary schema={schema} posted={posted} faults={faults} locale={context.locale} prefix="act" />
      )}
      <FormFields
        schema={schema}
        locale={context.locale}
        values={form.values ?? {}}
        nameOf={(id) => form.names?.[id]}
        posted={posted}
        faults={faults}
        candidates={form.candidates}
        focus={form.focus}
        prefix="act"
        {...(org === undefined ? {} : { org })}
      />
      <p class="bar">
        <button type="submit" class="main">
          {submit ?? form.title}
        </button>
        {cancel && (
          <a class="button" href={cancel}>
            {t('先不办', 'Not now')}
          </a>
        )}
      </p>
    </form>
  );
}

function Trouble({
  context,
  trouble,
  since,
}: {
  context: PageContext;
  trouble: NonNullable<ActForm['trouble']>;
  since: readonly string[];
}) {
  const t = wordsOf(context);
  const stale = trouble.code === 'sequence.stale';
  const current = trouble.current as CaseView | undefined;
  return (
    <Notice kind={stale ? 'warn' : 'bad'} role="alert">
      <p>
        <strong>{trouble.title}</strong>
      </p>
      <p>{trouble.detail}</p>
      {stale && current && (
        <p>
          {t(
            `您打开之后,事项已变为“${current.stateText}”。请看过最新情况后再提交,填写的内容都在。`,
            `Since you opened it, the case has moved to “${current.stateText}”. Look at it and send again; what you typed is kept.`,
          )}
        </p>
      )}
      {since.length > 0 && (
        <ul>
          {since.map((text) => (
            <li>{text}</li>
          ))}
        </ul>
      )}
      {trouble.code === 'idempotency.reused' && (
        <p>
          {t(
            '这张表单之前已提交过,改动后再提交会作为新的一次办理。',
            'This form was sent before; sent again with changes, it is a new act.',
          )}
          {current && <a href={deskCase(current.number)}>{current.number}</a>}
        </p>
      )}
    </Notice>
  );
}
