import { langOf, type PageContext, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { Empty, Notice } from '../parts/marks.tsx';
import { StackTable } from '../parts/stack-table.tsx';
import { dayWords } from '../parts/when.ts';
import { CaseLink } from './case-link.tsx';
import { LineTable } from './line-table.tsx';
import { type Comparison, type Line, nameOf, ownKey, shownCell } from './lines.ts';
import { registerAddress } from './register-address.ts';

export interface CompareContent {
  comparison: Comparison;
  from: string | number;
  to: string | number;
  publicCases: ReadonlySet<string>;
}

/** What differs between two days, or two versions, of a register. */
export function comparePage(context: PageContext, content: CompareContent): string {
  const t = wordsOf(context);
  const { comparison, from, to, publicCases } = content;
  const { register, title, org, orgText, added, removed, changed, columns, complete } = comparison;
  const table = (id: string, heading: string, lines: readonly Line[]) =>
    lines.length > 0 && (
      <section>
        <h2 id={id}>{heading}</h2>
        <LineTable
          context={context}
          caption={heading}
          register={register}
          columns={columns}
          lines={lines}
          publicCases={publicCases}
        />
      </section>
    );
  return page(
    context,
    {
      title: t(`${title}:比较`, `${title}: compared`),
      lead: (
        <>
          <span lang="zh-CN">{orgText}</span> · {pointWords(context, from)} → {pointWords(context, to)}
        </>
      ),
      width: 'wide',
      back: { href: registerAddress(register, { org }), text: title },
    },
    <>
      {!complete && (
        <Notice kind="warn">
          <p>{t('内容过多,比较不完整。', 'There are too many lines: the comparison is not complete.')}</p>
        </Notice>
      )}
      {added.length + removed.length + changed.length === 0 ? (
        <Empty>
          <p>{t('两者之间没有变化。', 'Nothing differs between the two.')}</p>
          <p>
            <a href={registerAddress(register, { org })}>{t('另选日期或版本', 'Choose other days or versions')}</a>
          </p>
        </Empty>
      ) : (
        <p>
          {t(
            `新增${added.length}条,移出${removed.length}条,变更${changed.length}条。`,
            `${added.length} entered, ${removed.length} taken off, ${changed.length} changed.`,
          )}
        </p>
      )}
      {table('added', t('新增', 'Entered'), added)}
      {table('removed', t('移出', 'Taken off'), removed)}
      {changed.length > 0 && (
        <section>
          <h2 id="changed">{t('变更', 'Changed')}</h2>
          <StackTable
            caption={t('变更', 'Changed')}
            columns={[
              { title: t('登记项', 'Entry'), kind: 'text' },
              { title: t('变了什么', 'What changed'), kind: 'text' },
              { title: t('办理事项', 'Case'), kind: 'fixed' },
            ]}
            rows={changed.map(({ after, fields }) => [
              <span lang={langOf(context, nameOf(after.value) ?? ownKey(after))}>
                {nameOf(after.value) ?? ownKey(after)}
              </span>,
              fields.map(({ field, title: name, before, after: now }) => (
                <div>
                  <span class="note">{name}</span>{' '}
                  <del>{shownCell(register, field, before, context.locale) || '—'}</del> →{' '}
                  <ins>{shownCell(register, field, now, context.locale) || '—'}</ins>
                </div>
              )),
              <CaseLink context={context} line={after} publicCases={publicCases} />,
            ])}
          />
        </section>
      )}
    </>,
  );
}

function pointWords(context: PageContext, point: string | number): string {
  return typeof point === 'number'
    ? wordsOf(context)(`第${point}版`, `version ${point}`)
    : dayWords(point, context.locale);
}
