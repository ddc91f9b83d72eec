import type { DemoPerson } from '../../api/identity/demo-people.ts';
import type { Part } from '../../api/operation/parts.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { DemoPeopleList } from '../identity/demo-people.tsx';
import { PartsAway } from './parts-away.tsx';

export interface HomeContent {
  parts: Part[];
  /** null outside demo mode or while the database is away. */
  people: DemoPerson[] | null;
}

/** The first page: what this is, what goes on, and where to go. */
export function homePage(context: PageContext, { parts, people }: HomeContent): string {
  const t = wordsOf(context);
  return page(
    context,
    {
      title: t('社区的事,件件有回音', 'Every matter of the community comes full circle'),
      lead: t(
        '提出提案、制定方案、组织实施、日常监督:每一步谁办、几时办完都看得见,办过的记录谁也改不了。',
        'Propose, plan, carry out, supervise: everybody sees who acts next and by when, and nobody can rewrite what was done.',
      ),
      width: 'wide',
    },
    <>
      <PartsAway context={context} parts={parts} />
      {people && people.length > 0 && !context.actor && (
        <section aria-labelledby="people">
          <h2 id="people">{t('以谁的身份试试', 'Try it as')}</h2>
          <DemoPeopleList context={context} people={people} next="" />
        </section>
      )}
    </>,
  );
}
