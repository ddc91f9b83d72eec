import type { Part } from '../../api/operation/parts.ts';
import { type PageContext, sayIn, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { StackTable } from '../parts/stack-table.tsx';
import { MyData } from './my-data.tsx';

/** What this is, on what it rests, and how its parts are doing. */
export function aboutPage(context: PageContext, parts: readonly Part[]): string {
  const t = wordsOf(context);
  return page(
    context,
    {
      title: t('关于闭环', 'About Bihuan'),
      lead: t(
        '把社区的每一件事办成闭环:不丢、不悄悄超期、办过的事谁也改不了。',
        'Carries a community’s matters round a closed loop: nothing is lost, nothing is late in silence, nothing is rewritten.',
      ),
    },
    <div class="prose">
      <section aria-labelledby="what">
        <h2 id="what">{t('这是什么', 'What this is')}</h2>
        <p>
          {t(
            '北京市朝阳区的做法是:居民提出提案,一起制定方案,组织实施,日常监督。部门要把任务下派社区,须在公共清单内、经协商同意、经费到位。本系统照此承载:规则是公开可读的数据,每一步逐条成链记下,凭回执人人可验。',
            'It follows the way of Chaoyang District, Beijing: residents propose, a plan is made together, carried out and kept under supervision; no department may hand a task to a community unless it is on a public list, agreed and paid for. Rules are data that everybody may read; each step is kept in a chain that a receipt can check.',
          )}
        </p>
        <ul>
          <li>
            <a href="/processes">
              {t('各类事项的规则、期限和依据', 'Rules, deadlines and sources of each kind of matter')}
            </a>
          </li>
          <li>
            <a href="/registers">{t('公开登记簿', 'Public registers')}</a>
          </li>
          <li>
            <a href="/calendars">{t('放假安排及每年通知', 'Holidays, with the notice of each year')}</a>
          </li>
          <li>
            <a href="/docs">{t('给开发者的接口文档', 'The interface, for developers')}</a>
          </li>
        </ul>
      </section>
      <Sources context={context} />
      <MyData context={context} />
      <StateOfParts context={context} parts={parts} />
      <section aria-labelledby="license">
        <h2 id="license">{t('许可', 'License')}</h2>
        <p>
          {t(
            '程序以 MIT 许可证开放,任何人可用、可改、可再发布。',
            'The program is free under the MIT license: use it, change it, pass it on.',
          )}
        </p>
      </section>
    </div>,
  );
}

function Sources({ context }: { context: PageContext }) {
  const t = wordsOf(context);
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{t('依据', 'Sources')}</h2>
      <p>
        {t(
          '每个期限和权限旁都写着依据,并注明是法定、通行做法、参照,还是本系统默认;默认的各区可自行设定。主要有:',
          'Each deadline and each right names its source and says whether it is law, practice, an analogy or a default of this system, which a district may set. The main ones:',
        )}
      </p>
      <ul lang="zh-CN">
        <li>《北京市街道办事处条例》</li>
        <li>《北京市接诉即办工作条例》</li>
        <li>《中华人民共和国政府信息公开条例》</li>
        <li>《全国年节及纪念日放假办法》</li>
        <li>《中华人民共和国个人信息保护法》</li>
      </ul>
    </section>
  );
}

/** Each part with its version, and what helps where it is missing. */
function StateOfParts({ context, parts }: { context: PageContext; parts: readonly Part[] }) {
  const t = wordsOf(context);
  const say = sayIn(context);
  const names: Record<Part['name'], string> = {
    api: t('服务', 'Server'),
    database: t('数据库', 'Database'),
    temporal: t('流程引擎', 'Temporal'),
    worker: t('工作进程', 'Worker'),
    clock: t('时钟', 'Clock'),
    notices: t('通知', 'Notices'),
  };
  return (
    <section>
      <h2 id="parts">{t('各部分状态', 'State of the parts')}</h2>
      <StackTable
        caption={t('各部分状态', 'State of the parts')}
        columns={[
          { title: t('部分', 'Part'), kind: 'fixed' },
          { title: t('状态', 'State'), kind: 'fixed' },
          { title: t('版本', 'Version') },
          { title: t('怎么办', 'What to do'), kind: 'text' },
        ]}
        rows={parts.map(({ name, ok, version, remedy }) => [
          names[name],
          <span class={ok ? 'ok' : 'missing'}>{ok ? t('√ 正常', '√ running') : t('× 未就绪', '× not running')}</span>,
          version ?? '',
          remedy ? say(remedy) : '',
        ])}
      />
    </section>
  );
}
