import type { CalendarDetail, ImpactView, RollOutView } from '../../api/calendars/calendar-view.ts';
import type { ActForm } from '../acts/act-form.ts';
import { ActFormView } from '../acts/act-form-view.tsx';
import { deskCase } from '../frame/address.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { Notice } from '../parts/marks.tsx';
import { Table } from '../parts/table.tsx';
import { dayWords } from '../parts/when.ts';

export interface CalendarEntryContent {
  detail: CalendarDetail;
  form: ActForm;
  /** What was just done. */
  did: 'entered' | 'confirmed' | null;
}

/** A year's table: entered by one officer, put in force by another, who sees before what it would move. */
export function calendarEntryPage(context: PageContext, { detail, form, did }: CalendarEntryContent): string {
  const t = wordsOf(context);
  const { year, draft, rollOut } = detail;
  return page(
    context,
    {
      title: t(`录入${year}年放假安排`, `Enter the holidays of ${year}`),
      lead: t(
        '一人录入,另一人核对放行。放行前先看会移动哪些期限。',
        'One officer enters it, another confirms. Before that, see which limits would move.',
      ),
      back: { href: `/calendars/${year}`, text: t(`${year}年放假安排`, `Holidays of ${year}`) },
    },
    <>
      {did && (
        <Notice role="status">
          <p>
            {did === 'entered'
              ? t('✓ 草稿已保存,等待另一人放行。', '✓ The draft is saved and waits for another officer.')
              : t('✓ 已放行,正在逐件重算期限。', '✓ Confirmed: limits are being counted anew.')}
          </p>
        </Notice>
      )}
      {draft && <Draft context={context} draft={draft} />}
      {rollOut && <RollOut context={context} rollOut={rollOut} />}
      <section class="card year-form" aria-labelledby="entry">
        <h2 id="entry">{draft ? t('修改草稿', 'Change the draft') : t('录入', 'Enter')}</h2>
        <ActFormView
          context={context}
          form={form}
          action={`/admin/calendars/${year}`}
          submit={t('保存草稿', 'Save the draft')}
          cancel={`/calendars/${year}`}
        />
      </section>
    </>,
  );
}

function Draft({ context, draft }: { context: PageContext; draft: NonNullable<CalendarDetail['draft']> }) {
  const t = wordsOf(context);
  const { year, version, notice, preview, mayConfirm } = draft;
  return (
    <section class="card" aria-labelledby="draft">
      <h2 id="draft">{t(`第${version}版草稿`, `Draft of version ${version}`)}</h2>
      {notice && (
        <p>
          <span lang="zh-CN">{notice.number}</span>
        </p>
      )}
      {preview && <Impact context={context} impact={preview} />}
      {mayConfirm ? (
        <form method="post" action={`/admin/calendars/${year}/confirm`} data-island="once">
          <input type="hidden" name="version" value={version} />
          <p class="bar">
            <button type="submit" class="main">
              {t(`放行第${version}版`, `Confirm version ${version}`)}
            </button>
          </p>
        </form>
      ) : (
        <p>
          {t(
            '由录入人以外的区级经办人或运维放行;您是录入人,不能自己放行。',
            'Another district officer or operator confirms it; whoever entered it cannot.',
          )}
        </p>
      )}
    </section>
  );
}

function Impact({ context, impact }: { context: PageContext; impact: ImpactView }) {
  const t = wordsOf(context);
  const least = impact.complete ? '' : t('至少', 'at least ');
  const due = (date: string | null) => (date ? dayWords(date, context.locale) : '—');
  return (
    <>
      <p>
        {t(
          `放行后将移动${least}${impact.movedCases}件事项的${impact.movedDeadlines}项期限,另有${impact.firmedDeadlines}项由暂定转为确定。`,
          `It would move ${least}${impact.movedDeadlines} limits of ${impact.movedCases} cases and make ${impact.firmedDeadlines} more certain.`,
        )}
      </p>
      {impact.examples.length > 0 && (
        <Table
          caption={t('例如', 'For example')}
          columns={[
            { title: t('事项', 'Case') },
            { title: t('期限', 'Limit') },
            { title: t('现在', 'Now') },
            { title: t('放行后', 'Then') },
          ]}
          rows={impact.examples.map((one) => [
            <a href={deskCase(one.number)}>{one.number}</a>,
            one.deadlineText,
            due(one.fromDueDate),
            due(one.toDueDate),
          ])}
        />
      )}
    </>
  );
}

function RollOut({ context, rollOut }: { context: PageContext; rollOut: RollOutView }) {
  const t = wordsOf(context);
  const { version, state, done, total, movedDeadlines, firmedDeadlines, peopleTold, failed } = rollOut;
  const states = {
    ordered: t('等待推行', 'waiting to begin'),
    running: t('推行中', 'under way'),
    done: t('已推行', 'done'),
  };
  const words = t(`有关事项 ${done} / ${total}`, `${done} of ${total} cases that it touches`);
  return (
    <section class="card" aria-labelledby="roll-out">
      <h2 id="roll-out">
        {t(`第${version}版推行:`, `Roll-out of version ${version}: `)}
        {states[state]}
      </h2>
      <p>
        <progress max={Math.max(1, total)} value={total === 0 ? 1 : done} aria-label={words} /> {words}
      </p>
      <p class="note">
        {t(
          `移动${movedDeadlines}项期限,${firmedDeadlines}项转为确定,已通知${peopleTold}人。`,
          `${movedDeadlines} limits moved, ${firmedDeadlines} made certain, ${peopleTold} people told.`,
        )}
      </p>
      {failed > 0 && (
        <p class="missing">
          {t(`${failed}件未能告知,请运维处理。`, `${failed} cases could not be told; an operator must look.`)}
        </p>
      )}
    </section>
  );
}
