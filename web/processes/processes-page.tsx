import { processes } from '../../processes/index.ts';
import type { Process } from '../../processes/kernel/define-process.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { StartLink } from './start-link.tsx';

/** What kinds of matters there are. */
export function processesPage(context: PageContext, startable: ReadonlySet<string>): string {
  const t = wordsOf(context);
  return page(
    context,
    {
      title: t('有哪些事项', 'Kinds of matters'),
      lead: t(
        '每一类事项怎么走、谁能办什么、每步几天、依据是什么,都写在它的规则里,谁都可以看。',
        'How each kind goes its way, who may do what, how long each step may take and by what source: all of it is in its rules, open to everybody.',
      ),
      width: 'wide',
    },
    <ul class="grid">
      {(processes as readonly Process[]).map(({ rules, texts }) => {
        const { title, summary } = texts[context.locale];
        return (
          <li class="card">
            <h2>
              <a href={`/processes/${encodeURIComponent(rules.id)}`}>{title}</a>
            </h2>
            <p>{summary}</p>
            <StartLink context={context} process={rules.id} title={title} mayStart={startable.has(rules.id)} />
          </li>
        );
      })}
    </ul>,
  );
}
