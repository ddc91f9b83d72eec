import type { ComponentChildren } from 'preact';
import { withQuery } from '../frame/address.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { Empty, Notice } from '../parts/marks.tsx';
import { dayWords } from '../parts/when.ts';
import { AskForms, type Place } from './ask-forms.tsx';
import { LineTable } from './line-table.tsx';
import { type Line, linesWith, type Standing, type Version } from './lines.ts';
import type { RegisterAsked } from './query.ts';
import { VersionsSection } from './versions-section.tsx';

export interface RegisterContent {
  asked: RegisterAsked;
  standing: Standing;
  versions: readonly Version[];
  places: readonly Place[];
  publicCases: ReadonlySet<string>;
  /** Page of lines, from 1. */
  lines: readonly Line[];
  /** What only some registers show above their lines. */
  figures: ComponentChildren;
}

/** Lines on one page; a register of a district holds some hundreds. */
export const LINES_PER_PAGE = 100;

/** The lines that are shown of all that stand there. */
export function linesShown(standing: Standing, asked: RegisterAsked, locale: PageContext['locale']): Line[] {
  const found = linesWith(standing.items, asked.q, standing, locale);
  const before = ((asked.page ?? 1) - 1) * LINES_PER_PAGE;
  return found.slice(before, before + LINES_PER_PAGE);
}

/** One register: what stands on it on a day, how to take it along, and how it came about. */
export function registerPage(context: PageContext, content: RegisterContent): string {
  const t = wordsOf(context);
  const { standing, versions } = content;
  const { orgText, on, version } = standing;
  const day = dayWords(on, context.locale);
  return page(
    context,
    {
      title: standing.title,
      lead: version ? (
        <>
          <span lang="zh-CN">{orgText}</span> · {t(`第${version.version}版`, `version ${version.version}`)}
        </>
      ) : (
        <>
          <span lang="zh-CN">{orgText}</span> · {t(`${day}的内容`, `as on ${day}`)}
        </>
      ),
      width: 'wide',
      back: { href: '/registers', text: t('公开登记簿', 'Public registers') },
    },
    <>
      <AskForms context={context} standing={standing} versions={versions} places={content.places} q={content.asked.q} />
      {content.figures}
      <LinesSection context={context} content={content} />
      <VersionsSection context={context} standing={standing} versions={versions} publicCases={content.publicCases} />
    </>,
  );
}

function LinesSection({ context, content }: { context: PageContext; content: RegisterContent }) {
  const t = wordsOf(context);
  const { asked, standing, lines, publicCases } = content;
  const { register, org, on, version, columns, items, complete } = standing;
  const found = linesWith(items, asked.q, standing, context.locale).length;
  const exported = (format: string) =>
    withQuery(`/api/registers/${encodeURIComponent(register)}/export`, {
      org,
      on,
      version: version?.version,
      format,
      lang: context.locale,
    });
  return (
    <section aria-labelledby="lines">
      <h2 id="lines">{t('登记内容', 'Lines')}</h2>
      {found === 0 ? (
        <Empty>
          {asked.q ? (
            <p>
              {t(`没有含“${asked.q}”的内容。`, `Nothing holds “${asked.q}”.`)}{' '}
              <a href={withQuery(context.path, { q: null, page: null })}>{t('查看全部', 'Show all')}</a>
            </p>
          ) : (
            <p>
              {t(
                '这一天没有内容。可另选日期或单位,或在下方查看各版。',
                'Nothing stands on it on that day. Choose another day or organisation, or look at the versions below.',
              )}
            </p>
          )}
        </Empty>
      ) : (
        <>
          <p>
            {t(`共${found}条。`, found === 1 ? '1 line. ' : `${found} lines. `)}
            {t('全部下载:', 'Download all: ')}
            <a href={exported('xlsx')}>xlsx</a> <a href={exported('csv')}>CSV</a>
          </p>
          {!complete && (
            <Notice kind="warn">
              <p>
                {t(
                  '内容过多,未全部列出,请改查单个单位。',
                  'There are more lines than are shown: ask for one organisation.',
                )}
              </p>
            </Notice>
          )}
          <LineTable
            context={context}
            caption={standing.title}
            register={register}
            columns={columns}
            lines={lines}
            publicCases={publicCases}
          />
          <Pager context={context} pageNow={asked.page ?? 1} pages={Math.ceil(found / LINES_PER_PAGE)} />
        </>
      )}
    </section>
  );
}

function Pager({ context, pageNow, pages }: { context: PageContext; pageNow: number; pages: number }) {
  const t = wordsOf(context);
  if (pages < 2) return null;
  const to = (number: number) => `${withQuery(context.path, { page: number === 1 ? null : number })}#lines`;
  return (
    <nav class="bar" aria-label={t('翻页', 'Pages')}>
      {pageNow > 1 && <a href={to(pageNow - 1)}>← {t('上一页', 'Before')}</a>}
      <span>{t(`第${pageNow}页,共${pages}页`, `Page ${pageNow} of ${pages}`)}</span>
      {pageNow < pages && <a href={to(pageNow + 1)}>{t('下一页', 'Next')} →</a>}
    </nav>
  );
}
