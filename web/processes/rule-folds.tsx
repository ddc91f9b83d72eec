import type { ComponentChildren } from 'preact';
import type { ProcessView } from '../../api/catalogue/process-view.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';
import { sourceWords } from '../parts/source-words.ts';
import { type StackColumn, StackTable } from '../parts/stack-table.tsx';
import { stageTitles } from '../parts/stages.tsx';

interface Props {
  context: PageContext;
  view: ProcessView;
}

/** A table behind a fold that says what it holds. */
function Fold({
  title,
  columns,
  rows,
}: {
  title: string;
  columns: readonly StackColumn[];
  rows: readonly (readonly ComponentChildren[])[];
}) {
  if (rows.length === 0) return null;
  return (
    <details class="fold">
      <summary>
        {title} <span class="note">({rows.length})</span>
      </summary>
      <div>
        <StackTable caption={title} columns={columns} rows={rows} />
      </div>
    </details>
  );
}

export function States({ context, view, isLoop }: Props & { isLoop: boolean }) {
  const t = wordsOf(context);
  const stages = stageTitles(context);
  return (
    <Fold
      title={t('状态:走到哪一步,接下来谁办', 'States: where a matter can stand, and who acts next')}
      columns={[
        { title: t('状态', 'State'), kind: 'text' },
        ...(isLoop ? [{ title: t('阶段', 'Stage'), kind: 'fixed' as const }] : []),
        { title: t('接下来', 'What comes next'), kind: 'text' },
        { title: t('等谁办', 'Waits for'), kind: 'text' },
      ]}
      rows={view.states.map((state) => [
        state.title,
        ...(isLoop ? [stages[state.stage - 1] ?? ''] : []),
        state.next,
        state.expects.length === 0
          ? ''
          : state.expects.map(({ title, who }) => <div>{`${who}${t(':', ': ')}${title}`}</div>),
      ])}
    />
  );
}

export function Matrix({ context, view: { matrix } }: Props) {
  const t = wordsOf(context);
  const titleOf = (grant: string) => matrix.grants.find((known) => known.grant === grant)?.title ?? grant;
  return (
    <Fold
      title={t('谁能办什么', 'Who may do what')}
      columns={[
        { title: t('操作', 'Command'), kind: 'text' },
        { title: t('可办理', 'May'), kind: 'text' },
        { title: t('不得由同一人', 'But not the same person who is'), kind: 'text' },
      ]}
      rows={matrix.rows.map(({ title, may, mayNot }) => [
        title,
        may.map(titleOf).join(t('、', ', ')),
        mayNot.length === 0
          ? ''
          : mayNot.map((rule) => (
              <div>
                {rule.title} <span class="note">{sourceWords(rule.source, context.locale)}</span>
              </div>
            )),
      ])}
    />
  );
}

export function Deadlines({ context, view }: Props) {
  const t = wordsOf(context);
  const stateTitle = (name: string) => view.states.find((state) => state.name === name)?.title ?? name;
  return (
    <Fold
      title={t('期限:每步几天,依据什么', 'Deadlines: how long each step may take, and by what source')}
      columns={[
        { title: t('期限', 'Deadline'), kind: 'text' },
        { title: t('时长', 'Limit'), kind: 'fixed' },
        { title: t('计时环节', 'Runs in'), kind: 'text' },
        { title: t('到期后', 'When over') },
        { title: t('依据', 'Source'), kind: 'text' },
      ]}
      rows={view.deadlines.map((deadline) => [
        deadline.title,
        deadline.limitText,
        deadline.runsIn.map(stateTitle).join(t('、', ', ')),
        deadline.onExpiry ? t('自动推进', 'moves by itself') : t('亮红灯', 'turns red'),
        sourceWords(deadline.source, context.locale),
      ])}
    />
  );
}

export function Reminders({ context, view }: Props) {
  const t = wordsOf(context);
  return (
    <Fold
      title={t('提醒、延期与暂停', 'Reminders, more time, standstill')}
      columns={[
        { title: t('期限', 'Deadline'), kind: 'text' },
        { title: t('提醒', 'Reminders'), kind: 'text' },
        { title: t('延期', 'More time'), kind: 'text' },
        { title: t('暂停计时', 'Standstill'), kind: 'text' },
      ]}
      rows={view.deadlines.map(({ title, words }) => [
        title,
        words.ladder.length === 0 ? '' : words.ladder.map((rung) => <div>{rung}</div>),
        words.extension ?? '',
        words.pause ?? '',
      ])}
    />
  );
}

export function Settings({ context, view }: Props) {
  const t = wordsOf(context);
  return (
    <Fold
      title={t('可设数值', 'Settings')}
      columns={[
        { title: t('名称', 'Name'), kind: 'text' },
        { title: t('默认值', 'Default'), kind: 'fixed' },
        { title: t('依据', 'Source'), kind: 'text' },
      ]}
      rows={view.settings.map(({ title, value, unitText, source }) => [
        title,
        t(`${value}${unitText}`, `${value} ${unitText}`),
        sourceWords(source, context.locale),
      ])}
    />
  );
}
