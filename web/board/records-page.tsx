import type { RecordTypes } from '../../api/board/record-types.ts';
import type { RecordItem, RecordsQuestion } from '../../api/board/records.ts';
import { deskCase, withQuery } from '../frame/address.ts';
import { langOf, type PageContext, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { DrillTag, Empty } from '../parts/marks.tsx';
import { Table } from '../parts/table.tsx';
import { instantWords } from '../parts/when.ts';
import { BoardTabs, DrillSwitch, FilterField, type Kept, Onward, OrgSelect, Zh } from './board-parts.tsx';
import { ReceiptBox } from './receipt-box.tsx';

export interface RecordsContent {
  items: RecordItem[];
  next: string | null;
  question: RecordsQuestion;
  types: readonly RecordTypes[];
  orgs: readonly string[];
  kept: Kept;
}

/** Who did what, when, in which case; each chain can be recomputed and compared with a receipt. */
export function recordsPage(context: PageContext, content: RecordsContent): string {
  const { items, next, question, kept } = content;
  const t = wordsOf(context);
  return page(
    context,
    {
      title: t('办理记录', 'Records'),
      lead: t(
        '谁在什么时候对哪件事做了什么。记录只增不改,可随时核验。',
        'Who did what to which case, and when. Records are only added to, and can be verified at any time.',
      ),
      width: 'wide',
    },
    <>
      <BoardTabs context={context} here="/board/records" kept={kept} />
      <DrillSwitch context={context} drill={question.drill} />
      <Filter context={context} content={content} />
      {items.length === 0 ? (
        <Empty>
          <p>
            {next === null
              ? t('没有符合条件的记录。放宽条件再查。', 'No record fits. Ask for less.')
              : t('最近的记录里没有找到,请继续往前查。', 'None among the latest records: go on to earlier ones.')}
          </p>
        </Empty>
      ) : (
        <Table
          caption={t('办理记录,最新的在前', 'Records, the latest first')}
          columns={[
            { title: t('时间', 'When'), kind: 'fixed' },
            { title: t('做了什么', 'What'), kind: 'text' },
            { title: t('事项', 'Case'), kind: 'text' },
            { title: t('核验', 'Verify') },
          ]}
          rows={items.map((item) => [
            <span class="whole">{instantWords(item.at, context.locale)}</span>,
            <What context={context} item={item} />,
            <Matter context={context} item={item} />,
            <Proof context={context} item={item} />,
          ])}
        />
      )}
      <Onward context={context} next={next} text={t('更早的记录', 'Earlier records')} />
      <ReceiptBox context={context} />
    </>,
  );
}

function What({ context, item }: { context: PageContext; item: RecordItem }) {
  const t = wordsOf(context);
  return (
    <>
      <span class={item.inForce ? undefined : 'void'}>{item.text}</span>
      <br />
      <span class="note">
        {item.automatic ? t('自动', 'automatic') : t('人员办理', 'by a person')}
        {!item.inForce && t('。未生效', '. Not in force')}
      </span>
    </>
  );
}

function Matter({ context, item }: { context: PageContext; item: RecordItem }) {
  const { title, number, processText, orgText } = item.case;
  return (
    <>
      <a href={deskCase(number)}>
        <Zh context={context}>{title || number}</Zh>
      </a>
      <br />
      <span class="note">
        <span lang="zh-CN">{number}</span> · {processText} · <Zh context={context}>{orgText}</Zh>{' '}
        {item.drill && <DrillTag context={context} />}
      </span>
    </>
  );
}

function Proof({ context, item }: { context: PageContext; item: RecordItem }) {
  const t = wordsOf(context);
  return (
    <>
      <a class="button small" href={withQuery('/board/records/check', { case: item.case.id })}>
        {t('核验', 'Verify')}
        <span class="visually-hidden" lang={langOf(context, item.case.number)}>
          :{item.case.number}
        </span>
      </a>
      <details>
        <summary>{t(`第${item.position}条回执`, `Receipt ${item.position}`)}</summary>
        <code>{item.hash}</code>
      </details>
    </>
  );
}

function Filter({ context, content }: { context: PageContext; content: RecordsContent }) {
  const { question, types, orgs } = content;
  const t = wordsOf(context);
  const any = t('不限', 'Any');
  return (
    <form method="get" action="/board/records" class="filters card">
      <FilterField label={t('编号或标题', 'Number or title')}>
        <input name="q" value={question.q ?? ''} maxLength={100} />
      </FilterField>
      <FilterField label={t('办理人(全名)', 'Who acted (full name)')}>
        <input name="actor" value={question.actor ?? ''} maxLength={100} />
      </FilterField>
      <FilterField label={t('做了什么', 'What')}>
        <select name="act">
          <option value="">{any}</option>
          {types.map(({ processText, types: own }) => (
            <optgroup label={processText ?? t('各流程共有', 'Common to all')}>
              {own.map(({ type, title }) => (
                <option value={type} selected={type === question.type}>
                  {title}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </FilterField>
      <FilterField label={t('单位', 'Organisation')}>
        <OrgSelect context={context} orgs={orgs} chosen={question.org} anyText={any} />
      </FilterField>
      <FilterField label={t('登记日期从', 'Recorded from')}>
        <input type="date" name="from" value={question.from ?? ''} />
      </FilterField>
      <FilterField label={t('到', 'to')}>
        <input type="date" name="to" value={question.to ?? ''} />
      </FilterField>
      <FilterField label={t('由谁', 'By')}>
        <select name="automatic">
          <option value="">{any}</option>
          <option value="false" selected={question.automatic === false}>
            {t('人员办理', 'a person')}
          </option>
          <option value="true" selected={question.automatic === true}>
            {t('系统自动', 'the system')}
          </option>
        </select>
      </FilterField>
      <input type="hidden" name="drill" value={String(question.drill)} />
      <button type="submit" class="main">
        {t('查询', 'Search')}
      </button>
      <a href={withQuery('/board/records', { drill: String(question.drill) })}>{t('清除条件', 'Clear')}</a>
    </form>
  );
}
