import type { CaseItem } from '../../api/cases/case-lines.ts';
import { deskCase } from '../frame/address.ts';
import { langOf, type PageContext, wordsOf } from '../frame/context.ts';
import { DrillTag, Light } from '../parts/marks.tsx';
import { Table } from '../parts/table.tsx';
import { dayWords, dueWords } from '../parts/when.ts';

/** Cases as rows, each a way to its page. */
export function CaseTable({
  context,
  cases,
  caption,
}: {
  context: PageContext;
  cases: readonly CaseItem[];
  caption: string;
}) {
  const t = wordsOf(context);
  const { locale } = context;
  return (
    <Table
      caption={caption}
      hideCaption
      columns={[
        { title: t('事项', 'Case'), kind: 'text' },
        { title: t('流程', 'Process') },
        { title: t('社区', 'Community') },
        { title: t('状态', 'State') },
        { title: t('期限', 'Due') },
        { title: t('灯', 'Light') },
        { title: t('发起', 'Opened') },
      ]}
      rows={cases.map((item) => [
        <>
          <a href={deskCase(item.number)} lang={langOf(context, item.title)}>
            {item.title}
          </a>{' '}
          {item.drill && <DrillTag context={context} />}
          <br />
          <span class="note fixed" lang={langOf(context, item.number)}>
            {item.number}
          </span>
        </>,
        item.processText,
        <span lang={langOf(context, item.orgText)}>{item.orgText}</span>,
        item.stateText,
        <>
          {dueWords(item, locale) ?? '—'}
          {item.provisional && t('(暂定)', ' (provisional)')}
        </>,
        <Light light={item.light} text={item.lightText} />,
        dayWords(item.openedAt, locale),
      ])}
    />
  );
}
