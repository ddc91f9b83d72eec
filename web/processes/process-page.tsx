import type { ProcessView } from '../../api/catalogue/process-view.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { stageTitles } from '../parts/stages.tsx';
import { Deadlines, Matrix, Reminders, Settings, States } from './rule-folds.tsx';
import { StartLink } from './start-link.tsx';

export interface ProcessContent {
  view: ProcessView;
  /** The diagram, made by the same house: nothing in it comes from people. */
  diagram: string;
  mayStart: boolean;
  /** True where the matter goes the four stages of a resident's loop, which have names of their own. */
  isLoop: boolean;
}

/** The rules of a kind of matter: what it is first, then each part behind a fold. */
export function processPage(context: PageContext, { view, diagram, mayStart, isLoop }: ProcessContent): string {
  const t = wordsOf(context);
  return page(
    context,
    {
      title: view.title,
      lead: view.summary,
      width: 'wide',
      back: { href: '/processes', text: t('有哪些事项', 'Kinds of matters') },
    },
    <>
      <p class="bar">
        <StartLink context={context} process={view.id} title={view.title} mayStart={mayStart} />
        <span class="note">
          {t(
            `规则第${view.version}版 · ${view.states.length}个状态 · ${view.matrix.rows.length}种操作 · ${view.deadlines.length}种期限`,
            `Version ${view.version} of the rules · ${view.states.length} states · ${view.matrix.rows.length} commands · ${view.deadlines.length} deadlines`,
          )}
        </span>
      </p>
      <section aria-labelledby="diagram">
        <h2 id="diagram">{t('怎么走', 'Its way')}</h2>
        <p class="note">
          {isLoop ? (
            <StageLegend context={context} />
          ) : (
            t('颜色为先后:蓝、黄、绿、紫。', 'Colours tell the order: blue, yellow, green, violet. ')
          )}
          {t(
            '圆角为起点,双框为终点,⊗ 为还可直接到达的终点,虚线为系统自动。',
            'Round: start; double frame: end; ⊗: an end that can also be reached; dashed: by itself.',
          )}{' '}
          <a href={view.diagram.svg}>{t('单独查看', 'The diagram by itself')}</a>
        </p>
        <section
          class="diagram"
          tabIndex={0}
          aria-label={t('状态图', 'Diagram')}
          dangerouslySetInnerHTML={{ __html: diagram }}
        />
      </section>
      <h2>{t('规则', 'Rules')}</h2>
      <States context={context} view={view} isLoop={isLoop} />
      <Matrix context={context} view={view} />
      <Deadlines context={context} view={view} />
      <Reminders context={context} view={view} />
      <Settings context={context} view={view} />
      <p class="note">
        {t('给程序用的同一份规则:', 'The same rules for programs: ')}
        <a href={`/api/processes/${encodeURIComponent(view.id)}`}>{`/api/processes/${view.id}`}</a>
      </p>
    </>,
  );
}

/** The colours in words; the table of states tells the stage of each. */
function StageLegend({ context }: { context: PageContext }) {
  const t = wordsOf(context);
  const colours = [t('蓝', 'Blue'), t('黄', 'yellow'), t('绿', 'green'), t('紫', 'violet')];
  const said = stageTitles(context).map((title, index) => `${colours[index]}${t(':', ': ')}${title}`);
  return (
    <>
      {said.join(t(';', '; '))}
      {t('。', '. ')}
    </>
  );
}
